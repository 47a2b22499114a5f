/** A performance prediction model: from how many instances of each tag humans label to the score that a reward model will reach. */
import type { JsonObject } from "../base/index.js";
import { type Matrix, matrixRow } from "../math/index.js";
import type { Polynomial } from "./polynomial/polynomial.js";

/**
 * A fitted performance prediction model (arXiv 2410.19133, §2.2).
 * Counts are human-labelled instances per feature, in the order of `featureNames`, unscaled.
 */
export interface Ppm {
  /** Name of its family, e.g. `quadratic`, `lightgbm`, `gp`, `bootstrap:quadratic-ridge`. */
  readonly family: string;
  readonly featureNames: readonly string[];
  /** Counts are divided by it before anything else. */
  readonly scale: number;
  /**
   * Predicted score. NaN counts (missing) only where the family accepts them.
   * @throws {RangeError} if the number of counts is not that of the features
   */
  predict(counts: ArrayLike<number>): number;
  /** Predicted score of each row. */
  predictMany(rows: readonly ArrayLike<number>[]): Float64Array;
  /** The prediction as a polynomial of degree one or two in counts / scale; null where it is none (trees). */
  readonly polynomial: Polynomial | null;
  /** How unsure the fit is of its own prediction; null where the family does not say. */
  readonly uncertainty: PpmUncertainty | null;
  /** The fitted numbers, as `ppm.json` keeps them under `model`. */
  toJson(): JsonObject;
}

/**
 * How far the fitted function itself may be off, by its own account: the posterior of a Gaussian process, the spread
 * of an ensemble. The noise of single runs comes on top. Counts as in {@link Ppm.predict}.
 */
export interface PpmUncertainty {
  /** Standard deviation of the predicted score, in units of the score; ≥ 0. */
  sd(counts: ArrayLike<number>): number;
  /** Standard deviation of predict(counts) - predict(from); ≥ 0. */
  sdOfDifference(counts: ArrayLike<number>, from: ArrayLike<number>): number;
  /** d sd / d count, one a feature; zeros where sd is 0. */
  gradient(counts: ArrayLike<number>): Float64Array;
  /** Where the deviation is the sample deviation (ddof 1) of polynomials in counts / scale: these. */
  readonly memberPolynomials?: readonly Polynomial[];
}

/** Predicted score of each row of a table. @param table its columns are the features, in their order */
export function predictTable(ppm: Ppm, table: { readonly counts: Matrix }): Float64Array {
  return Float64Array.from({ length: table.counts.rows }, (_, row) =>
    ppm.predict(matrixRow(table.counts, row)),
  );
}
