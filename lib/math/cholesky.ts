/** Cholesky factorization of symmetric positive definite matrices, and solving by it. */
import { createMatrix, type Matrix } from "./matrix.js";

/**
 * K = L·Lᵀ, row by row; cost n³/6 multiplications.
 * @param k n × n; only its lower triangle is read
 * @returns L, zero above the diagonal; null if K is not positive definite to rounding
 * @see Golub and Van Loan, Matrix Computations, 4th ed., §4.2
 */
export function factorCholesky(k: Matrix): Matrix | null {
  const n = k.rows;
  const lower = createMatrix(n, n);
  const data = lower.data;
  for (let i = 0; i < n; i++) {
    const from = i * n;
    for (let j = 0; j < i; j++) {
      data[from + j] = (k.data[from + j]! - dotRange(data, from, j * n, j)) / data[j * n + j]!;
    }
    const square = k.data[from + i]! - dotRange(data, from, from, i);
    if (!(square > 0)) return null;
    data[from + i] = Math.sqrt(square);
  }
  return lower;
}

/** L⁻¹·b. */
export function solveLower(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const n = lower.rows;
  const data = lower.data;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let j = 0, at = i * n; j < i; j++, at++) sum -= data[at]! * x[j]!;
    x[i] = sum / data[i * n + i]!;
  }
  return x;
}

/** L⁻ᵀ·b. */
export function solveLowerTransposed(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const n = lower.rows;
  const data = lower.data;
  const x = Float64Array.from(b);
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / data[i * n + i]!;
    x[i] = value;
    for (let j = 0, at = i * n; j < i; j++, at++) x[j]! -= data[at]! * value;
  }
  return x;
}

/** K⁻¹·b from the factor of K. */
export function solveCholesky(lower: Matrix, b: ArrayLike<number>): Float64Array {
  return solveLowerTransposed(lower, solveLower(lower, b));
}

/** Inner product of two stretches of one array, in four interleaved sums. */
function dotRange(data: Float64Array, a: number, b: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    s0 += data[a + i]! * data[b + i]!;
    s1 += data[a + i + 1]! * data[b + i + 1]!;
    s2 += data[a + i + 2]! * data[b + i + 2]!;
    s3 += data[a + i + 3]! * data[b + i + 3]!;
  }
  for (; i < count; i++) s0 += data[a + i]! * data[b + i]!;
  return s0 + s1 + (s2 + s3);
}
