/** Do prediction intervals keep what they promise? Those of held-out candidates, held against the scores. */
import { type Interval, mean, quantile, wilsonInterval } from "../../math/index.js";
import type { FoldIntervals, IntervalMethod } from "./fold-intervals.js";

/** Rows whose score lies in its interval, among some. */
export interface CoverageCount {
  readonly rows: number;
  readonly covered: number;
  /** covered / rows. */
  readonly share: number;
  /** 95 % Wilson interval of the share; rows of one fold share a model, so it is a little too narrow. */
  readonly interval: Interval;
}

export interface IntervalCoverage {
  readonly method: IntervalMethod;
  /** What the intervals are made to cover: 1 - α. */
  readonly wanted: number;
  readonly all: CoverageCount;
  /** Rows by predicted score: the lowest third, the middle one, the highest. Routing lives in the last. */
  readonly byPredicted: readonly CoverageCount[];
  /** Mean of upper - lower, in units of the score. */
  readonly meanWidth: number;
  /** Per row of the table, in its order. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Puts the folds' intervals together, a result a method.
 * @param folds of one family, all folds of one split
 * @param actual score of each row
 */
export function intervalCoverage(
  folds: readonly FoldIntervals[],
  actual: Float64Array,
  alpha: number,
): IntervalCoverage[] {
  const predicted = gather(folds, actual.length, (fold) => fold.predicted);
  const cuts = [1 / 3, 2 / 3].map((share) => quantile(predicted, share));
  const thirdOf = (row: number): number => cuts.filter((cut) => predicted[row]! > cut).length;
  const rows = Array.from(actual.keys());
  return (folds[0]?.methods ?? []).map(({ method }, at) => {
    const lower = gather(folds, actual.length, (fold) => fold.methods[at]!.lower);
    const upper = gather(folds, actual.length, (fold) => fold.methods[at]!.upper);
    const isCovered = (row: number): boolean => actual[row]! >= lower[row]! && actual[row]! <= upper[row]!;
    return {
      method,
      wanted: 1 - alpha,
      all: countOf(rows, isCovered),
      byPredicted: [0, 1, 2].map((third) =>
        countOf(
          rows.filter((row) => thirdOf(row) === third),
          isCovered,
        ),
      ),
      meanWidth: mean(rows.map((row) => upper[row]! - lower[row]!)),
      lower,
      upper,
    };
  });
}

function countOf(rows: readonly number[], isCovered: (row: number) => boolean): CoverageCount {
  const covered = rows.filter(isCovered).length;
  const interval =
    rows.length > 0 ? wilsonInterval(covered, rows.length) : { low: Number.NaN, high: Number.NaN };
  return { rows: rows.length, covered, share: covered / rows.length, interval };
}

function gather(
  folds: readonly FoldIntervals[],
  rowCount: number,
  valuesOf: (fold: FoldIntervals) => ArrayLike<number>,
): Float64Array {
  const all = new Float64Array(rowCount);
  for (const fold of folds) {
    const values = valuesOf(fold);
    for (const [i, row] of fold.rows.entries()) all[row] = values[i]!;
  }
  return all;
}
