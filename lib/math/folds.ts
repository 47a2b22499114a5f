/** Cross-validation folds. */
import type { Rng } from "../base/index.js";

/**
 * Assigns each of `count` rows to one of `folds` folds at random, sizes differing by one at most.
 * @returns fold of each row, in [0, folds)
 * @throws {RangeError} unless 2 ≤ folds ≤ count
 */
export function randomFolds(count: number, folds: number, rng: Rng): Int32Array {
  if (!Number.isInteger(folds) || folds < 2 || folds > count) {
    throw new RangeError(
      `randomFolds: ${folds} folds of ${count} rows; take between 2 and the number of rows`,
    );
  }
  const assigned = new Int32Array(count);
  const order = rng.shuffle(Array.from({ length: count }, (_, i) => i));
  for (const [place, row] of order.entries()) assigned[row] = place % folds;
  return assigned;
}
