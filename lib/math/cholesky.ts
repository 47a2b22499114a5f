/** Cholesky factorization of symmetric positive definite matrices, and solving by it. */
import { addStretch, createMatrix, dotStretch, type Matrix } from "./matrix.js";

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
      data[from + j] = (k.data[from + j]! - dotStretch(data, from, data, j * n, j)) / data[j * n + j]!;
    }
    const square = k.data[from + i]! - dotStretch(data, from, data, from, i);
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
    x[i] = (x[i]! - dotStretch(data, i * n, x, 0, i)) / data[i * n + i]!;
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
    addStretch(x, -value, data, i * n, i);
  }
  return x;
}

/** K⁻¹·b from the factor of K. */
export function solveCholesky(lower: Matrix, b: ArrayLike<number>): Float64Array {
  return solveLowerTransposed(lower, solveLower(lower, b));
}
