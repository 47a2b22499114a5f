/** Singular value decomposition, kept as the steps that make it. */
import { bidiagonalize } from "./bidiagonal.js";
import { decomposeBidiagonal } from "./bidiagonal-svd.js";
import { createMatrix, type Matrix, transpose } from "./matrix.js";
import { OrthonormalColumns } from "./orthonormal.js";

/**
 * M = U·S·Vᵀ with k = min(rows, columns) singular values, in no particular order.
 * U and V are applied, not stored: a right-hand side costs O(k²) after the bidiagonalization.
 */
export interface Svd {
  /** k values, each ≥ 0. */
  readonly values: Float64Array;
  /** U: k columns of length `rows`. */
  readonly left: OrthonormalColumns;
  /** V: k columns of length `columns`. */
  readonly right: OrthonormalColumns;
}

/**
 * Decomposes a matrix (Golub-Kahan bidiagonalization, then QR steps); the argument is left alone.
 * Errors in the singular values are of the order of ε times the largest.
 * @throws {RangeError} if a value is not finite
 */
export function decomposeSvd(matrix: Matrix): Svd {
  const wide = matrix.rows < matrix.columns;
  const { scaled, unit } = scaleToOne(wide ? transpose(matrix) : matrix);
  const { rows, columns } = scaled;
  const outer = bidiagonalize(scaled);
  const inner = decomposeBidiagonal(outer.diagonal, outer.above);
  const signs = inner.values.map((value) => (value < 0 ? -1 : 1));
  const positive = new Float64Array(columns).fill(1);
  const tall = new OrthonormalColumns(rows, columns, outer.left, inner.left, positive);
  const square = new OrthonormalColumns(columns, columns, outer.right, inner.right, signs);
  const values = inner.values.map((value) => Math.abs(value) * unit);
  return wide ? { values, left: square, right: tall } : { values, left: tall, right: square };
}

/** A copy divided by its largest entry, so that no square overflows or vanishes. */
function scaleToOne(matrix: Matrix): { scaled: Matrix; unit: number } {
  let largest = 0;
  for (const value of matrix.data) largest = Math.max(largest, Math.abs(value));
  if (!Number.isFinite(largest)) throw new RangeError("decomposeSvd: a value is not finite");
  const unit = largest === 0 ? 1 : largest;
  const scaled = createMatrix(matrix.rows, matrix.columns);
  for (let i = 0; i < scaled.data.length; i++) scaled.data[i] = matrix.data[i]! / unit;
  return { scaled, unit };
}
