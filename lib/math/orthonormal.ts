/** Orthonormal columns, kept as the steps that make them instead of as a matrix. */
import { reflect } from "./householder.js";
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";
import type { RotationLog } from "./rotations.js";

/** A product H₀·H₁ ⋯ of reflections; vector k is zero before place k + offset. */
export interface Reflections {
  readonly vectors: readonly Float64Array[];
  readonly taus: Float64Array;
  readonly offset: number;
}

/** `count` orthonormal columns of length `size`: reflections · rotationsᵀ · signs. */
export class OrthonormalColumns {
  constructor(
    readonly size: number,
    readonly count: number,
    private readonly reflections: Reflections,
    private readonly rotations: RotationLog,
    private readonly signs: Float64Array,
  ) {}

  /** Σ zₖ·columnₖ: from `count` values to `size`. */
  times(z: ArrayLike<number>): Float64Array {
    const x = new Float64Array(this.size);
    for (let k = 0; k < this.count; k++) x[k] = this.signs[k]! * z[k]!;
    this.rotations.applyTransposed(x);
    this.reflectForward(x);
    return x;
  }

  /** Each column's inner product with y: from `size` values to `count`. */
  transposedTimes(y: ArrayLike<number>): Float64Array {
    const { vectors, taus, offset } = this.reflections;
    const x = Float64Array.from(y);
    for (let k = 0; k < vectors.length; k++) reflect(x, vectors[k]!, taus[k]!, k + offset);
    this.rotations.apply(x);
    return x.slice(0, this.count).map((value, k) => value * this.signs[k]!);
  }

  /** All columns, as the rows of a `count` × `size` matrix. */
  toRows(): Matrix {
    const matrix = createMatrix(this.count, this.size);
    const rows = Array.from({ length: this.count }, (_, k) => matrixRow(matrix, k));
    for (const [k, row] of rows.entries()) {
      row[k] = 1;
      this.reflectForward(row);
    }
    this.rotations.applyToRows(rows);
    for (const [k, row] of rows.entries()) {
      for (let i = 0; i < row.length; i++) row[i]! *= this.signs[k]!;
    }
    return matrix;
  }

  private reflectForward(x: Float64Array): void {
    const { vectors, taus, offset } = this.reflections;
    for (let k = vectors.length - 1; k >= 0; k--) reflect(x, vectors[k]!, taus[k]!, k + offset);
  }
}
