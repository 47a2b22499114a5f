/** Top-k gain against simulated selection at fixed budgets: Tables 10 and 11 (appendix E), means of three runs. */
import type { PaperDataset } from "./source.js";

export interface SelectionRow {
  readonly dataset: PaperDataset;
  readonly budgetPercent: 75 | 50 | 25;
  /** RewardBench Overall of the top-k selection. */
  readonly topKOverallPercent: number;
  /** RewardBench Overall of the best simulated candidate. */
  readonly simulatedOverallPercent: number;
}

type Pair = readonly [topK: number, simulated: number];

const budgets = (
  dataset: PaperDataset,
  pairs: readonly [at75: Pair, at50: Pair, at25: Pair],
): SelectionRow[] =>
  ([75, 50, 25] as const).map((budgetPercent, i) => ({
    dataset,
    budgetPercent,
    topKOverallPercent: pairs[i]![0],
    simulatedOverallPercent: pairs[i]![1],
  }));

/** Table 10: by a linear PPM. */
export const TABLE_10: readonly SelectionRow[] = [
  ...budgets("MultiPref", [
    [60.4, 60.4],
    [60.6, 65.7],
    [62.3, 64.9],
  ]),
  ...budgets("Helpsteer2", [
    [73.2, 74.1],
    [70.2, 72.3],
    [67.7, 73.2],
  ]),
  ...budgets("ChatArena", [
    [61.6, 62.2],
    [65.0, 66.1],
    [65.0, 72.1],
  ]),
  ...budgets("AlpacaFarm", [
    [59.2, 55.9],
    [59.1, 58.9],
    [58.8, 56.8],
  ]),
];

/** Table 11: by a quadratic PPM. */
export const TABLE_11: readonly SelectionRow[] = [
  ...budgets("MultiPref", [
    [65.7, 65.3],
    [64.8, 67.0],
    [65.0, 68.7],
  ]),
  ...budgets("Helpsteer2", [
    [71.7, 73.5],
    [77.0, 73.1],
    [75.6, 74.0],
  ]),
  ...budgets("ChatArena", [
    [63.6, 61.6],
    [60.0, 65.4],
    [68.1, 71.4],
  ]),
  ...budgets("AlpacaFarm", [
    [59.2, 55.6],
    [58.4, 63.0],
    [56.8, 61.6],
  ]),
];
