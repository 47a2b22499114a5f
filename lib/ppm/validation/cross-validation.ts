/**
 * Cross-validation: each candidate's score predicted by a model that has not seen it.
 * Source: arXiv 2410.19133, §4.1 (10 folds, Spearman and RMSE).
 */
import type { JsonObject, Rng } from "../../base/index.js";
import type { HeldOutPredictions, PpmFamily, PreparedFits, TrainingTable } from "../family.js";
import { checkScale } from "../scale.js";
import { type FoldFigures, foldFigures, type OutOfFold } from "./fold-statistic.js";
import { distinctFolds, drawFolds, rowsWhere, type SplitOptions } from "./splits.js";

export interface CrossValidationOptions extends SplitOptions {
  readonly family: PpmFamily;
  readonly scale: number;
}

export interface CrossValidation extends OutOfFold, FoldFigures {
  readonly family: string;
  readonly scale: number;
  /** What each fold's fit chose (rank, penalty …), in the order of `folds`. */
  readonly details: readonly JsonObject[];
}

/**
 * Predicts every row from a fit on the other folds; whatever a fit chooses (a ridge penalty), it chooses on these.
 * @throws {BadInputError} if there are fewer rows than folds, fewer than two folds, or a scale that is none
 */
export function crossValidate(table: TrainingTable, options: CrossValidationOptions): CrossValidation {
  const foldOf = drawFolds(table.counts.rows, options);
  const folds = distinctFolds(foldOf, table.counts.rows);
  const scale = checkScale(options.scale);
  const prepared = options.family.prepare(table, scale);
  const parts = folds.map((fold) => predictFold(prepared, foldOf, fold));
  return { family: options.family.name, scale, ...joinFolds(table.targets, foldOf, parts) };
}

/** For a learning curve: how much of what may be trained on is. */
export interface TrainingShare {
  /** In (0, 1]. */
  readonly fraction: number;
  /** Draws which rows, from `rng.fork(fold)`; those of a smaller fraction are among those of a larger. */
  readonly rng: Rng;
}

/** Predictions of one fold's rows, in ascending order of rows. */
export type FoldPredictions = HeldOutPredictions;

/** Predicts the rows of one fold from a fit on the others, or on a share of them. */
export function predictFold(
  prepared: PreparedFits,
  foldOf: Int32Array,
  fold: number,
  share?: TrainingShare,
): FoldPredictions {
  const others = rowsWhere(foldOf, (label) => label !== fold);
  const heldOut = rowsWhere(foldOf, (label) => label === fold);
  return prepared.predictHeldOut(share ? takeShare(others, fold, share) : others, heldOut);
}

/** Puts the predictions of all folds of a split together. @param parts in the order of the fold labels, ascending */
export function joinFolds(
  actual: Float64Array,
  foldOf: Int32Array,
  parts: readonly FoldPredictions[],
): Omit<CrossValidation, "family" | "scale"> {
  const folds = distinctFolds(foldOf, actual.length);
  const predicted = new Float64Array(actual.length);
  for (const [i, fold] of folds.entries()) {
    const rows = rowsWhere(foldOf, (label) => label === fold);
    for (const [j, row] of rows.entries()) predicted[row] = parts[i]!.predicted[j]!;
  }
  const rows = { folds, foldOf, actual, predicted };
  return { ...rows, ...foldFigures(rows), details: parts.map(({ details }) => details) };
}

function takeShare(rows: Int32Array, fold: number, { fraction, rng }: TrainingShare): Int32Array {
  const count = Math.max(1, Math.round(fraction * rows.length));
  return Int32Array.from(
    rng
      .fork(fold)
      .shuffle([...rows])
      .slice(0, count),
  ).sort();
}
