/** The penalty of a ridge regression by leave-one-out, from the inner products of the rows alone. */
import { createContrasts } from "./contrasts.js";
import type { KernelSpace } from "./kernel-space.js";
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";
import { leastError, type Penalties, penaltiesFor, penaltyGrid, type RidgeDetails } from "./ridge.js";
import { extremeEigenvalues, factorShifted, type Tridiagonal, tridiagonalize } from "./tridiagonal.js";

/** Inner products worse conditioned than this leave too few digits for leave-one-out errors. */
const LARGEST_CONDITION = 1e11;

/**
 * Chooses among penalties as {@link ridgeSolver} does, with a constant left free. With B the inverse of K + penalty in
 * contrasts that no constant reaches, a row's leave-one-out error is (B·y)ᵢ / Bᵢᵢ. K is brought to three diagonals once;
 * each penalty then costs O(n²).
 * @param rows different ones
 * @param weights one a row, > 0; leaving a row out leaves out all that it stands for
 * @param targets one a row of the space
 * @param penalties default {@link penaltyGrid}
 * @returns null where the inner products are too nearly dependent
 * @see Rasmussen and Williams 2006, §5.4.2 (leave-one-out by the inverse covariance)
 */
export function chooseDualPenalty(
  { high }: KernelSpace,
  rows: Int32Array,
  weights: Float64Array,
  targets: ArrayLike<number>,
  penalties: Penalties = penaltyGrid,
): RidgeDetails | null {
  const roots = weights.map(Math.sqrt);
  const contrasts = createContrasts(roots);
  const reduced = tridiagonalize(contrasts.projectBoth(weightedKernel(high, rows, roots)));
  const { smallest, largest } = extremeEigenvalues(reduced);
  const grid = penaltiesFor(penalties, largest);
  if (!(smallest + Math.min(...grid) > largest / LARGEST_CONDITION)) return null;

  // Less the first target: what does not vary becomes exact zeros.
  const first = targets[rows[0]!]!;
  const centered = roots.map((root, i) => root * (targets[rows[i]!]! - first));
  const along = reduced.rotate(contrasts.project(centered));
  const basis = basisRows(reduced, rows.length, contrasts.lift);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const { best, tried } = leastError(grid, (penalty) =>
    Math.sqrt(leaveOneOutSquares(reduced, basis, along, penalty) / total),
  );
  return { penalty: best, tried };
}

function weightedKernel(kernel: Matrix, rows: Int32Array, roots: Float64Array): Matrix {
  const n = rows.length;
  const weighted = createMatrix(n, n);
  for (let i = 0; i < n; i++) {
    const from = rows[i]! * kernel.columns;
    for (let j = 0; j < n; j++) {
      weighted.data[i * n + j] = kernel.data[from + rows[j]!]! * roots[i]! * roots[j]!;
    }
  }
  return weighted;
}

/** Row i: axis i of the tridiagonal matrix, in the rows' own coordinates. */
function basisRows(reduced: Tridiagonal, n: number, lift: (z: Float64Array) => Float64Array): Matrix {
  const basis = createMatrix(n - 1, n);
  for (let i = 0; i < n - 1; i++) {
    const axis = new Float64Array(n - 1);
    axis[i] = 1;
    reduced.rotateBack(axis);
    basis.data.set(lift(axis), i * n);
  }
  return basis;
}

/** Σ of the squares of (B·y)ᵢ / Bᵢᵢ, for B = Eᵀ(T + penalty)⁻¹E and E the basis. */
function leaveOneOutSquares(
  reduced: Tridiagonal,
  basis: Matrix,
  along: Float64Array,
  penalty: number,
): number {
  const factors = factorShifted(reduced, penalty);
  if (factors === null) return Number.POSITIVE_INFINITY;
  const { pivots, below } = factors;
  const n = basis.columns;
  const row = new Float64Array(n);
  const dual = new Float64Array(n);
  const precision = new Float64Array(n);
  let coordinate = 0;
  for (let k = 0; k < basis.rows; k++) {
    const factor = k === 0 ? 0 : below[k - 1]!;
    const axis = matrixRow(basis, k);
    coordinate = along[k]! - factor * coordinate;
    const share = coordinate / pivots[k]!;
    const inverse = 1 / pivots[k]!;
    for (let i = 0; i < n; i++) {
      const value = axis[i]! - factor * row[i]!;
      row[i] = value;
      dual[i]! += share * value;
      precision[i]! += inverse * value * value;
    }
  }
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (dual[i]! / precision[i]!) ** 2;
  return squares;
}
