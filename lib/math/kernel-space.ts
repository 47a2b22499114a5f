/**
 * Regression with more columns than rows, from the inner products of the rows alone: a function b + Σ aᵣ·k(r, ·) with
 * Σ aᵣ = 0. Nothing of the width of the design is made, and a fit to some of the rows costs one Cholesky factor.
 * Inner products square the condition, so they are kept to twice the digits and each solution is refined until its
 * residual, computed to as many, is gone; where that fails the caller has to go by the singular values.
 * @see Golub and Van Loan, Matrix Computations, 4th ed., §3.5.3 (iterative refinement)
 * @see Rasmussen and Williams 2006, §2.7 (a constant besides the kernel)
 */
import { factorCholesky, solveCholesky } from "./cholesky.js";
import { addDoubles, type DoubleDouble, sumDoubles, twoProduct, twoSum, upperHalf } from "./double-double.js";
import { createMatrix, type Matrix } from "./matrix.js";
import type { PreciseMatrix } from "./precise-gram.js";

/** Inner products of all rows, less the mean of all. */
export interface KernelSpace extends PreciseMatrix {
  /** The upper halves of `high`'s values, for exact products. */
  readonly upper: Matrix;
}

/** A fitted function in the rows' own terms. */
export interface DualFit {
  readonly rows: Int32Array;
  /** a: one a row, as high + low; sums to zero. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** b: the value where all inner products vanish. */
  readonly constant: number;
}

/** @param gram inner products of the rows, any origin */
export function createKernelSpace(gram: PreciseMatrix): KernelSpace {
  const n = gram.high.rows;
  const means = Array.from({ length: n }, (_, i) => {
    const part = (matrix: Matrix) => matrix.data.subarray(i * n, (i + 1) * n);
    const { high, low } = sumDoubles(part(gram.high), part(gram.low));
    return { high: -high / n, low: -(low + remainder(high, n)) / n };
  });
  const all = sumDoubles(means.map((each) => each.high), means.map((each) => each.low)); // biome-ignore format: one call
  const mean = { high: all.high / n, low: (all.low + remainder(all.high, n)) / n };
  const high = createMatrix(n, n);
  const low = createMatrix(n, n);
  for (let i = 0; i < n; i++) {
    const row = addDoubles(means[i]!, { high: -mean.high, low: -mean.low });
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      const entry = { high: gram.high.data[at]!, low: gram.low.data[at]! };
      const sum = addDoubles(addDoubles(entry, row), means[j]!);
      high.data[at] = sum.high;
      low.data[at] = sum.low;
    }
  }
  return { high, low, upper: { ...high, data: high.data.map(upperHalf) } };
}

/** What high / n · n misses of high. */
function remainder(high: number, n: number): number {
  const quotient = high / n;
  const upper = upperHalf(quotient);
  return high - upper * n - (quotient - upper) * n;
}

/** Refinements after which a fit that still moves is given up. */
const MOST_STEPS = 8;
/** Relative size that the next step would have, once a fit has settled. */
const SETTLED = 1e-19;
/** Each step must leave this share of the one before, at most: a matrix that is nearly singular does not. */
const SLOWEST = 0.1;

/**
 * Minimizes Σ w·(target - f(row))² + penalty·|f|², the constant free; without a penalty, of the functions through all
 * targets the one of smallest norm.
 * @param rows different ones
 * @param weights one a row, > 0
 * @param targets one a row of the space
 * @param penalty ≥ 0
 * @returns null where the inner products are too nearly dependent for the fit to be trusted
 */
export function solveDual(
  space: KernelSpace,
  rows: Int32Array,
  weights: Float64Array,
  targets: ArrayLike<number>,
  penalty: number,
): DualFit | null {
  const n = rows.length;
  const solve = createSolver(space, rows, weights, penalty);
  if (solve === null) return null;
  const ridge = weights.map((weight) => penalty / weight);
  const wanted = Float64Array.from(rows, (row) => targets[row]!);
  let { residual, shared } = settle(wanted, new Float64Array(n));
  const high = new Float64Array(n);
  const low = new Float64Array(n);
  for (let step = 0, last = 1 / SLOWEST; step < MOST_STEPS; step++) {
    const change = solve(residual);
    addTo(high, low, change);
    centerSum(high, low);
    ({ residual, shared } = residualOf(space, rows, wanted, { high, low }, ridge));
    const size = largest(change) / (largest(high) || 1);
    if (!(size <= SLOWEST * last)) return null;
    if (size * (size / last) <= SETTLED) {
      return { rows, high, low, constant: shared + residual.reduce((sum, value) => sum + value, 0) / n };
    }
    last = size;
  }
  return null;
}

