/** Bidiagonalization, the first half of the singular value decomposition. */
import { makeReflection, reflect, subtractFrom } from "./householder.js";
import { type Matrix, matrixRow } from "./matrix.js";
import type { Reflections } from "./orthonormal.js";

/** M = U₁·B·V₁ᵀ with B upper bidiagonal (n × n). U₁ and V₁ stay products of reflections. */
export interface Bidiagonal {
  /** n values on the diagonal. */
  readonly diagonal: Float64Array;
  /** n - 1 values above it. */
  readonly above: Float64Array;
  /** Entry k is the reflection of column k (from place k) and of row k (from place k + 1). */
  readonly left: Reflections;
  readonly right: Reflections;
}

/**
 * Golub-Kahan bidiagonalization of an m × n matrix with m ≥ n; cost (4m - 4n/3)·n² operations.
 * @param matrix is overwritten
 */
export function bidiagonalize(matrix: Matrix): Bidiagonal {
  const { rows: m, columns: n } = matrix;
  const rows = Array.from({ length: m }, (_, i) => matrixRow(matrix, i));
  const left = { vectors: [] as Float64Array[], taus: new Float64Array(n), offset: 0 };
  const right = { vectors: [] as Float64Array[], taus: new Float64Array(n), offset: 1 };
  const diagonal = new Float64Array(n);
  const above = new Float64Array(Math.max(0, n - 1));
  for (let k = 0; k < n; k++) {
    const column = Float64Array.from(rows, (row) => row[k]!);
    const down = makeReflection(column, k);
    diagonal[k] = down.alpha;
    left.vectors.push(column);
    left.taus[k] = down.tau;
    const step = columnStep(rows, column, down.tau, k);
    const across = eliminateRow(rows[k]!, step, column[k]!, k);
    if (k + 1 < n) above[k] = across.alpha;
    right.vectors.push(across.vector);
    right.taus[k] = across.tau;
    // Both reflections on a row while it is in cache.
    for (let i = k + 1; i < m; i++) {
      subtractFrom(rows[i]!, column[i]!, step, k + 1);
      reflect(rows[i]!, across.vector, across.tau, k + 1);
    }
  }
  return { diagonal, above, left, right };
}

/** τ·(vᵀM) beyond column k. */
function columnStep(rows: readonly Float64Array[], v: Float64Array, tau: number, k: number): Float64Array {
  const step = new Float64Array(rows[0]!.length);
  for (let i = k; i < rows.length; i++) subtractFrom(step, -tau * v[i]!, rows[i]!, k + 1);
  return step;
}

/** Brings row k up to date, then makes the reflection that leaves it one entry beyond the diagonal. */
function eliminateRow(row: Float64Array, step: Float64Array, factor: number, k: number) {
  const vector = row.map((value, j) => value - factor * step[j]!);
  if (k + 1 >= row.length) return { vector: new Float64Array(row.length), tau: 0, alpha: 0 };
  return { vector, ...makeReflection(vector, k + 1) };
}
