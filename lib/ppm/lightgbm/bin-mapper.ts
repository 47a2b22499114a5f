/** The bins of one feature, found from its training values. */
import { binUpperBounds, type DistinctValues } from "./bin-bounds.js";
import { isSameOrNext, ZERO_THRESHOLD } from "./float-limits.js";
import type { LightGbmParams } from "./params.js";

/** Which values are missing: none, zeros, or NaN (which then have the last bin). */
export type MissingType = "none" | "zero" | "nan";

export interface BinMapper {
  /** One a bin, ascending, the last infinite; the bin of NaN, where there is one, comes after them and is not listed. */
  readonly upperBounds: Float64Array;
  /** How many bins, that of NaN included. */
  readonly binCount: number;
  readonly missing: MissingType;
  /** The bin of 0. */
  readonly zeroBin: number;
  /** The bin whose sums are found by subtraction from the leaf's. */
  readonly mostFrequentBin: number;
  /** Least and greatest training value. */
  readonly min: number;
  readonly max: number;
  /** Whether no split can use the feature. */
  readonly isTrivial: boolean;
}

/** A bin must hold this share of all rows to be treated as the most frequent one where it is not that of zero. */
const SPARSE_SHARE = 0.7;

/** @param column training values, NaN where missing; sorted in place */
export function findBins(column: Float64Array, params: LightGbmParams): BinMapper {
  const rows = column.length;
  column.sort();
  const missingRows = countNan(column);
  let missing: MissingType = "none";
  if (params.use_missing) missing = params.zero_as_missing ? "zero" : missingRows > 0 ? "nan" : "none";
  const hasNanBin = missing === "nan";
  // Without a bin of their own, missing values are zeros.
  const distinct = countDistinct(column.subarray(0, rows - missingRows), hasNanBin ? 0 : missingRows);
  const { values, counts } = distinct;
  const upperBounds = Float64Array.from(
    binUpperBounds(distinct, params.max_bin - (hasNanBin ? 1 : 0), params.min_data_in_bin),
  );
  if (missing === "zero" && upperBounds.length === 2) missing = "none";
  const binCount = upperBounds.length + (hasNanBin ? 1 : 0);

  const rowsInBin = new Int32Array(binCount);
  for (let i = 0, bin = 0; i < values.length; i++) {
    while (bin < upperBounds.length - 1 && values[i]! > upperBounds[bin]!) bin++;
    rowsInBin[bin]! += counts[i]!;
  }
  if (hasNanBin) rowsInBin[binCount - 1] = missingRows;

  const zeroBin = binOf(upperBounds, 0);
  const most = indexOfGreatest(rowsInBin);
  const isSparse = rowsInBin[most]! / rows >= SPARSE_SHARE;
  return {
    upperBounds,
    binCount,
    missing,
    zeroBin,
    mostFrequentBin: isSparse ? most : zeroBin,
    min: values[0]!,
    max: values.at(-1)!,
    isTrivial: binCount <= 1 || (params.feature_pre_filter && isUseless(rowsInBin, params.min_data_in_leaf)),
  };
}

/** The bin of a value that is not missing. */
export function binOf(upperBounds: Float64Array, value: number): number {
  let low = 0;
  let high = upperBounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= upperBounds[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The bin of any value; NaN is the missing one. */
export function binOfValue({ upperBounds, missing, binCount, zeroBin }: BinMapper, value: number): number {
  if (Number.isNaN(value)) return missing === "nan" ? binCount - 1 : zeroBin;
  return binOf(upperBounds, value);
}

/** How LightGBM leaves values behind when it has sorted them: those that are not NaN moved to the front. */
export function sortAsLightGbm(values: Float64Array): Float64Array {
  const present = values.filter((value) => !Number.isNaN(value));
  const left = values.slice();
  left.set(present.sort());
  return left;
}

/** Whether every bound between bins leaves too few rows on one side. */
function isUseless(rowsInBin: Int32Array, minDataInLeaf: number): boolean {
  const rows = rowsInBin.reduce((a, b) => a + b);
  let left = 0;
  return rowsInBin.subarray(0, -1).every((count) => {
    left += count;
    return left < minDataInLeaf || rows - left < minDataInLeaf;
  });
}

/** The first of the greatest counts. */
function indexOfGreatest(counts: Int32Array): number {
  let greatest = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[greatest]!) greatest = i;
  return greatest;
}

/** How many values at the end of a sorted column are NaN. */
function countNan(sorted: Float64Array): number {
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1]!)) present--;
  return sorted.length - present;
}

/**
 * Values that are the same or neighbouring doubles count as one, the greater.
 * @param sorted ascending @param moreZeros rows that count as zeros besides
 */
function countDistinct(sorted: Float64Array, moreZeros: number): DistinctValues {
  const values: number[] = [];
  const counts: number[] = [];
  let zeroRows = moreZeros;
  let others = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (Math.abs(sorted[i]!) <= ZERO_THRESHOLD) zeroRows++;
    else others++;
  }
  const pushZero = () => {
    values.push(0);
    counts.push(zeroRows);
  };
  if (others === 0) pushZero();
  let before = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (Math.abs(value) <= ZERO_THRESHOLD) continue;
    const isFirst = before === 0;
    if (isFirst ? value > 0 && zeroRows > 0 : before < 0 && value > 0) pushZero();
    if (!isFirst && isSameOrNext(before, value)) {
      values[values.length - 1] = value;
      counts[counts.length - 1]!++;
    } else {
      values.push(value);
      counts.push(1);
    }
    before = value;
  }
  if (before < 0 && zeroRows > 0) pushZero();
  return { values: Float64Array.from(values), counts: Int32Array.from(counts) };
}