/** Value of the function at a row of the space. */
export function predictDual(space: KernelSpace, { rows, high, low, constant }: DualFit, row: number): number {
  const sum = new Float64Array(1).fill(constant);
  const rest = new Float64Array(1);
  const negative = (value: number) => -value;
  subtractProducts(space, Int32Array.of(row), rows, high.map(negative), low.map(negative), sum, rest);
  return sum[0]! + rest[0]!;
}

/** Solves, to double precision, (K + penalty/w)·a + b·1 = r with Σ a = 0. */
function createSolver(
  { high }: KernelSpace,
  rows: Int32Array,
  weights: Float64Array,
  penalty: number,
): ((residual: Float64Array) => Float64Array) | null {
  const n = rows.length;
  const matrix = createMatrix(n, n);
  let trace = 0;
  for (const row of rows) trace += high.data[row * high.columns + row]!;
  // Any multiple of ones may be added: it meets Σ a = 0. This one keeps the condition.
  const lift = trace / n;
  for (let i = 0; i < n; i++) {
    const from = rows[i]! * high.columns;
    for (let j = 0; j <= i; j++) matrix.data[i * n + j] = high.data[from + rows[j]!]! + lift;
    matrix.data[i * n + i]! += penalty / weights[i]!;
  }
  const lower = factorCholesky(matrix);
  if (lower === null) return null;
  const ones = solveCholesky(lower, new Float64Array(n).fill(1));
  const total = ones.reduce((sum, value) => sum + value, 0);
  return (residual) => {
    const solved = solveCholesky(lower, residual);
    const constant = solved.reduce((sum, value) => sum + value, 0) / total;
    return solved.map((value, i) => value - constant * ones[i]!);
  };
}

/** wanted - K·a - ridge·a to twice the digits, less what all share: that is the constant's. */
function residualOf(
  space: KernelSpace,
  rows: Int32Array,
  wanted: Float64Array,
  { high, low }: Pick<DualFit, "high" | "low">,
  ridge: Float64Array,
): Residual {
  const sum = wanted.slice();
  const rest = new Float64Array(rows.length);
  subtractProducts(space, rows, rows, high, low, sum, rest);
  for (let i = 0; i < rows.length; i++) {
    const shrunk = twoProduct(ridge[i]!, high[i]!);
    const left = twoSum(sum[i]!, -shrunk.high);
    sum[i] = left.high;
    rest[i]! += left.low - shrunk.low - ridge[i]! * low[i]!;
  }
  return settle(sum, rest);
}

interface Residual {
  readonly residual: Float64Array;
  readonly shared: number;
}

/** Takes the mean from sums that nearly equal it, which is exact, and only then rounds. */
function settle(sum: Float64Array, rest: Float64Array): Residual {
  const shared = sum.reduce((total, value) => total + value, 0) / sum.length;
  return { residual: sum.map((value, i) => value - shared + rest[i]!), shared };
}

/** sum + rest ← sum + rest - K·a for some rows of K, products and sums written out as in double-double.ts. */
function subtractProducts(
  { high: kernel, low: kernelRest, upper }: KernelSpace,
  of: Int32Array,
  rows: Int32Array,
  high: Float64Array,
  low: Float64Array,
  sum: Float64Array,
  rest: Float64Array,
): void {
  const halves = high.map(upperHalf);
  for (let i = 0; i < of.length; i++) {
    const from = of[i]! * kernel.columns;
    let total = sum[i]!;
    let missed = rest[i]!;
    for (let j = 0; j < rows.length; j++) {
      const at = from + rows[j]!;
      const k = kernel.data[at]!;
      const k1 = upper.data[at]!;
      const k2 = k - k1;
      const a = high[j]!;
      const a1 = halves[j]!;
      const a2 = a - a1;
      const product = -k * a;
      const next = total + product;
      const part = next - total;
      missed += total - (next - part) + (product - part);
      missed -= k1 * a1 + product + k1 * a2 + k2 * a1 + k2 * a2;
      missed -= kernelRest.data[at]! * a + k * low[j]!;
      total = next;
    }
    sum[i] = total;
    rest[i] = missed;
  }
}

function addTo(high: Float64Array, low: Float64Array, change: Float64Array): void {
  for (let i = 0; i < high.length; i++) {
    const sum: DoubleDouble = addDoubles({ high: high[i]!, low: low[i]! }, { high: change[i]!, low: 0 });
    high[i] = sum.high;
    low[i] = sum.low;
  }
}

/** Takes from each what makes the sum zero to twice the digits. */
function centerSum(high: Float64Array, low: Float64Array): void {
  const total = sumDoubles(high, low);
  addTo(high, low, new Float64Array(high.length).fill(-(total.high + total.low) / high.length));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
