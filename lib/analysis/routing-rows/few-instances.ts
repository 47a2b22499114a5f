/** A few instances of a data set, so that a strategy can be watched at work. */
import type { Rng } from "../../base/index.js";
import { createBitset, hasBit } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";

/**
 * Some instances at random, in the order of the data set. Counts of so few are tiny: predictors need `sizeRatio`, the
 * instances that the model was fitted to over `count`, so that each stands for many alike.
 * @throws {RangeError} unless 1 ≤ count ≤ the number of instances
 */
export function sampleInstances(matrix: TagMatrix, count: number, rng: Rng): TagMatrix {
  const all = Array.from(matrix.ids.keys());
  if (!Number.isInteger(count) || count < 1 || count > all.length) {
    throw new RangeError(`sampleInstances: ${count} of ${all.length} instances; take an integer between`);
  }
  const rows = rng.sample(all, count).toSorted((a, b) => a - b);
  return {
    ids: rows.map((row) => matrix.ids[row]!),
    tagNames: matrix.tagNames,
    columns: matrix.columns.map((column) =>
      createBitset(
        count,
        rows.flatMap((row, i) => (hasBit(column, row) ? [i] : [])),
      ),
    ),
  };
}
