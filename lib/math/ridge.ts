/** Ridge regression with its penalty chosen by leave-one-out. */
import { leaveOneOut } from "./leave-one-out.js";
import { rankCut } from "./minimum-norm.js";
import type { CenteredSolver } from "./row-space.js";
import { decomposeSvd } from "./svd.js";

export interface RidgeDetails {
  /** The penalty chosen. */
  readonly penalty: number;
  /** Every penalty tried, ascending, with its root-mean-square leave-one-out error. */
  readonly tried: readonly { readonly penalty: number; readonly leaveOneOutError: number }[];
}

/**
 * The penalties tried by default: decades from 1e-10 to 1e4, and on to the largest eigenvalue of the centered Gram
 * matrix where that is larger, so that raw counts, whose eigenvalues are, can be shrunk as well.
 */
export function penaltyGrid(largestEigenvalue: number): number[] {
  const last = Math.max(4, Math.ceil(Math.log10(Math.max(largestEigenvalue, 1))));
  return Array.from({ length: last + 11 }, (_, i) => Number(`1e${i - 10}`));
}

/**
 * Ridge solver for centered rows: minimizes Σ(target - row·w)² + penalty·|w|², the intercept unpenalized.
 * Of the penalties it takes the one of smallest leave-one-out error; of equal ones the largest.
 * The eigenvalues of the centered Gram matrix are the squares of the rows' singular values, those under the
 * rank cut taken as zero.
 * @param columns columns of the original problem, for the rank cut; coordinates have fewer
 * @param penalties to try, each > 0; default {@link penaltyGrid}
 */
export function ridgeSolver(columns: number, penalties?: readonly number[]): CenteredSolver<RidgeDetails> {
  return (rows, targets, weights) => {
    const { values, left, right } = decomposeSvd(rows);
    const cut = rankCut(values, rows.rows, columns);
    const eigenvalues = values.map((value) => (value > cut ? value * value : 0));
    const grid = penalties ?? penaltyGrid(Math.max(...eigenvalues, 0));
    const errorAt = leaveOneOut(left.toRows(), eigenvalues, targets, weights);
    const { best, tried } = leastError(grid, errorAt);
    const projected = left.transposedTimes(targets);
    const shrunk = projected.map((value, k) =>
      eigenvalues[k] === 0 ? 0 : (value * values[k]!) / (eigenvalues[k]! + best),
    );
    return { direction: right.times(shrunk), details: { penalty: best, tried } };
  };
}

/** Tries all penalties; of equally good ones the largest is the best. */
export function leastError(penalties: readonly number[], errorAt: (penalty: number) => number) {
  const tried = penalties
    .map((penalty) => ({ penalty, leaveOneOutError: errorAt(penalty) }))
    .sort((a, b) => a.penalty - b.penalty);
  const best = tried.reduce((a, b) => (b.leaveOneOutError <= a.leaveOneOutError ? b : a));
  return { best: best.penalty, tried };
}
