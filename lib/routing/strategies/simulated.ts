/**
 * Simulated routing: draw many candidates, take the one of the highest predicted score.
 * Source: arXiv 2410.19133, §2.3 and Appendix E.
 */
import type { Bitset } from "../../math/index.js";
import { predictorScorer, redrawMix, simulateBest, simulationSeed } from "../simulation/index.js";
import { affordableCount, createMender } from "./mend.js";
import { solveFor } from "./solve-for.js";
import type { RoutingRequest, RoutingStrategy } from "./strategy.js";

/** The paper's number of simulated candidates (§4.1). */
export const DEFAULT_SIMULATIONS = 500;

/**
 * Candidates by Algorithm 1, all of the budget's size or, where it is open, each of a random size; the first best wins.
 * They are the mixes of `simulateMixes` with the same generator. With money or limits on tags each is mended by random
 * exchanges (mend.ts), and left out where that does not do; if none is left, the solver finds mixes of random weights.
 */
export const SIMULATED: RoutingStrategy = {
  name: "simulated",
  async choose(request) {
    const { predictor, budget, simulations, rng, constraints } = request;
    if (budget.kind === "money" || constraints.length > 0) return bestMended(request);
    const { matrix } = predictor;
    const sized = budget.kind === "count" ? { budgetCount: budget.count } : {};
    const progress = request.progress?.("simulated mixes", simulations);
    const [best] = await simulateBest({
      matrix,
      scorer: predictorScorer(predictor),
      seed: rng,
      count: simulations,
      ...sized,
      ...(progress && { progress }),
    }).finally(() => progress?.done());
    return redrawMix(matrix, rng, best!.index, sized.budgetCount);
  },
};

/** With no draw that can be mended: so many mixes by the solver, of random weights. */
const SOLVED_MIXES = 8;

function bestMended(request: RoutingRequest): Bitset {
  const { predictor, budget, simulations, rng } = request;
  const { matrix } = predictor;
  const mend = createMender(request);
  const seed = simulationSeed(rng);
  const budgetCount = budget.kind === "count" ? budget.count : affordableCount(budget, matrix.ids.length);
  const progress = request.progress?.("simulated mixes", simulations);
  const best = new Best(predictor.scoreOf);
  for (let index = 0; index < simulations; index++) {
    const mended = mend(redrawMix(matrix, seed, index, budgetCount), rng.fork("mend", index));
    if (mended !== null) best.offer(mended);
    progress?.advance();
  }
  progress?.done();
  for (let i = 0; best.mix === null || (best.isSolved && i < SOLVED_MIXES); i++) {
    const draws = rng.fork("weights", i);
    best.offer(
      solveFor(
        Float64Array.from(matrix.ids, () => draws.normal()),
        request,
      ),
    );
    best.isSolved = true;
  }
  return best.mix;
}

/** The first mix of the highest score. */
class Best {
  mix: Bitset | null = null;
  isSolved = false;
  #score = Number.NEGATIVE_INFINITY;
  constructor(readonly scoreOf: (human: Bitset) => number) {}

  offer(mix: Bitset): void {
    const score = this.scoreOf(mix);
    if (this.mix !== null && score <= this.#score) return;
    this.mix = mix;
    this.#score = score;
  }
}
