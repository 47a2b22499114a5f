/** Polynomials by their inner products: 4,185 columns of a quadratic in 90 counts are one formula of v·w. */
import {
  addDoubles,
  type DualFit,
  type Matrix,
  matrixRow,
  multiplyDoubles,
  type PreciseMatrix,
  preciseGram,
  twoProduct,
  upperHalf,
} from "../../math/index.js";
import { type Polynomial, productCount } from "./polynomial.js";

/**
 * Inner products of the rows of a design: of v itself, or of (v, all vᵢ·vⱼ with i ≤ j), which is
 * v·w + ((v·w)² + Σ vᵢ²wᵢ²) / 2.
 */
export function polynomialGram(v: Matrix, degree: 1 | 2): PreciseMatrix {
  const linear = preciseGram(v);
  if (degree === 1) return linear;
  const squares = { ...v, data: v.data.map((value) => value * value) };
  const rest = { ...v, data: v.data.map((value) => twoProduct(value, value).low) };
  const ofSquares = preciseGram(squares, rest);
  const high = linear.high.data.slice();
  const low = linear.low.data.slice();
  for (let at = 0; at < high.length; at++) {
    const product = { high: high[at]!, low: low[at]! };
    const diagonal = { high: ofSquares.high.data[at]!, low: ofSquares.low.data[at]! };
    const twice = addDoubles(multiplyDoubles(product, product), diagonal);
    const sum = addDoubles(product, { high: twice.high / 2, low: twice.low / 2 });
    high[at] = sum.high;
    low[at] = sum.low;
  }
  return { high: { ...linear.high, data: high }, low: { ...linear.low, data: low } };
}

/** The slopes Σ aᵣ·φ(r) of a fit, to twice the digits before they are rounded: the terms cancel. */
export function dualSlopes(
  v: Matrix,
  { rows, high, low }: DualFit,
  degree: 1 | 2,
): Omit<Polynomial, "intercept"> {
  const n = v.columns;
  const linear = new PreciseSums(n);
  const products = degree === 2 ? new PreciseSums(productCount(n)) : null;
  for (let r = 0; r < rows.length; r++) {
    const row = matrixRow(v, rows[r]!);
    linear.add(0, high[r]!, low[r]!, row, 0);
    for (let i = 0, at = 0; products && i < n; at += n - i, i++) {
      if (row[i] === 0) continue;
      const factor = twoProduct(high[r]!, row[i]!);
      products.add(at, factor.high, factor.low + low[r]! * row[i]!, row, i);
    }
  }
  return { coefficients: linear.rounded(), products: products === null ? null : products.rounded() };
}

/** Sums to twice the digits; see double-double.ts for the steps written out. */
class PreciseSums {
  readonly #high: Float64Array;
  readonly #low: Float64Array;

  constructor(count: number) {
    this.#high = new Float64Array(count);
    this.#low = new Float64Array(count);
  }

  /** Adds factor·row[from …] to the sums that start at a place. */
  add(place: number, high: number, low: number, row: Float64Array, from: number): void {
    const a1 = upperHalf(high);
    const a2 = high - a1;
    for (let j = from, at = place; j < row.length; j++, at++) {
      const b = row[j]!;
      if (b === 0) continue;
      const b1 = upperHalf(b);
      const b2 = b - b1;
      const product = high * b;
      const sum = this.#high[at]!;
      const next = sum + product;
      const part = next - sum;
      this.#low[at]! += sum - (next - part) + (product - part);
      this.#low[at]! += a1 * b1 - product + a1 * b2 + a2 * b1 + a2 * b2 + low * b;
      this.#high[at] = next;
    }
  }

  rounded(): Float64Array {
    return this.#high.map((value, at) => value + this.#low[at]!);
  }
}
