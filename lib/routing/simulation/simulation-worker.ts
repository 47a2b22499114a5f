/** A worker thread that simulates ranges of mixes with the kernel. */
import { workerData } from "piscina";
import { type BlockScorer, createBlockScorer, type SimulationDraws } from "./score-blocks.js";
import type { PolynomialScorer } from "./scorer.js";
import { type RangePlan, type RangeResult, type SimulationRange, simulateRange } from "./simulate-range.js";

/** What every worker is given once. */
export interface WorkerInput {
  readonly draws: SimulationDraws;
  readonly scorer: PolynomialScorer;
  readonly plan: RangePlan;
}

let blockScorer: BlockScorer | undefined;

export function run(range: SimulationRange): RangeResult {
  const { draws, scorer, plan } = workerData as WorkerInput;
  blockScorer ??= createBlockScorer(draws, scorer);
  return simulateRange(blockScorer, range, plan);
}
