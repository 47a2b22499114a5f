/** Singular value decomposition, kept as the steps that make it. */
import {
  applyReflections,
  applyReflectionsTransposed,
  type Bidiagonal,
  bidiagonalize,
} from "./bidiagonal.js";
import { decomposeBidiagonal } from "./bidiagonal-svd.js";
import { createMatrix, type Matrix, transpose } from "./matrix.js";

/**
 * M = U·S·Vᵀ with k = min(rows, columns) singular values, in no particular order.
 * U and V are applied, not stored: one right-hand side costs O(k²) after the bidiagonalization.
 */
export interface Svd {
  /** k values, each ≥ 0. */
  readonly values: Float64Array;
  /** Uᵀ·y: from `rows` values to k. */
  leftTransposed(y: ArrayLike<number>): Float64Array;
  /** U·z: from k values to `rows`. */
  leftTimes(z: ArrayLike<number>): Float64Array;
  /** V·z: from k values to `columns`. */
  rightTimes(z: ArrayLike<number>): Float64Array;
}

/**
 * Decomposes a matrix; the argument is left alone.
 * @throws {RangeError} if a value is not finite
 */
export function decomposeSvd(matrix: Matrix): Svd {
  const wide = matrix.rows < matrix.columns;
  const { scaled, unit } = scaleToOne(wide ? transpose(matrix) : matrix);
  const outer = bidiagonalize(scaled);
  const { values, left, right } = decomposeBidiagonal(outer.diagonal, outer.above);
  const signs = values.map((value) => (value < 0 ? -1 : 1));
  const k = values.length;
  const expand = (z: ArrayLike<number>, length: number, inner: typeof left, side: Bidiagonal["left"]) => {
    const vector = new Float64Array(length);
    vector.set(z);
    inner.applyTransposed(vector);
    applyReflections(vector, side);
    return vector;
  };
  const reduce = (y: ArrayLike<number>, inner: typeof left, side: Bidiagonal["left"]) => {
    const vector = Float64Array.from(y);
    applyReflectionsTransposed(vector, side);
    const top = vector.slice(0, k);
    inner.apply(top);
    return top;
  };
  // The negative signs go to V, which is the tall factor's right side, or the wide one's left.
  const signed = (z: ArrayLike<number>) => Float64Array.from(z, (value, i) => value * signs[i]!);
  const size = values.map((value) => Math.abs(value) * unit);
  return wide
    ? {
        values: size,
        leftTransposed: (y) => signed(reduce(y, right, outer.right)),
        leftTimes: (z) => expand(signed(z), matrix.rows, right, outer.right),
        rightTimes: (z) => expand(z, matrix.columns, left, outer.left),
      }
    : {
        values: size,
        leftTransposed: (y) => reduce(y, left, outer.left),
        leftTimes: (z) => expand(z, matrix.rows, left, outer.left),
        rightTimes: (z) => expand(signed(z), matrix.columns, right, outer.right),
      };
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
