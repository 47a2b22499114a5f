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

/** Penalties to try, each > 0; or how to choose them from the largest eigenvalue of the centered Gram matrix. */
export type Penalties = readonly number[] | ((largestEigenvalue: number) => readonly number[]);

export function penaltiesFor(penalties: Penalties, largestEigenvalue: number): readonly number[] {
  return typeof penalties === "function" ? penalties(largestEigenvalue) : penalties;
}

/**
 * The penalties tried by default: decades from 1e-10 to 1e4, and on to the largest eigenvalue of the centered Gram
 * matrix where that is larger, so that raw counts, whose eigenvalues are, can be shrunk as well.
 * @param stepsPerDecade at least 1: penalties between two decades, evenly spaced by their logarithm
 */
export function penaltyGrid(largestEigenvalue: number, stepsPerDecade = 1): number[] {
  const last = Math.max(4, Math.ceil(Math.log10(Math.max(largestEigenvalue, 1))));
  return Array.from({ length: (last + 10) * stepsPerDecade + 1 }, (_, i) => {
    const decade = Math.floor(i / stepsPerDecade) - 10;
    return Number(`1e${decade}`) * 10 ** ((i % stepsPerDecade) / stepsPerDecade);
  });
}

/**
 * Ridge solver for centered rows: minimizes Σ(target - row·w)² + penalty·|w|², the intercept unpenalized.
 * Of the penalties it takes the one of smallest leave-one-out error; of equal ones the largest.
 * The eigenvalues of the centered Gram matrix are the squares of the rows' singular values, those under the
 * rank cut taken as zero.
 * @param columns columns of the original problem, for the rank cut; coordinates have fewer
 * @param penalties default {@link penaltyGrid}
 */
export function ridgeSolver(
  columns: number,
  penalties: Penalties = penaltyGrid,
): CenteredSolver<RidgeDetails> {
  return (rows, targets, weights) => {
    const { values, left, right } = decomposeSvd(rows);
    const cut = rankCut(values, rows.rows, columns);
    const eigenvalues = values.map((value) => (value > cut ? value * value : 0));
    const grid = penaltiesFor(penalties, Math.max(...eigenvalues, 0));
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
