/** Trains the embedded reward model on prepared features, and reads off differences of rewards. */
import { sha256 } from "../../base/index.js";
import { fitDual } from "./dual-fit.js";
import { type Gram, gramOf } from "./gram.js";
import type { FitMetrics, FitOptions } from "./loss.js";
import type { PreparedFeatures } from "./prepare.js";
import { type Fit, fitPrimal } from "./primal-fit.js";
import { addRow, dotRow, type SparseRows } from "./sparse-rows.js";

export const DEFAULT_FIT_OPTIONS: FitOptions = { l2: 0.01, tolerance: 1e-6, maxSteps: 100 };

/** Up to so many pairs the fit runs on the Gram matrix (at most 288 MB), beyond on the features themselves. */
export const MAX_GRAM_PAIRS = 6000;

/** What all fits on the same features share: the features of the pairs, and their Gram matrix where it has room. */
export interface FitInputs {
  readonly pairs: SparseRows;
  readonly gram: Gram | null;
}

/** Computes once what every fit needs. */
export function fitInputs({ pairs }: Pick<PreparedFeatures, "pairs">): FitInputs {
  return { pairs, gram: pairs.rowCount <= MAX_GRAM_PAIRS ? gramOf(pairs) : null };
}

/**
 * Trains one reward model. Which of the two ways of fitting is taken depends on the number of pairs only, so
 * equal inputs give equal bytes.
 * @param labels one a pair: +1 completion A preferred, -1 completion B, 0 left out
 * @throws {RangeError} if the lengths differ, every label is 0, or the penalty is not positive
 */
export function fitModel({ pairs, gram }: FitInputs, labels: Int8Array, options: FitOptions): Fit {
  if (gram === null) return fitPrimal(pairs, labels, options);
  const { coefficients, metrics } = fitDual(gram, labels, options);
  const weights = new Float64Array(pairs.columnCount);
  for (const [i, coefficient] of coefficients.entries()) {
    if (coefficient !== 0) addRow(pairs, i, coefficient, weights);
  }
  return { weights, metrics };
}

const inputsOf = new WeakMap<SparseRows, FitInputs>();

/** {@link fitModel} on prepared features; what fits share is computed at the first call and kept. */
export function trainEmbedded(
  prepared: Pick<PreparedFeatures, "pairs">,
  labels: Int8Array,
  options: Partial<FitOptions> = {},
): Fit {
  const inputs = inputsOf.get(prepared.pairs) ?? fitInputs(prepared);
  inputsOf.set(prepared.pairs, inputs);
  return fitModel(inputs, labels, { ...DEFAULT_FIT_OPTIONS, ...options });
}

/** r(chosen) - r(rejected) of each benchmark item. */
export function benchmarkMargins(benchmark: SparseRows, weights: Float64Array): Float64Array {
  return Float64Array.from({ length: benchmark.rowCount }, (_, i) => dotRow(benchmark, i, weights));
}

/** What one job gives back; small, since it goes from thread to thread. */
export interface FittedJob {
  readonly metrics: FitMetrics;
  readonly margins: Float64Array;
  readonly weightsSha256: string;
}

/** Fits one job and reads off the benchmark. */
export function fitJob(
  inputs: FitInputs,
  benchmark: SparseRows,
  labels: Int8Array,
  options: FitOptions,
): FittedJob {
  const { weights, metrics } = fitModel(inputs, labels, options);
  return {
    metrics,
    margins: benchmarkMargins(benchmark, weights),
    weightsSha256: hashWeights(weights),
  };
}

/** SHA-256 of weights: equal models have equal hashes. */
export function hashWeights(weights: Float64Array): string {
  return sha256(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
}
