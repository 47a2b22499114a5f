/** Random matrices for tests. */
import { createRng } from "../../lib/base/index.js";
import { createMatrix, type Matrix, matrixRow } from "../../lib/math/index.js";

/** Standard normal entries. */
export function randomMatrix(rows: number, columns: number, seed: string | number): Matrix {
  const rng = createRng(seed);
  const matrix = createMatrix(rows, columns);
  for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = rng.normal();
  return matrix;
}

/** A matrix of the given rank. */
export function randomLowRank(rows: number, columns: number, rank: number, seed: string): Matrix {
  return multiply(randomMatrix(rows, rank, `${seed}-left`), randomMatrix(rank, columns, `${seed}-right`));
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = createMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      let sum = 0;
      for (let k = 0; k < a.columns; k++) sum += a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
      product.data[i * b.columns + j] = sum;
    }
  }
  return product;
}

export function toRows(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) => [...matrixRow(matrix, i)]);
}

/** Largest absolute difference of two lists. */
export function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`lengths differ: ${a.length} and ${b.length}`);
  let gap = 0;
  for (let i = 0; i < a.length; i++) gap = Math.max(gap, Math.abs(a[i]! - b[i]!));
  return gap;
}
