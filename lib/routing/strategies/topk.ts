/**
 * Top-k gain: the instances that gain most when a human labels them, each by itself.
 * Source: arXiv 2410.19133, §2.3 and Appendix E.
 */
import { createBitset } from "../../math/index.js";
import type { RoutingStrategy } from "./strategy.js";

/** The k instances of highest gain, of equal ones the earlier; with an open budget, those whose gain is above zero. */
export const TOP_K: RoutingStrategy = {
  name: "topk",
  choose({ gains, budget }) {
    const rows = [...gains.keys()];
    if (budget === "open")
      return createBitset(
        rows.length,
        rows.filter((row) => gains[row]! > 0),
      );
    rows.sort((a, b) => gains[b]! - gains[a]! || a - b);
    return createBitset(rows.length, rows.slice(0, budget));
  },
};
