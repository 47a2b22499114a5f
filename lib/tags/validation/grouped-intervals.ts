/** Bootstrap over groups of rows: what belongs together is drawn together. */
import type { Rng } from "../../base/index.js";
import { bootstrapIntervals, type Interval, type ResamplingOptions } from "../../math/index.js";

export interface GroupedIntervals {
  readonly intervals: readonly Interval[];
  readonly groupCount: number;
}

/**
 * Percentile intervals of statistics of weighted rows, resampling groups with replacement.
 * @param groups the group of each row
 * @param statistics receives how often each row was drawn, in the order of the rows
 */
export function groupedIntervals(
  groups: readonly string[],
  statistics: (weights: Float64Array) => readonly number[],
  rng: Rng,
  options: ResamplingOptions,
): GroupedIntervals {
  const numberOf = new Map<string, number>();
  const numbers = groups.map((group) => {
    const number = numberOf.get(group) ?? numberOf.size;
    numberOf.set(group, number);
    return number;
  });
  const groupCount = numberOf.size;
  const intervals = bootstrapIntervals(
    groupCount,
    (drawn) => {
      const times = new Float64Array(groupCount);
      for (const group of drawn) times[group]! += 1;
      return statistics(Float64Array.from(numbers, (number) => times[number]!));
    },
    rng,
    options,
  );
  return { intervals, groupCount };
}
