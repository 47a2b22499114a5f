/** Routings side by side: what is predicted of each, and how many instances they agree on. */
import { countBits, countCommonBits } from "../../math/index.js";
import type { Routing } from "../../routing/index.js";

/** One routing; scores in percent. */
export type RoutingSummaryRow = {
  readonly routing: string;
  /** Instances that humans label. */
  readonly human: number;
  readonly predicted_percent: number;
  /** Above the LM labelling all, percentage points. */
  readonly over_all_lm: number;
  /** Above humans labelling all. */
  readonly over_all_human: number;
  /** Of the first routing's human instances, how many go to humans here, in [0, 1]; NaN if it has none. */
  readonly shared_with_first: number;
};

/** A row a routing, in their order; all of one data set. */
export function routingSummaryRows(
  routings: readonly (readonly [name: string, routing: Routing])[],
): RoutingSummaryRow[] {
  const first = routings[0]?.[1];
  return routings.map(([routing, { human, humanCount, predicted }]) => ({
    routing,
    human: humanCount,
    predicted_percent: 100 * predicted.chosen,
    over_all_lm: 100 * (predicted.chosen - predicted.allLm),
    over_all_human: 100 * (predicted.chosen - predicted.allHuman),
    shared_with_first:
      first === undefined ? Number.NaN : countCommonBits(human, first.human) / countBits(first.human),
  }));
}
