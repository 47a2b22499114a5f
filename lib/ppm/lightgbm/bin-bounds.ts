/**
 * Where the bins of a feature end: bins of about equally many rows, zero in a bin of its own.
 * Source: Ke et al. 2017 (LightGBM), histogram-based splits; LightGBM 4 documentation on max_bin, min_data_in_bin.
 */
import { isSameOrNext, nextUp, ZERO_THRESHOLD } from "./float-limits.js";

/** Different values of a feature, ascending, with how many rows have each. */
export interface DistinctValues {
  readonly values: Float64Array;
  readonly counts: Int32Array;
}

/**
 * Upper bounds of the bins, ascending; the last is infinite.
 * @param maxBin how many bins there may be, ≥ 1
 * @param minDataInBin fewest rows of a bin, ≥ 1 (zero's bin may have fewer)
 */
export function binUpperBounds(
  { values, counts }: DistinctValues,
  maxBin: number,
  minDataInBin: number,
): number[] {
  const negativeEnd = countWhile(values, (value) => value <= -ZERO_THRESHOLD);
  const positiveStart = countWhile(values, (value) => value <= ZERO_THRESHOLD);
  const negative = { values: values.subarray(0, negativeEnd), counts: counts.subarray(0, negativeEnd) };
  const positive = { values: values.subarray(positiveStart), counts: counts.subarray(positiveStart) };
  const negativeRows = sum(negative.counts);
  const positiveRows = sum(positive.counts);

  const bounds: number[] = [];
  if (negativeEnd > 0 && maxBin > 1) {
    const share = Math.trunc((negativeRows / (negativeRows + positiveRows)) * (maxBin - 1));
    bounds.push(...greedyBounds(negative, Math.max(1, share), minDataInBin));
    bounds[bounds.length - 1] = -ZERO_THRESHOLD;
  }
  const binsLeft = maxBin - 1 - bounds.length;
  if (positive.values.length > 0 && binsLeft > 0) {
    bounds.push(ZERO_THRESHOLD, ...greedyBounds(positive, binsLeft, minDataInBin));
  } else bounds.push(Number.POSITIVE_INFINITY);
  return bounds;
}

/** Bounds within values of one sign. */
function greedyBounds(distinct: DistinctValues, maxBin: number, minDataInBin: number): number[] {
  return distinct.values.length <= maxBin
    ? boundsOfFew(distinct, minDataInBin)
    : boundsOfMany(distinct, maxBin, minDataInBin);
}

/** A bin for each value, except that bins with too few rows take in the next. */
function boundsOfFew({ values, counts }: DistinctValues, minDataInBin: number): number[] {
  const bounds: number[] = [];
  let rowsInBin = 0;
  for (let i = 0; i < values.length - 1; i++) {
    rowsInBin += counts[i]!;
    if (rowsInBin >= minDataInBin && pushMiddle(bounds, values[i]!, values[i + 1]!)) rowsInBin = 0;
  }
  bounds.push(Number.POSITIVE_INFINITY);
  return bounds;
}

/** Bins of about equally many rows; a value frequent enough to fill a bin has one to itself. */
function boundsOfMany({ values, counts }: DistinctValues, most: number, minDataInBin: number): number[] {
  const rows = sum(counts);
  const maxBin = Math.max(1, Math.min(most, Math.trunc(rows / minDataInBin)));
  const evenShare = rows / maxBin;
  const fillsBin = Array.from(counts, (count) => count >= evenShare);
  let restRows = rows;
  let restBins = maxBin;
  for (const [i, fills] of fillsBin.entries()) {
    if (!fills) continue;
    restBins--;
    restRows -= counts[i]!;
  }
  let share = restRows / restBins;

  const bounds: number[] = [];
  let closed = 0;
  let rowsInBin = 0;
  for (let i = 0; i < values.length - 1; i++) {
    if (!fillsBin[i]) restRows -= counts[i]!;
    rowsInBin += counts[i]!;
    const isFull = fillsBin[i] || rowsInBin >= share;
    // A frequent value comes next: half a share is enough. (`share` is NaN once all bins are given out.)
    const enough = share > 2 ? share / 2 : 1;
    if (!isFull && !(fillsBin[i + 1] && rowsInBin >= enough)) continue;
    pushMiddle(bounds, values[i]!, values[i + 1]!);
    closed++;
    if (closed >= maxBin - 1) break;
    rowsInBin = 0;
    if (!fillsBin[i]) share = restRows / --restBins;
  }
  bounds.push(Number.POSITIVE_INFINITY);
  return bounds;
}

/** Adds the bound between two values, unless rounding makes it the one before. */
function pushMiddle(bounds: number[], below: number, above: number): boolean {
  const bound = nextUp((below + above) / 2);
  if (bounds.length > 0 && isSameOrNext(bounds.at(-1)!, bound)) return false;
  bounds.push(bound);
  return true;
}

function countWhile(ascending: Float64Array, holds: (value: number) => boolean): number {
  const end = ascending.findIndex((value) => !holds(value));
  return end < 0 ? ascending.length : end;
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
