/** Least squares where many solutions fit equally well: the shortest one. */
import { allRows, type Matrix } from "./matrix.js";
import {
  type CenteredSolver,
  createRowSpace,
  explicitFit,
  fitRows,
  type LinearFunction,
} from "./row-space.js";
import { decomposeSvd } from "./svd.js";

/**
 * Singular values at or below this are rounding noise: max(rows, columns)·ε·largest.
 * A tighter cut (ε·largest) keeps directions of pure noise where features are exactly dependent, as bins that
 * partition the rows are, and their coefficients explode.
 */
export function rankCut(values: ArrayLike<number>, rows: number, columns: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  return Math.max(rows, columns) * Number.EPSILON * largest;
}

/**
 * Minimum-norm solver for centered rows.
 * @param columns columns of the original problem, for the rank cut; coordinates have fewer
 */
export function minimumNormSolver(columns: number): CenteredSolver<{ readonly rank: number }> {
  return (rows, targets) => {
    const svd = decomposeSvd(rows);
    const cut = rankCut(svd.values, rows.rows, columns);
    const projected = svd.left.transposedTimes(targets);
    let rank = 0;
    for (let k = 0; k < projected.length; k++) {
      if (svd.values[k]! > cut) rank++;
      projected[k] = svd.values[k]! > cut ? projected[k]! / svd.values[k]! : 0;
    }
    return { direction: svd.right.times(projected), details: { rank } };
  };
}

/**
 * Least squares with an intercept; of all best coefficients the ones of smallest length (the intercept not counted).
 * Centers, then factors the transposed design where it is wide, then takes the SVD of what remains:
 * the small directions survive, which the n × n Gram matrix would square away.
 * @param x n × p, finite
 * @param y n targets
 * @throws {RangeError} if the lengths differ or there is no row
 */
export function fitMinimumNorm(x: Matrix, y: ArrayLike<number>): LinearFunction & { readonly rank: number } {
  if (x.rows !== y.length || x.rows === 0) {
    throw new RangeError(
      `fitMinimumNorm: ${x.rows} rows and ${y.length} targets; take as many, at least one`,
    );
  }
  const space = createRowSpace(x);
  const { fit, details } = fitRows(space, allRows(x.rows), y, minimumNormSolver(x.columns));
  return { ...explicitFit(space, fit), ...details };
}
