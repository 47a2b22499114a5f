/**
 * Top-k gain: the instances that gain most when a human labels them, each by itself.
 * Source: arXiv 2410.19133, §2.3 and Appendix E.
 */
import { createBitset, setBit } from "../../math/index.js";
import { solveFor } from "./solve-for.js";
import type { RoutingStrategy } from "./strategy.js";

/**
 * The k instances of highest gain, of equal ones the earlier; with an open budget, those whose gain is above zero.
 * With money, those of highest gain for their price, or of highest gain, as far as the money goes: whichever mix is
 * predicted the higher score. Under limits on tags, the feasible mix of the greatest sum of gains.
 */
export const TOP_K: RoutingStrategy = {
  name: "topk",
  choose(request) {
    const { gains, budget, constraints, predictor } = request;
    if (constraints.length > 0) return solveFor(gains, request);
    const rows = [...gains.keys()];
    const above = rows.filter((row) => gains[row]! > 0);
    if (budget.kind === "open") return createBitset(rows.length, above);
    if (budget.kind === "count") {
      return createBitset(rows.length, ranked(rows, gains).slice(0, budget.count));
    }
    const { extra } = budget;
    const buy = (keys: Float64Array) => {
      const human = createBitset(rows.length);
      let left = budget.limit;
      for (const row of ranked(above, keys)) {
        if (extra[row]! > left) continue;
        left -= extra[row]!;
        setBit(human, row);
      }
      return human;
    };
    const byPrice = buy(gains.map((gain, row) => gain / extra[row]!));
    const byGain = buy(gains);
    return predictor.scoreOf(byGain) > predictor.scoreOf(byPrice) ? byGain : byPrice;
  },
};

/** Rows by falling keys, of equal ones the earlier first. */
function ranked(rows: readonly number[], keys: Float64Array): number[] {
  return rows.toSorted((a, b) => keys[b]! - keys[a]! || a - b);
}
