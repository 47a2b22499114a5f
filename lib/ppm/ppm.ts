/** A performance prediction model: from how many instances of each tag humans label to the score that a reward model will reach. */
import type { JsonObject } from "../base/index.js";
import { type Matrix, matrixRow } from "../math/index.js";

/**
 * A fitted performance prediction model (arXiv 2410.19133, §2.2).
 * Counts are human-labelled instances per feature, in the order of `featureNames`, unscaled.
 */
export interface Ppm {
  /** Name of its family, e.g. `quadratic`. */
  readonly family: string;
  readonly featureNames: readonly string[];
  /** Counts are divided by it before anything else. */
  readonly scale: number;
  /** Predicted score. @throws {RangeError} if the number of counts is not that of the features */
  predict(counts: ArrayLike<number>): number;
  /** Predicted score of each row. */
  predictMany(rows: readonly ArrayLike<number>[]): Float64Array;
  /** The fitted numbers, as `ppm.json` keeps them under `model`. */
  toJson(): JsonObject;
}

/** Predicted score of each row of a table. @param table its columns are the features, in their order */
export function predictTable(ppm: Ppm, table: { readonly counts: Matrix }): Float64Array {
  return Float64Array.from({ length: table.counts.rows }, (_, row) =>
    ppm.predict(matrixRow(table.counts, row)),
  );
}
