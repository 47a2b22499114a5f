/**
 * Cross-validation: each candidate's score predicted by a model that has not seen it.
 * Source: arXiv 2410.19133, §4.1 (10 folds, Spearman and RMSE).
 */
import { BadInputError, type JsonObject, type Rng } from "../../base/index.js";
import { mean, randomFolds, rootMeanSquareError, spearman, standardDeviation } from "../../math/index.js";
import type { PpmFamily, TrainingTable } from "../family.js";
import { checkScale } from "../scale.js";

export interface CrossValidationOptions {
  readonly family: PpmFamily;
  readonly scale: number;
  /** How many random folds; default 10. Unused where `foldOf` is given. */
  readonly folds?: number;
  /** A fold label for each row: any integers, at least two different ones. */
  readonly foldOf?: Int32Array;
  /** Draws the folds, from `rng.fork("folds")`. Unused where `foldOf` is given. */
  readonly rng: Rng;
}

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

export interface CrossValidation {
  readonly family: string;
  readonly scale: number;
  /** Fold labels, ascending. */
  readonly folds: readonly number[];
  /** Per row of the table, in its order. */
  readonly foldOf: Int32Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  readonly spearman: FoldStatistic;
  readonly rmse: FoldStatistic;
  /** What each fold's fit chose (rank, penalty …), in the order of `folds`. */
  readonly details: readonly JsonObject[];
}

/**
 * Predicts every row from a fit on the other folds; whatever a fit chooses (a ridge penalty), it chooses on these.
 * @throws {BadInputError} if there are fewer rows than folds, fewer than two folds, or a scale that is none
 */
export function crossValidate(table: TrainingTable, options: CrossValidationOptions): CrossValidation {
  const { family, rng } = options;
  const rowCount = table.counts.rows;
  const foldOf =
    options.foldOf ?? randomFolds(rowCount, checkFolds(rowCount, options.folds ?? 10), rng.fork("folds"));
  const folds = distinctFolds(foldOf, rowCount);
  const scale = checkScale(options.scale);
  const prepared = family.prepare(table, scale);
  const predicted = new Float64Array(rowCount);
  const details = folds.map((fold) => {
    const heldOut = rowsWhere(foldOf, (label) => label === fold);
    const result = prepared.predictHeldOut(
      rowsWhere(foldOf, (label) => label !== fold),
      heldOut,
    );
    for (const [i, row] of heldOut.entries()) predicted[row] = result.predicted[i]!;
    return result.details;
  });
  const over = (statistic: (a: Float64Array, b: Float64Array) => number) =>
    foldStatistic(statistic, folds, { foldOf, actual: table.targets, predicted });
  return {
    family: family.name,
    scale,
    folds,
    foldOf,
    actual: table.targets,
    predicted,
    spearman: over(spearman),
    rmse: over(rootMeanSquareError),
    details,
  };
}

function foldStatistic(
  statistic: (actual: Float64Array, predicted: Float64Array) => number,
  folds: readonly number[],
  { foldOf, actual, predicted }: Pick<CrossValidation, "foldOf" | "actual" | "predicted">,
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

function rowsWhere(foldOf: Int32Array, wanted: (label: number) => boolean): Int32Array {
  return Int32Array.from(foldOf.keys()).filter((row) => wanted(foldOf[row]!));
}

function checkFolds(rowCount: number, folds: number): number {
  if (Number.isInteger(folds) && folds >= 2 && folds <= rowCount) return folds;
  throw new BadInputError([
    {
      place: "--folds",
      value: String(folds),
      rule: `${rowCount} rows can be split into 2 to ${rowCount} folds`,
      remedy: rowCount < folds ? "take fewer folds, or a table with more rows" : "take at least 2",
    },
  ]);
}

function distinctFolds(foldOf: Int32Array, rowCount: number): number[] {
  if (foldOf.length !== rowCount) {
    throw new RangeError(`crossValidate: ${foldOf.length} fold labels for ${rowCount} rows`);
  }
  const folds = [...new Set(foldOf)].sort((a, b) => a - b);
  if (folds.length >= 2) return folds;
  throw new BadInputError([
    {
      place: "--fold-column",
      value: folds.join(", "),
      rule: "at least two different folds are needed",
      remedy: "without a fold column, folds are drawn at random",
    },
  ]);
}
