/** The fastest way to score simulated mixes by a predictor. */
import type { MixPredictor } from "../predictor.js";
import type { SimulationScorer } from "./scorer.js";

/** @returns a polynomial where it is one and not lowered by its uncertainty; else a function of the counts, or of the mix */
export function predictorScorer(predictor: MixPredictor): SimulationScorer {
  const { additive, counting, pessimism, ppm } = predictor;
  if (additive && pessimism === 0) return additive;
  if (counting === null) return { scoreOf: (human) => predictor.scoreOf(human) };
  const { columns, sizeRatio } = counting;
  const seen = new Float64Array(columns.length);
  return {
    scoreOfCounts(counts) {
      for (let i = 0; i < seen.length; i++) seen[i] = sizeRatio * counts[columns[i]!]!;
      const mean = ppm.predict(seen);
      return pessimism === 0 ? mean : mean - pessimism * (ppm.uncertainty?.sd(seen) ?? Number.NaN);
    },
  };
}
