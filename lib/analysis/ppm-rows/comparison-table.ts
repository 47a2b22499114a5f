/** Every two families side by side, as a table. */
import type { PairedComparison } from "../../ppm/index.js";

/** First less second. RMSE in percentage points: below 0 the first is better. */
export type PairedRow = {
  readonly first: string;
  readonly second: string;
  /** Of the figures over all candidates, with a 95 % interval over candidates drawn anew. */
  readonly spearman: number;
  readonly spearman_low: number;
  readonly spearman_high: number;
  readonly rmse: number;
  readonly rmse_low: number;
  readonly rmse_high: number;
  /** Share of the repeated splits in which the first had the higher mean Spearman. */
  readonly repeats_won: number;
};

/** A row a pair of families. */
export function pairedRows(comparisons: readonly PairedComparison[]): PairedRow[] {
  return comparisons.map(({ first, second, spearman, rmse }) => ({
    first,
    second,
    spearman: spearman.difference,
    spearman_low: spearman.interval.low,
    spearman_high: spearman.interval.high,
    rmse: 100 * rmse.difference,
    rmse_low: 100 * rmse.interval.low,
    rmse_high: 100 * rmse.interval.high,
    repeats_won: spearman.repeatsWon,
  }));
}
