/**
 * What a group is worth by how many of its rows humans label: the heaviest first, so a concave function, linear from
 * one number to the next.
 */
import type { RowGroup } from "./row-groups.js";

export interface RankedGroup {
  /** Heaviest first, of equal ones the earlier. */
  readonly rows: Int32Array;
  /** Weights of `rows`. */
  readonly weights: Float64Array;
  /** `sums[t]`: the weight of the first t rows. */
  readonly sums: Float64Array;
}

/** @param divisor what weights are divided by */
export function rankGroup({ rows }: RowGroup, weightOf: Float64Array, divisor: number): RankedGroup {
  const ranked = rows.slice().sort((a, b) => weightOf[b]! - weightOf[a]! || a - b);
  const weights = Float64Array.from(ranked, (row) => weightOf[row]! / divisor);
  const sums = new Float64Array(rows.length + 1);
  for (let t = 0; t < weights.length; t++) sums[t + 1] = sums[t]! + weights[t]!;
  return { rows: ranked, weights, sums };
}

/** The value of t rows, t between whole numbers too. */
export function valueAt({ weights, sums }: RankedGroup, t: number): number {
  const whole = Math.min(Math.max(Math.floor(t), 0), weights.length);
  return sums[whole]! + (whole < weights.length ? (t - whole) * weights[whole]! : 0);
}

/** The line through the values of `segment` and `segment + 1` rows; nowhere below the value. */
export function lineAt(
  { weights, sums }: RankedGroup,
  segment: number,
): { readonly slope: number; readonly offset: number } {
  const slope = weights[segment]!;
  return { slope, offset: sums[segment]! - slope * segment };
}
