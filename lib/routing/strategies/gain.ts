/**
 * The rule for a single instance: to a human where its gain by itself is above zero.
 * Source: arXiv 2410.19133, §2.3, routing strategy for a single instance.
 */
import { OPEN_BUDGET } from "../budget/budget.js";
import type { RoutingStrategy } from "./strategy.js";
import { TOP_K } from "./topk.js";

/** It looks at no budget: each instance is decided by itself. Limits on tags hold: then the sum of gains is maximized. */
export const GAIN: RoutingStrategy = {
  name: "gain",
  choose: (request) => TOP_K.choose({ ...request, budget: OPEN_BUDGET }),
  notes: (budget) =>
    budget.kind === "open"
      ? []
      : ["the gain rule decides each instance by itself: the budget was not looked at (topk looks at it)"],
};
