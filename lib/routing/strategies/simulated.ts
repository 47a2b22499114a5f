/**
 * Simulated routing: draw many candidates, take the one of the highest predicted score.
 * Source: arXiv 2410.19133, §2.3 and Appendix E.
 */
import { sampleCandidates } from "../../candidates/index.js";
import type { Bitset } from "../../math/index.js";
import type { RoutingStrategy } from "./strategy.js";

/** The paper's number of simulated candidates (§4.1). */
export const DEFAULT_SIMULATIONS = 500;

/** Candidates by Algorithm 1, all of the budget's size or, where it is open, each of a random size; the first best wins. */
export const SIMULATED: RoutingStrategy = {
  name: "simulated",
  choose({ predictor, budget, simulations, rng }) {
    const options = budget === "open" ? {} : { budgetCount: budget };
    const mixes = sampleCandidates(predictor.matrix, { count: simulations, rng, ...options });
    let best: Bitset = mixes[0]!.human;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const { human } of mixes) {
      const score = predictor.scoreOf(human);
      if (score <= bestScore) continue;
      bestScore = score;
      best = human;
    }
    return best;
  },
};
