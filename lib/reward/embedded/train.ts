/** Trains the embedded reward model on prepared features, and reads off rewards' differences. */
import { type Fit, type FitOptions, fitBradleyTerry } from "./bradley-terry.js";
import type { PreparedFeatures } from "./prepare.js";
import { dotRow } from "./sparse-rows.js";

export const DEFAULT_FIT_OPTIONS: FitOptions = { l2: 0.01, tolerance: 1e-6, maxSteps: 100 };

/**
 * Trains one reward model.
 * @param labels one a pair: +1 completion A preferred, -1 completion B, 0 left out
 * @throws {RangeError} as {@link fitBradleyTerry}
 */
export function trainEmbedded(
  prepared: Pick<PreparedFeatures, "pairs">,
  labels: Int8Array,
  options: Partial<FitOptions> = {},
): Fit {
  return fitBradleyTerry(prepared.pairs, labels, { ...DEFAULT_FIT_OPTIONS, ...options });
}

/** r(chosen) - r(rejected) of each benchmark item. */
export function benchmarkMargins(
  { benchmark }: Pick<PreparedFeatures, "benchmark">,
  weights: Float64Array,
): Float64Array {
  return Float64Array.from({ length: benchmark.rowCount }, (_, i) => dotRow(benchmark, i, weights));
}
