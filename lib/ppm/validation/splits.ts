/** How rows are split into folds, once or many times. */
import { BadInputError, type Rng } from "../../base/index.js";
import { randomFolds } from "../../math/index.js";

/** How to split; one of `folds` and `foldOf`. */
export interface SplitOptions {
  /** How many random folds; default 10. Unused where `foldOf` is given. */
  readonly folds?: number;
  /** A fold label for each row: any integers, at least two different ones. */
  readonly foldOf?: Int32Array;
  /** Draws the folds, from `rng.fork("folds")`. Unused where `foldOf` is given. */
  readonly rng: Rng;
}

/** The fold of each row. @throws {BadInputError} if there are fewer rows than folds, or fewer than two folds */
export function drawFolds(rowCount: number, { folds = 10, foldOf, rng }: SplitOptions): Int32Array {
  return foldOf ?? randomFolds(rowCount, checkFolds(rowCount, folds), rng.fork("folds"));
}

/**
 * Splits for repeated cross-validation; the first is that of {@link drawFolds}.
 * @param repeats how many, at least 1
 * @throws {BadInputError} as {@link drawFolds}, and if fold labels are to be repeated
 */
export function drawSplits(
  rowCount: number,
  options: SplitOptions & { readonly repeats?: number },
): Int32Array[] {
  const { repeats = 1, foldOf, rng } = options;
  if (foldOf !== undefined && repeats > 1) {
    const rule = "a fold column is one split, which cannot be repeated";
    const remedy = "leave out --repeats, or the fold column";
    throw new BadInputError([{ place: "--repeats", value: String(repeats), rule, remedy }]);
  }
  return Array.from({ length: repeats }, (_, repeat) =>
    drawFolds(rowCount, { ...options, rng: repeat === 0 ? rng : rng.fork("repeat", repeat) }),
  );
}

/** Fold labels, ascending. @throws {BadInputError} if there are fewer than two */
export function distinctFolds(foldOf: Int32Array, rowCount: number): number[] {
  if (foldOf.length !== rowCount) {
    throw new RangeError(`${foldOf.length} fold labels for ${rowCount} rows`);
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

/** The rows with a label that is wanted, ascending. */
export function rowsWhere(foldOf: Int32Array, wanted: (label: number) => boolean): Int32Array {
  return Int32Array.from(foldOf.keys()).filter((row) => wanted(foldOf[row]!));
}

/** @throws {BadInputError} unless so many rows can be split into so many folds */
export function checkFolds(rowCount: number, folds: number): number {
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
