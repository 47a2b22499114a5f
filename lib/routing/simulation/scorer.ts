/** How simulated mixes are scored. */
import type { Bitset } from "../../math/index.js";
import type { Polynomial } from "../../ppm/index.js";

/** A polynomial in a matrix's own counts: what the kernel computes. It is `MixPredictor.additive`. */
export interface PolynomialScorer {
  readonly polynomial: Polynomial;
  /** The tag's column of each feature. */
  readonly columns: Int32Array;
  /** What a count is multiplied by before the polynomial: size ratio / scale. */
  readonly factor: number;
}

/** Any other function of a matrix's own counts, such as LightGBM's. */
export interface CountScorer {
  /** @param counts human-labelled instances of each tag of the matrix; overwritten after the call */
  scoreOfCounts(counts: Uint32Array): number;
}

/** Anything else: a function of the mix itself, such as one that ranks lengths inside it. */
export interface MixScorer {
  scoreOf(human: Bitset): number;
}

/** In order of speed: the kernel scores a polynomial, counts for a {@link CountScorer}, and neither for others. */
export type SimulationScorer = PolynomialScorer | CountScorer | MixScorer;

/** Value of the polynomial at counts, rounded as the kernel rounds. @param counts of each tag of the matrix */
export function polynomialScore(
  { polynomial, columns, factor }: PolynomialScorer,
  counts: ArrayLike<number>,
): number {
  const { intercept, coefficients, products } = polynomial;
  const v = Float64Array.from(columns, (column) => counts[column]! * factor);
  let value = intercept;
  for (let i = 0, at = 0; i < v.length; i++) {
    let slope = coefficients[i]!;
    if (products) for (let j = i; j < v.length; j++) slope += products[at++]! * v[j]!;
    value += slope * v[i]!;
  }
  return value;
}
