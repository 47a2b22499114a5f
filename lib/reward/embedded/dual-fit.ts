/**
 * The Bradley-Terry fit in the space of pairs: the minimum is a combination of difference vectors, w = Dᵀc, so
 * that the Gram matrix G = DDᵀ, computed once, serves every mix of labels.
 *
 *   f(c) = 1/m Σ log(1 + exp(-y_i z_i)) + λ/2 cᵀz,  z = G c,  ∇f = Dᵀr with r = λ c + q, q_i = -y_i σ(-y_i z_i)/m
 *
 * Newton's system (H G + λ) s = -r is solved by conjugate gradients in its symmetric form.
 * Source: Schölkopf and Smola 2002, section 4.2 (representer theorem); Nocedal and Wright 2006, algorithm 7.1.
 */
import { type Gram, multiplyGram } from "./gram.js";
import { type FitMetrics, type FitOptions, marginAccuracy, meanLoss, sigmoid, usedRows } from "./loss.js";
import { addScaled, dot } from "./vectors.js";

export interface DualFit {
  /** c: one coefficient a pair, 0 for pairs left out. */
  readonly coefficients: Float64Array;
  readonly metrics: FitMetrics;
}

interface State {
  readonly coefficients: Float64Array;
  /** z = G c. */
  readonly scores: Float64Array;
}

/**
 * Fits coefficients. Deterministic: the start is c = 0, and sums run in index order.
 * @param signs one a pair: +1 or -1, 0 leaves the pair out
 * @throws {RangeError} if the lengths differ, no pair is in use, or λ is not positive
 */
export function fitDual(gram: Gram, signs: Int8Array, options: FitOptions): DualFit {
  const { l2, tolerance, maxSteps } = options;
  const { used } = usedRows(gram.size, signs, l2);
  const state: State = {
    coefficients: new Float64Array(gram.size),
    scores: new Float64Array(gram.size),
  };
  const residual = new Float64Array(gram.size);
  const image = new Float64Array(gram.size);
  const gradientNorm = (): number => {
    dualGradient(signs, used, state, l2, residual);
    multiplyGram(gram, residual, image);
    return Math.sqrt(Math.max(0, dot(residual, image)));
  };
  let products = 0;
  let iterations = 0;
  let current = gradientNorm();
  const start = current;
  const isDone = (): boolean =>
    current <= tolerance * Math.max(1, Math.sqrt(Math.max(0, dot(state.coefficients, state.scores))));
  while (!isDone() && iterations < maxSteps) {
    const forcing = Math.min(0.1, Math.sqrt(current / start));
    const step = dualDirection(gram, signs, used, state, residual, l2, forcing);
    products += step.products;
    if (!moveAlong(signs, used, state, step, dot(residual, step.image), l2)) break;
    iterations++;
    current = gradientNorm();
  }
  const margins = marginsOf(signs, used, state.scores);
  return {
    coefficients: state.coefficients,
    metrics: {
      converged: isDone(),
      iterations,
      hessianProducts: products,
      objective: meanLoss(margins) + 0.5 * l2 * dot(state.coefficients, state.scores),
      loss: meanLoss(margins),
      gradientNorm: current,
      accuracy: marginAccuracy(margins),
      pairsUsed: used.length,
    },
  };
}

function marginsOf(signs: Int8Array, used: Int32Array, scores: Float64Array): Float64Array {
  return Float64Array.from(used, (i) => signs[i]! * scores[i]!);
}

/** r = λ c + q. */
function dualGradient(
  signs: Int8Array,
  used: Int32Array,
  { coefficients, scores }: State,
  l2: number,
  out: Float64Array,
): void {
  for (const i of used) {
    out[i] = l2 * coefficients[i]! - (signs[i]! * sigmoid(-signs[i]! * scores[i]!)) / used.length;
  }
}

interface Step {
  /** s, and G s. */
  readonly direction: Float64Array;
  readonly image: Float64Array;
  readonly products: number;
}

// A saturated pair has next to no curvature; the floor keeps its scale away from zero.
const MIN_CURVATURE = 1e-16;

/** Solves (E G E + λ) u = -E⁻¹ r with E² = H, until the residual has shrunk by `forcing`; s = E u. */
function dualDirection(
  gram: Gram,
  signs: Int8Array,
  used: Int32Array,
  { scores }: State,
  gradient: Float64Array,
  l2: number,
  forcing: number,
): Step {
  const size = gram.size;
  const scales = new Float64Array(size);
  const residual = new Float64Array(size);
  for (const i of used) {
    const margin = signs[i]! * scores[i]!;
    scales[i] = Math.sqrt(Math.max(MIN_CURVATURE, sigmoid(margin) * sigmoid(-margin)) / used.length);
    residual[i] = -gradient[i]! / scales[i]!;
  }
  const target = forcing ** 2 * dot(residual, residual);
  const step = { direction: new Float64Array(size), image: new Float64Array(size) };
  const search = residual.slice();
  const scaled = new Float64Array(size);
  const image = new Float64Array(size);
  let squares = dot(residual, residual);
  let products = 0;
  // In exact arithmetic `size` products are enough; the bound only guards against rounding without end.
  while (squares > target && products < size) {
    for (let i = 0; i < size; i++) scaled[i] = scales[i]! * search[i]!;
    multiplyGram(gram, scaled, image);
    products++;
    const length = squares / (dot(scaled, image) + l2 * dot(search, search));
    addScaled(step.direction, length, scaled);
    addScaled(step.image, length, image);
    for (let i = 0; i < size; i++) residual[i]! -= length * (scales[i]! * image[i]! + l2 * search[i]!);
    const next = dot(residual, residual);
    for (let i = 0; i < size; i++) search[i] = residual[i]! + (next / squares) * search[i]!;
    squares = next;
  }
  return { ...step, products };
}

const ARMIJO = 1e-4;
const HALVINGS = 40;

/** Moves along the step, halved until f falls enough. False where no length helps. */
function moveAlong(
  signs: Int8Array,
  used: Int32Array,
  { coefficients, scores }: State,
  { direction, image }: Step,
  slope: number,
  l2: number,
): boolean {
  const objective = (c: Float64Array, z: Float64Array): number =>
    meanLoss(marginsOf(signs, used, z)) + 0.5 * l2 * dot(c, z);
  const before = objective(coefficients, scores);
  // Near the minimum f changes by less than its rounding error; there the full Newton step is right.
  const slack = 1e-14 * Math.max(1, Math.abs(before));
  for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
    const tried = coefficients.map((c, i) => c + length * direction[i]!);
    const triedScores = scores.map((z, i) => z + length * image[i]!);
    if (objective(tried, triedScores) <= before + ARMIJO * length * slope + slack) {
      coefficients.set(tried);
      scores.set(triedScores);
      return true;
    }
  }
  return false;
}
