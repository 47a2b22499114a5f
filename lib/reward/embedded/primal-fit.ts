/**
 * The Bradley-Terry fit in the space of features, for more pairs than a Gram matrix has room for.
 *
 *   f(w) = 1/n Σ log(1 + exp(-y_i d_i·w)) + λ/2 ‖w‖²
 *
 * d_i is the difference of two responses' features, y_i = ±1 says which is preferred. f is smooth and
 * λ-strongly convex, so the minimum is unique and a stop at ‖∇f‖ ≤ ε puts w within ε/λ of it.
 * Source: Bradley and Terry 1952; Nocedal and Wright 2006, algorithm 7.1 (line-search Newton-CG).
 */
import { type FitMetrics, type FitOptions, marginAccuracy, meanLoss, sigmoid, usedRows } from "./loss.js";
import { addRow, dotRow, type SparseRows } from "./sparse-rows.js";
import { addScaled, dot, norm } from "./vectors.js";

export interface Fit {
  readonly weights: Float64Array;
  readonly metrics: FitMetrics;
}

/** Rows in use with their signs. */
export interface Problem {
  readonly rows: SparseRows;
  readonly used: Int32Array;
  readonly signs: Float64Array;
  readonly l2: number;
}

/**
 * Fits weights. Deterministic: the start is w = 0, and sums run in row order.
 * @param signs one a row: +1 or -1, 0 leaves the row out
 * @throws {RangeError} if the lengths differ, no row is in use, or λ is not positive
 */
export function fitPrimal(rows: SparseRows, signs: Int8Array, options: FitOptions): Fit {
  const problem: Problem = { rows, ...usedRows(rows.rowCount, signs, options.l2), l2: options.l2 };
  const weights = new Float64Array(rows.columnCount);
  const margins = new Float64Array(problem.used.length);
  const gradient = new Float64Array(rows.columnCount);
  const diagonal = boundedDiagonal(problem);
  let hessianProducts = 0;
  let iterations = 0;
  let gradientNorm = gradientInto(problem, weights, margins, gradient);
  const startNorm = gradientNorm;
  const isDone = (): boolean => gradientNorm <= options.tolerance * Math.max(1, norm(weights));
  while (!isDone() && iterations < options.maxSteps) {
    const forcing = Math.min(0.1, Math.sqrt(gradientNorm / startNorm));
    const step = newtonDirection(problem, margins, gradient, diagonal, forcing * gradientNorm);
    hessianProducts += step.products;
    if (!moveAlong(problem, weights, margins, gradient, step)) break;
    iterations++;
    gradientNorm = gradientInto(problem, weights, margins, gradient);
  }
  return {
    weights,
    metrics: {
      converged: isDone(),
      iterations,
      hessianProducts,
      objective: objectiveAt(problem, weights, margins),
      loss: meanLoss(margins),
      gradientNorm,
      accuracy: marginAccuracy(margins),
      pairsUsed: margins.length,
    },
  };
}

/** f at weights whose margins y_i d_i·w are known. */
export function objectiveAt(
  { l2 }: Pick<Problem, "l2">,
  weights: Float64Array,
  margins: Float64Array,
): number {
  return meanLoss(margins) + 0.5 * l2 * dot(weights, weights);
}

/** Writes ∇f into `gradient` and returns its norm. */
export function gradientInto(
  { rows, used, signs, l2 }: Problem,
  weights: Float64Array,
  margins: Float64Array,
  gradient: Float64Array,
): number {
  for (let j = 0; j < gradient.length; j++) gradient[j] = l2 * weights[j]!;
  for (let i = 0; i < used.length; i++) {
    addRow(rows, used[i]!, (-signs[i]! * sigmoid(-margins[i]!)) / used.length, gradient);
  }
  return norm(gradient);
}

/** An upper bound of the Hessian's diagonal (σ' ≤ 1/4), which does not change along the way: the preconditioner. */
function boundedDiagonal({ rows, used, l2 }: Problem): Float64Array {
  const diagonal = new Float64Array(rows.columnCount).fill(l2);
  for (const r of used) {
    for (let k = rows.starts[r]!; k < rows.starts[r + 1]!; k++) {
      diagonal[rows.columns[k]!]! += rows.values[k]! ** 2 / (4 * used.length);
    }
  }
  return diagonal;
}

interface Step {
  readonly direction: Float64Array;
  /** y_i d_i · direction, so that the line search touches no features. */
  readonly marginChange: Float64Array;
  readonly products: number;
}

/** Solves H s = -∇f by preconditioned conjugate gradients until the residual's norm is at most `target`. */
function newtonDirection(
  { rows, used, signs, l2 }: Problem,
  margins: Float64Array,
  gradient: Float64Array,
  diagonal: Float64Array,
  target: number,
): Step {
  const n = used.length;
  const size = gradient.length;
  const curvature = Float64Array.from(margins, (margin) => (sigmoid(margin) * sigmoid(-margin)) / n);
  const direction = new Float64Array(size);
  const marginChange = new Float64Array(n);
  const residual = gradient.map((g) => -g);
  const search = residual.map((value, j) => value / diagonal[j]!);
  const product = new Float64Array(size);
  const searchMargins = new Float64Array(n);
  let alignment = dot(residual, search);
  let products = 0;
  // In exact arithmetic `size` products are enough; the bound only guards against rounding without end.
  while (norm(residual) > target && products < size) {
    for (let j = 0; j < size; j++) product[j] = l2 * search[j]!;
    for (let i = 0; i < n; i++) {
      const change = dotRow(rows, used[i]!, search);
      searchMargins[i] = signs[i]! * change;
      addRow(rows, used[i]!, curvature[i]! * change, product);
    }
    products++;
    const length = alignment / dot(search, product);
    addScaled(direction, length, search);
    addScaled(marginChange, length, searchMargins);
    addScaled(residual, -length, product);
    let next = 0;
    for (let j = 0; j < size; j++) next += residual[j]! ** 2 / diagonal[j]!;
    const keep = next / alignment;
    for (let j = 0; j < size; j++) search[j] = residual[j]! / diagonal[j]! + keep * search[j]!;
    alignment = next;
  }
  return { direction, marginChange, products };
}

const ARMIJO = 1e-4;
const HALVINGS = 40;

/** Moves weights and margins along the step, halved until f falls enough. False where no length helps. */
function moveAlong(
  problem: Problem,
  weights: Float64Array,
  margins: Float64Array,
  gradient: Float64Array,
  { direction, marginChange }: Step,
): boolean {
  const before = objectiveAt(problem, weights, margins);
  const slope = dot(gradient, direction);
  // Near the minimum f changes by less than its rounding error; there the full Newton step is right.
  const slack = 1e-14 * Math.max(1, Math.abs(before));
  for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
    const tried = weights.map((w, j) => w + length * direction[j]!);
    const triedMargins = margins.map((m, i) => m + length * marginChange[i]!);
    if (objectiveAt(problem, tried, triedMargins) <= before + ARMIJO * length * slope + slack) {
      weights.set(tried);
      margins.set(triedMargins);
      return true;
    }
  }
  return false;
}
