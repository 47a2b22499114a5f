/** How predictions relate to truth, and mixes to those that a PPM was fitted to. */
import { type Matrix, matrixRow, mean } from "../../math/index.js";

export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * Least squares of y on x; slope 0 where x is constant.
 * @throws {RangeError} if the lengths differ
 */
export function leastSquaresLine(x: readonly number[], y: readonly number[]): Line {
  if (x.length !== y.length) throw new RangeError(`leastSquaresLine: ${x.length} and ${y.length} values`);
  const [centerX, centerY] = [mean(x), mean(y)];
  let xy = 0;
  let xx = 0;
  for (const [i, value] of x.entries()) {
    xy += (value - centerX) * (y[i]! - centerY);
    xx += (value - centerX) ** 2;
  }
  const slope = xx > 0 ? xy / xx : 0;
  return { intercept: centerY - slope * centerX, slope };
}

/** Euclidean distance from counts to the nearest row of a table. */
export function nearestDistance(counts: ArrayLike<number>, table: Matrix): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < table.rows; row++) {
    const other = matrixRow(table, row);
    let squares = 0;
    for (let i = 0; i < counts.length; i++) squares += (counts[i]! - other[i]!) ** 2;
    nearest = Math.min(nearest, squares);
  }
  return Math.sqrt(nearest);
}
