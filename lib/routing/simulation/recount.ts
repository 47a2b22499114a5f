/** The kernel checked while it runs: some of its mixes are drawn, counted and scored again by plain code. */
import { countCommonBits } from "../../math/index.js";
import { drawMix } from "./plain/draw-mix.js";
import type { SimulationDraws } from "./score-blocks.js";
import { polynomialScore, type SimulationScorer } from "./scorer.js";
import type { SimulatedMix } from "./top-mixes.js";

/**
 * @returns how many mixes were counted again
 * @throws {Error} if one comes out otherwise, by a single bit: the kernel or the processor is at fault
 */
export function recount(
  draws: SimulationDraws,
  scorer: SimulationScorer,
  mixes: readonly SimulatedMix[],
): number {
  for (const { index, humanCount, score } of mixes) {
    const { human, humanCount: drawn } = drawMix(draws, draws.seed, index, draws.budgetCount);
    const counted = countCommonBits(human, human);
    const again = plainScore(draws, scorer, human);
    if (counted === humanCount && drawn === humanCount && Object.is(again, score)) continue;
    throw new Error(
      `mix ${index}: the kernel found ${humanCount} human labels and score ${score}, ` +
        `plain code ${counted} and ${again}; please report this`,
    );
  }
  return mixes.length;
}

function plainScore({ columns }: SimulationDraws, scorer: SimulationScorer, human: Uint32Array): number {
  if ("scoreOf" in scorer) return scorer.scoreOf(human);
  const counts = Uint32Array.from(columns, (column) => countCommonBits(column, human));
  return "polynomial" in scorer ? polynomialScore(scorer, counts) : scorer.scoreOfCounts(counts);
}
