/** Figures of predictions, by fold. */
import { mean, rootMeanSquareError, spearman, standardDeviation } from "../../math/index.js";

/** A statistic over folds. */
export interface FoldStatistic {
  /** Over the folds where it is defined; NaN where there is none. */
  readonly mean: number;
  /** Standard deviation over the same folds (ddof 0). */
  readonly sd: number;
  /** Over all rows at once. */
  readonly pooled: number;
  /** One a fold, in the order of `folds`; NaN where undefined (a constant side, or fewer than two rows). */
  readonly perFold: readonly number[];
  readonly undefinedFolds: number;
}

/** The two figures of Table 2. */
export interface FoldFigures {
  readonly spearman: FoldStatistic;
  readonly rmse: FoldStatistic;
}

/** Rows with what was predicted for them while they were held out. */
export interface OutOfFold {
  /** Fold labels, ascending. */
  readonly folds: readonly number[];
  /** Per row of the table, in its order. */
  readonly foldOf: Int32Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
}

export function foldFigures(rows: OutOfFold): FoldFigures {
  return { spearman: foldStatistic(spearman, rows), rmse: foldStatistic(rootMeanSquareError, rows) };
}

function foldStatistic(
  statistic: (actual: Float64Array, predicted: Float64Array) => number,
  { folds, foldOf, actual, predicted }: OutOfFold,
): FoldStatistic {
  const perFold = folds.map((fold) => {
    const inFold = (_: number, row: number) => foldOf[row] === fold;
    return statistic(actual.filter(inFold), predicted.filter(inFold));
  });
  const defined = perFold.filter((value) => !Number.isNaN(value));
  return {
    mean: mean(defined),
    sd: standardDeviation(defined, 0),
    pooled: statistic(actual, predicted),
    perFold,
    undefinedFolds: perFold.length - defined.length,
  };
}
