/** Percentile bootstrap. */
import type { Rng } from "../base/index.js";
import { quantile } from "./summary.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile interval of a statistic over resamples of items with replacement.
 * @param count number of items; the statistic receives `count` indices in [0, count)
 * @param options.level coverage in (0, 1); default 0.95
 * @param options.resamples default 1000
 * @see Efron and Tibshirani 1993, chapter 13
 */
export function bootstrapInterval(
  count: number,
  statistic: (indices: Int32Array) => number,
  rng: Rng,
  options: { readonly level?: number; readonly resamples?: number } = {},
): Interval {
  const { level = 0.95, resamples = 1000 } = options;
  const indices = new Int32Array(count);
  const values = Float64Array.from({ length: resamples }, () => {
    for (let i = 0; i < count; i++) indices[i] = rng.int(count);
    return statistic(indices);
  });
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) };
}
