/** Sums of gradients and second derivatives by bin: two doubles a bin, alternating, feature after feature. */
import type { BinnedFeature } from "./binned-table.js";
import type { LeafSums } from "./split.js";

/**
 * Sums one feature over some rows.
 * @param histogram zeros where the feature's bins are
 * @param gradients of these rows, in their order; second derivatives are 1
 */
export function fillFeature(
  histogram: Float64Array,
  { bins, start }: BinnedFeature,
  rows: Int32Array,
  gradients: Float64Array,
): void {
  const rowCount = rows.length;
  for (let i = 0; i < rowCount; i++) {
    const at = (start + bins[rows[i]!]!) << 1;
    histogram[at]! += gradients[i]!;
    histogram[at + 1]! += 1;
  }
}

/** The same for four features at once: they wait less for each other's additions, and rows are read once. */
export function fillFour(
  histogram: Float64Array,
  { bins: bins1, start: start1 }: BinnedFeature,
  { bins: bins2, start: start2 }: BinnedFeature,
  { bins: bins3, start: start3 }: BinnedFeature,
  { bins: bins4, start: start4 }: BinnedFeature,
  rows: Int32Array,
  gradients: Float64Array,
): void {
  const rowCount = rows.length;
  for (let i = 0; i < rowCount; i++) {
    const row = rows[i]!;
    const gradient = gradients[i]!;
    const at1 = (start1 + bins1[row]!) << 1;
    histogram[at1]! += gradient;
    histogram[at1 + 1]! += 1;
    const at2 = (start2 + bins2[row]!) << 1;
    histogram[at2]! += gradient;
    histogram[at2 + 1]! += 1;
    const at3 = (start3 + bins3[row]!) << 1;
    histogram[at3]! += gradient;
    histogram[at3 + 1]! += 1;
    const at4 = (start4 + bins4[row]!) << 1;
    histogram[at4]! += gradient;
    histogram[at4 + 1]! += 1;
  }
}

/** LightGBM does not sum the most frequent bin, unless it is the first, but takes what the others leave. */
export function restoreMostFrequentBin(
  histogram: Float64Array,
  { mapper, start }: BinnedFeature,
  { gradient, hessian }: LeafSums,
): void {
  const { mostFrequentBin, binCount } = mapper;
  if (mostFrequentBin === 0) return;
  let gradientLeft = gradient;
  let hessianLeft = hessian;
  for (let bin = 0; bin < binCount; bin++) {
    if (bin === mostFrequentBin) continue;
    gradientLeft -= histogram[2 * (start + bin)]!;
    hessianLeft -= histogram[2 * (start + bin) + 1]!;
  }
  histogram[2 * (start + mostFrequentBin)] = gradientLeft;
  histogram[2 * (start + mostFrequentBin) + 1] = hessianLeft;
}

/** Turns a parent's sums into those of the larger child. */
export function subtractFeature(
  parent: Float64Array,
  child: Float64Array,
  { mapper, start }: BinnedFeature,
): void {
  const end = 2 * (start + mapper.binCount);
  for (let at = 2 * start; at < end; at += 2) {
    parent[at]! -= child[at]!;
    parent[at + 1]! -= child[at + 1]!;
  }
}
