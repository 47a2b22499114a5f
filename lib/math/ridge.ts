/** Ridge regression with its penalty chosen by leave-one-out. */
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";
import { rankCut } from "./minimum-norm.js";
import type { CenteredSolver } from "./row-space.js";
import { decomposeSvd } from "./svd.js";

/** 1e-10, 1e-9, … 1e4: added to the eigenvalues of the centered Gram matrix. */
export const PENALTY_GRID: readonly number[] = Array.from({ length: 15 }, (_, i) => Number(`1e${i - 10}`));

export interface RidgeDetails {
  /** The penalty chosen. */
  readonly penalty: number;
  /** Root-mean-square leave-one-out error at each penalty of the grid. */
  readonly leaveOneOutErrors: readonly number[];
}

/**
 * Ridge solver for centered rows: minimizes Σ(target - row·w)² + penalty·|w|², the intercept unpenalized.
 * With U and λ the eigenvectors and eigenvalues of the centered Gram matrix (here U and S² of the rows' SVD, which
 * is more exact), every penalty's leave-one-out error follows at once: residual / (1 - leverage).
 * @param columns columns of the original problem, for the rank cut
 * @param grid penalties > 0; of equal errors the larger penalty wins
 * @see Hastie, Tibshirani and Friedman, ESL 2nd ed., §7.10 and §18.3.5
 */
export function ridgeSolver(columns: number, grid: readonly number[] = PENALTY_GRID): CenteredSolver<RidgeDetails> {
  return (rows, targets) => {
    const svd = decomposeSvd(rows);
    const cut = rankCut(svd.values, rows.rows, columns);
    const kept = [...svd.values.keys()].filter((k) => svd.values[k]! > cut);
    const basis = leftVectors(svd.values.length, rows.rows, kept, svd.leftTimes);
    const eigenvalues = Float64Array.from(kept, (k) => svd.values[k]! ** 2);
    const projected = svd.leftTransposed(targets);
    const problem: LeaveOneOutProblem = {
      basis,
      eigenvalues,
      projected: Float64Array.from(kept, (k) => projected[k]!),
      outside: outsideBasis(basis, targets),
    };
    const leaveOneOutErrors = grid.map((penalty) => leaveOneOutError(problem, penalty));
    let best = 0;
    for (let g = 1; g < grid.length; g++) {
      const difference = leaveOneOutErrors[g]! - leaveOneOutErrors[best]!;
      if (difference < 0 || (difference === 0 && grid[g]! > grid[best]!)) best = g;
    }
    const penalty = grid[best]!;
    const shrunk = new Float64Array(svd.values.length);
    for (const k of kept) shrunk[k] = (projected[k]! * svd.values[k]!) / (svd.values[k]! ** 2 + penalty);
    return { direction: svd.rightTimes(shrunk), details: { penalty, leaveOneOutErrors } };
  };
}

interface LeaveOneOutProblem {
  /** rank × n: left singular vectors as rows. */
  readonly basis: Matrix;
  readonly eigenvalues: Float64Array;
  /** Uᵀ·targets. */
  readonly projected: Float64Array;
  readonly outside: OutsideBasis;
}

/** What no penalty changes: the part of targets and leverages outside the span of U and the intercept. */
interface OutsideBasis {
  readonly residual: Float64Array;
  readonly leverageLeft: Float64Array;
}

function leftVectors(
  count: number,
  length: number,
  kept: readonly number[],
  leftTimes: (z: Float64Array) => Float64Array,
): Matrix {
  const basis = createMatrix(kept.length, length);
  for (const [row, k] of kept.entries()) {
    const axis = new Float64Array(count);
    axis[k] = 1;
    basis.data.set(leftTimes(axis), row * length);
  }
  return basis;
}

function outsideBasis(basis: Matrix, targets: Float64Array): OutsideBasis {
  const n = targets.length;
  const residual = targets.slice();
  const leverageLeft = new Float64Array(n).fill(1 - 1 / n);
  for (let k = 0; k < basis.rows; k++) {
    const vector = matrixRow(basis, k);
    let along = 0;
    for (let i = 0; i < n; i++) along += vector[i]! * targets[i]!;
    for (let i = 0; i < n; i++) {
      residual[i]! -= along * vector[i]!;
      leverageLeft[i]! -= vector[i]! * vector[i]!;
    }
  }
  // A row wholly inside the span has rounding noise here; kept, it would drown the true values, which are tiny.
  const noise = n * Number.EPSILON;
  for (let i = 0; i < n; i++) {
    if (leverageLeft[i]! > noise) continue;
    residual[i] = 0;
    leverageLeft[i] = 0;
  }
  return { residual, leverageLeft };
}

function leaveOneOutError({ basis, eigenvalues, projected, outside }: LeaveOneOutProblem, penalty: number): number {
  const residual = outside.residual.slice();
  const leverageLeft = outside.leverageLeft.slice();
  for (let k = 0; k < basis.rows; k++) {
    const shrunkAway = penalty / (eigenvalues[k]! + penalty);
    const vector = matrixRow(basis, k);
    const along = shrunkAway * projected[k]!;
    for (let i = 0; i < residual.length; i++) {
      residual[i]! += along * vector[i]!;
      leverageLeft[i]! += shrunkAway * vector[i]! * vector[i]!;
    }
  }
  let squares = 0;
  for (let i = 0; i < residual.length; i++) squares += (residual[i]! / leverageLeft[i]!) ** 2;
  return Math.sqrt(squares / residual.length);
}
