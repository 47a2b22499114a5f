/** Polynomials of degree one or two in the scaled counts: the explicit form of the linear and quadratic families. */
import { createMatrix, type Matrix } from "../../math/index.js";

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

/** Its derivatives at v, one a feature, by v and not by counts. */
export function polynomialGradient({ coefficients, products }: Polynomial, v: Float64Array): Float64Array {
  const gradient = coefficients.slice();
  if (products === null) return gradient;
  for (let i = 0, at = 0; i < v.length; i++) {
    for (let j = i; j < v.length; j++, at++) {
      gradient[i]! += products[at]! * v[j]!;
      gradient[j]! += products[at]! * v[i]!;
    }
  }
  return gradient;
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
