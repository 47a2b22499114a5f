/** Polynomials of degree one or two in the scaled counts: the explicit form of the linear and quadratic families. */
import type { JsonObject } from "../../base/index.js";
import { createMatrix, type Matrix } from "../../math/index.js";
import type { Ppm } from "../ppm.js";

/** c + b·v + Σ qᵢⱼ·vᵢ·vⱼ over i ≤ j, for v = counts / scale. */
export interface Polynomial {
  readonly intercept: number;
  /** b: one a feature. */
  readonly coefficients: Float64Array;
  /**
   * q: the upper triangle with its diagonal, row by row; null where the degree is one.
   * The symmetric matrix A of vᵀAv has qᵢᵢ on its diagonal and qᵢⱼ/2 beside it.
   */
  readonly products: Float64Array | null;
}

/** How many products vᵢ·vⱼ with i ≤ j there are of n features. */
export function productCount(featureCount: number): number {
  return (featureCount * (featureCount + 1)) / 2;
}

/** Value at v. Zero counts are skipped: a single instance has about a quarter of the tags. */
export function evaluatePolynomial(
  { intercept, coefficients, products }: Polynomial,
  v: Float64Array,
): number {
  let value = intercept;
  for (let i = 0, at = 0; i < v.length; at += v.length - i, i++) {
    if (v[i] === 0) continue;
    let slope = coefficients[i]!;
    if (products) for (let j = i; j < v.length; j++) slope += products[at + j - i]! * v[j]!;
    value += slope * v[i]!;
  }
  return value;
}

/** Each row v as (v₁ … vₙ, then every product vᵢ·vⱼ with i ≤ j in the order of {@link Polynomial.products}). */
export function expandQuadratic(v: Matrix): Matrix {
  const n = v.columns;
  const expanded = createMatrix(v.rows, n + productCount(n));
  for (let row = 0, at = 0; row < v.rows; row++) {
    const values = v.data.subarray(row * n, (row + 1) * n);
    expanded.data.set(values, at);
    at += n;
    for (let i = 0; i < n; i++) {
      for (let j = i; j < n; j++) expanded.data[at++] = values[i]! * values[j]!;
    }
  }
  return expanded;
}

/** A fitted polynomial. */
export class PolynomialPpm implements Ppm {
  constructor(
    readonly family: string,
    readonly featureNames: readonly string[],
    readonly scale: number,
    readonly polynomial: Polynomial,
  ) {}

  predict(counts: ArrayLike<number>): number {
    if (counts.length !== this.featureNames.length) {
      throw new RangeError(`predict: ${counts.length} counts for ${this.featureNames.length} features`);
    }
    const scaled = new Float64Array(counts.length);
    for (let i = 0; i < scaled.length; i++) scaled[i] = counts[i]! / this.scale;
    return evaluatePolynomial(this.polynomial, scaled);
  }

  predictMany(rows: readonly ArrayLike<number>[]): Float64Array {
    return Float64Array.from(rows, (row) => this.predict(row));
  }

  toJson(): JsonObject {
    const { intercept, coefficients, products } = this.polynomial;
    return { intercept, coefficients: [...coefficients], products: products && [...products] };
  }
}
