/** Sums of gradients and second derivatives by bin: two doubles a bin, alternating, feature after feature. */
import type { BinnedFeature } from "./binned-table.js";
import type { LeafSums } from "./split-search.js";

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

/** The same for two features at once. */
export function fillTwo(
  histogram: Float64Array,
  { bins, start }: BinnedFeature,
  { bins: otherBins, start: otherStart }: BinnedFeature,
  rows: Int32Array,
  gradients: Float64Array,
): void {
  const rowCount = rows.length;
  for (let i = 0; i < rowCount; i++) {
    const row = rows[i]!;
    const gradient = gradients[i]!;
    const at = (start + bins[row]!) << 1;
    const otherAt = (otherStart + otherBins[row]!) << 1;
    histogram[at]! += gradient;
    histogram[at + 1]! += 1;
    histogram[otherAt]! += gradient;
    histogram[otherAt + 1]! += 1;
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
