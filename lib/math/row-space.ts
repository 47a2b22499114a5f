/**
 * Regression on the rows of a matrix, in coordinates of their span: however many columns there are,
 * n rows need at most n coordinates, which keep all lengths and angles. Made once, it serves fits on any
 * subset of the rows (the folds of a cross-validation).
 */
import { distinctRows } from "./distinct-rows.js";
import { factorLq } from "./lq.js";
import { allRows, centeredRows, columnMeans, dot, type Matrix, matrixRow } from "./matrix.js";

export interface RowSpace {
  /** n × min(n, p): the rows less `shift`, in coordinates. */
  readonly coordinates: Matrix;
  /** Length p: what was taken from every row, so that no digits go to a common offset. */
  readonly shift: Float64Array;
  /** From coordinates back to p columns. */
  lift(coordinates: ArrayLike<number>): Float64Array;
}

/** Fit in coordinates: score(row) = meanTarget + (coordinates(row) - center)·direction. */
export interface RowSpaceFit {
  readonly center: Float64Array;
  readonly direction: Float64Array;
  readonly meanTarget: number;
}

/** intercept + coefficients·x, in the matrix's own columns. */
export interface LinearFunction {
  readonly intercept: number;
  readonly coefficients: Float64Array;
}

/**
 * Solves a centered problem: the direction w that explains `targets` by `rows`·w.
 * @param weights one a row, > 0: rows and targets have been multiplied by their square roots
 */
export type CenteredSolver<Details> = (
  rows: Matrix,
  targets: Float64Array,
  weights: Float64Array,
) => { readonly direction: Float64Array; readonly details: Details };

/** @param x n × p, finite */
export function createRowSpace(x: Matrix): RowSpace {
  const everyRow = allRows(x.rows);
  const shift = columnMeans(x, everyRow);
  const centered = centeredRows(x, everyRow, shift);
  if (x.columns <= x.rows) {
    return { coordinates: centered, shift, lift: (coordinates) => Float64Array.from(coordinates) };
  }
  const { lower, lift } = factorLq(centered);
  return { coordinates: lower, shift, lift };
}

/**
 * Fits on some of the rows, with an intercept: rows and targets are centered on the means of these rows.
 * @param drawn rows of the space; one that occurs k times has the weight k
 * @param targets one a row of the whole space
 */
export function fitRows<Details>(
  space: RowSpace,
  drawn: ArrayLike<number>,
  targets: ArrayLike<number>,
  solve: CenteredSolver<Details>,
): { readonly fit: RowSpaceFit; readonly details: Details } {
  const { rows, weights } = distinctRows(drawn);
  const center = columnMeans(space.coordinates, rows, weights);
  const chosen = Float64Array.from({ length: rows.length }, (_, i) => targets[rows[i]!]!);
  const targetMatrix: Matrix = { rows: chosen.length, columns: 1, data: chosen };
  const meanTarget = columnMeans(targetMatrix, allRows(chosen.length), weights)[0]!;
  const { direction, details } = solve(
    weightedRows(centeredRows(space.coordinates, rows, center), weights),
    chosen.map((target, i) => (target - meanTarget) * Math.sqrt(weights[i]!)),
    weights,
  );
  return { fit: { center, direction, meanTarget }, details };
}

/** Multiplies each row by the square root of its weight, in place. */
function weightedRows(matrix: Matrix, weights: Float64Array): Matrix {
  for (let i = 0; i < matrix.rows; i++) {
    if (weights[i] === 1) continue;
    const root = Math.sqrt(weights[i]!);
    const row = matrixRow(matrix, i);
    for (let j = 0; j < row.length; j++) row[j]! *= root;
  }
  return matrix;
}

/** The fitted value of one row of the space, in the fit or not. */
export function predictRow(
  space: RowSpace,
  { center, direction, meanTarget }: RowSpaceFit,
  row: number,
): number {
  const coordinates = matrixRow(space.coordinates, row);
  let sum = 0;
  for (let k = 0; k < direction.length; k++) sum += (coordinates[k]! - center[k]!) * direction[k]!;
  return meanTarget + sum;
}

/** The fit as a function of the matrix's columns. */
export function explicitFit(space: RowSpace, { center, direction, meanTarget }: RowSpaceFit): LinearFunction {
  const coefficients = space.lift(direction);
  // (shift + lift(center))·coefficients, with the second part taken in coordinates, where it is the same.
  return { intercept: meanTarget - dot(center, direction) - dot(space.shift, coefficients), coefficients };
}
