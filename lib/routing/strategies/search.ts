/**
 * Local search: from the best mix of the other strategies, moves that raise the predicted score until none does.
 * Departure: the paper simulates; this is the "search" of its summary, with simulation as one of the starts.
 */
import type { Bitset } from "../../math/index.js";
import { MovingMix } from "../increments/moving-mix.js";
import { climb } from "./climb.js";
import { climbBound } from "./climb-bound.js";
import { GAIN } from "./gain.js";
import { GREEDY } from "./greedy.js";
import { SIMULATED } from "./simulated.js";
import type { RoutingRequest, RoutingStrategy } from "./strategy.js";
import { TOP_K } from "./topk.js";

/**
 * A move swaps a row that is with a human for one that is not; with an open budget or money it may also add or drop
 * one. Each raises the score by more than rounding, so the search ends, and it ends where no single move helps. It
 * starts from what `simulated` draws with the same generator (or from something better): it is never below it.
 * Pessimistic, the moves looked at are the most promising by the gradient of the lower bound: see {@link climbBound}.
 */
export const SEARCH: RoutingStrategy = {
  name: "search",
  async choose(request) {
    const { predictor, budget, constraints } = request;
    const mix = new MovingMix(predictor, budget, constraints, "search");
    const start = await bestStart(request);
    mix.load(start);
    if (predictor.pessimism > 0) climbBound(mix, request);
    else climb(mix, request);
    const found = mix.toBitset();
    return predictor.scoreOf(found) > predictor.scoreOf(start) ? found : start;
  },
};

async function bestStart(request: RoutingRequest): Promise<Bitset> {
  const quiet = { ...request, onStep: undefined };
  const strategies = [GREEDY, TOP_K, SIMULATED, ...(request.budget.kind === "open" ? [GAIN] : [])];
  let best: Bitset | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const strategy of strategies) {
    const human = await strategy.choose(quiet);
    const score = request.predictor.scoreOf(human);
    if (best !== null && score <= bestScore) continue;
    best = human;
    bestScore = score;
  }
  return best!;
}
