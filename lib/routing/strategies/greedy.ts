/**
 * Greedy routing: from the LM labelling all, the instance whose switch gains most goes to a human, one after the other.
 * Source: a summary of arXiv 2410.19133 (the paper itself names simulation and top-k).
 */
import { runGreedy } from "./greedy-run.js";
import type { RoutingStep, RoutingStrategy } from "./strategy.js";

/**
 * Until the count is reached; with an open budget or money, until no switch gains. Gains are exact at every step; of
 * equal ones the earliest row is taken. With money it goes once by gain for the price and once by gain, and keeps the
 * better mix. Under limits on tags only switches that maxima allow are made and room is kept for minima; where that
 * gets stuck, the solver completes the mix, keeping as many of the choices as it can. Pessimistic: of the rows most
 * promising by the gradient of the lower bound, the one of the highest lower bound; before it stops for want of a gain,
 * all rows are looked at.
 */
export const GREEDY: RoutingStrategy = {
  name: "greedy",
  choose(request) {
    const { budget, predictor } = request;
    if (budget.kind !== "money") return runGreedy(request, null);
    const runs = [budget.extra, null].map((prices) => {
      const steps: RoutingStep[] = [];
      const onStep = request.onStep && ((step: RoutingStep) => steps.push(step));
      return { human: runGreedy({ ...request, onStep }, prices), steps };
    });
    const [byPrice, byGain] = runs as [(typeof runs)[0], (typeof runs)[0]];
    const best = predictor.scoreOf(byGain.human) > predictor.scoreOf(byPrice.human) ? byGain : byPrice;
    for (const step of best.steps) request.onStep?.(step);
    return best.human;
  },
};
