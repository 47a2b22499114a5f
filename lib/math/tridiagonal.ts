/** Symmetric matrices reduced to three diagonals: after it, every shift K + η·I costs O(n) instead of O(n³). */
import { dotFrom, makeReflection, reflect, subtractFrom } from "./householder.js";
import { dotStretch, type Matrix, matrixRow } from "./matrix.js";

/** K = Q·T·Qᵀ with T tridiagonal; Q stays a product of reflections. */
export interface Tridiagonal {
  /** n values on the diagonal of T. */
  readonly diagonal: Float64Array;
  /** n - 1 values beside it. */
  readonly beside: Float64Array;
  /** Qᵀ·x. */
  rotate(x: ArrayLike<number>): Float64Array;
  /** Q·x, in place. */
  rotateBack(x: Float64Array): void;
}

/**
 * Householder reduction; cost (2/3)·n³ multiplications.
 * @param matrix n × n, symmetric; only its lower triangle is read; overwritten
 * @see Golub and Van Loan, Matrix Computations, 4th ed., §8.3.1
 */
export function tridiagonalize(matrix: Matrix): Tridiagonal {
  const n = matrix.rows;
  const rows = Array.from({ length: n }, (_, i) => matrixRow(matrix, i));
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(Math.max(0, n - 1));
  const vectors: Float64Array[] = [];
  const taus = new Float64Array(n);
  for (let k = 0; k + 1 < n; k++) {
    diagonal[k] = rows[k]![k]!;
    const v = Float64Array.from(rows, (row) => row[k]!);
    const { tau, alpha } = makeReflection(v, k + 1);
    beside[k] = alpha;
    taus[k] = tau;
    vectors.push(v);
    if (tau !== 0) twoSidedUpdate(rows, v, tau, k + 1);
  }
  if (n > 0) diagonal[n - 1] = rows[n - 1]![n - 1]!;
  return {
    diagonal,
    beside,
    rotate(x) {
      const turned = Float64Array.from(x);
      for (const [k, v] of vectors.entries()) reflect(turned, v, taus[k]!, k + 1);
      return turned;
    },
    rotateBack(x) {
      for (let k = vectors.length - 1; k >= 0; k--) reflect(x, vectors[k]!, taus[k]!, k + 1);
    },
  };
}

/** K ← H·K·H for H = I - τ·v·vᵀ, as K - v·wᵀ - w·vᵀ, on the lower triangle from a place on. */
function twoSidedUpdate(rows: readonly Float64Array[], v: Float64Array, tau: number, from: number): void {
  const n = v.length;
  const w = new Float64Array(n);
  for (let i = from; i < n; i++) {
    const row = rows[i]!;
    w[i] = dotStretch(row, from, v, from, i - from + 1);
    addBetween(w, v[i]!, row, from, i);
  }
  for (let i = from; i < n; i++) w[i]! *= tau;
  subtractFrom(w, (tau / 2) * dotFrom(w, v, from), v, from);
  for (let i = from; i < n; i++) subtractBoth(rows[i]!, v[i]!, w, w[i]!, v, from, i + 1);
}

/** x ← x + factor·u between two places, four at a time. */
function addBetween(x: Float64Array, factor: number, u: Float64Array, from: number, to: number): void {
  let i = from;
  for (; i + 3 < to; i += 4) {
    x[i]! += factor * u[i]!;
    x[i + 1]! += factor * u[i + 1]!;
    x[i + 2]! += factor * u[i + 2]!;
    x[i + 3]! += factor * u[i + 3]!;
  }
  for (; i < to; i++) x[i]! += factor * u[i]!;
}

/** x ← x - a·u - b·v between two places, four at a time. */
function subtractBoth(
  x: Float64Array,
  a: number,
  u: Float64Array,
  b: number,
  v: Float64Array,
  from: number,
  to: number,
): void {
  let i = from;
  for (; i + 3 < to; i += 4) {
    x[i]! -= a * u[i]! + b * v[i]!;
    x[i + 1]! -= a * u[i + 1]! + b * v[i + 1]!;
    x[i + 2]! -= a * u[i + 2]! + b * v[i + 2]!;
    x[i + 3]! -= a * u[i + 3]! + b * v[i + 3]!;
  }
  for (; i < to; i++) x[i]! -= a * u[i]! + b * v[i]!;
}

/** T + η·I = L·D·Lᵀ with L unit lower bidiagonal. */
export interface ShiftedFactors {
  /** n values of D, all > 0. */
  readonly pivots: Float64Array;
  /** n - 1 values below the diagonal of L. */
  readonly below: Float64Array;
}

/** @returns null if T + η·I is not positive definite to rounding */
export function factorShifted({ diagonal, beside }: Tridiagonal, shift: number): ShiftedFactors | null {
  const n = diagonal.length;
  const pivots = new Float64Array(n);
  const below = new Float64Array(Math.max(0, n - 1));
  for (let i = 0; i < n; i++) {
    const taken = i === 0 ? 0 : below[i - 1]! * beside[i - 1]!;
    pivots[i] = diagonal[i]! + shift - taken;
    if (!(pivots[i]! > 0)) return null;
    if (i + 1 < n) below[i] = beside[i]! / pivots[i]!;
  }
  return { pivots, below };
}

/** The smallest and the largest eigenvalue of T, by bisection with the signs of its pivots (Sturm), to relative 1e-14. */
export function extremeEigenvalues({ diagonal, beside }: Tridiagonal): { smallest: number; largest: number } {
  const negated = { diagonal: diagonal.map((value) => -value), beside };
  return { smallest: 0 - largestEigenvalue(negated), largest: largestEigenvalue({ diagonal, beside }) };
}

function largestEigenvalue({ diagonal, beside }: Pick<Tridiagonal, "diagonal" | "beside">): number {
  if (diagonal.length === 0) return 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < diagonal.length; i++) {
    const around = Math.abs(beside[i - 1] ?? 0) + Math.abs(beside[i] ?? 0);
    low = Math.min(low, diagonal[i]! - around);
    high = Math.max(high, diagonal[i]! + around);
  }
  const exceeds = (value: number) => {
    let pivot = 1;
    for (let i = 0; i < diagonal.length; i++) {
      const before = beside[i - 1] ?? 0;
      pivot = diagonal[i]! - value - (before === 0 ? 0 : (before * before) / pivot);
      if (pivot > 0) return true;
      if (pivot === 0) pivot = -Number.MIN_VALUE;
    }
    return false;
  };
  for (let step = 0; step < 200 && high - low > 1e-14 * Math.max(Math.abs(low), Math.abs(high)); step++) {
    const middle = low + (high - low) / 2;
    if (exceeds(middle)) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}
