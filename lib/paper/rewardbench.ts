/** RewardBench scores of the main mixes: Table 3 (section 4.2) and Table 4 (section 4.3), means of three runs. */
import type { PaperDataset } from "./source.js";

export type PaperMix = "100% Human" | "100% Synth." | "Best Hybrid";

/** A mix's RewardBench scores, percent. */
export interface SectionScoresRow {
  readonly mix: PaperMix;
  /** Mean of the four sections, rounded by the paper. */
  readonly overallPercent: number;
  readonly chatPercent: number;
  readonly chatHardPercent: number;
  readonly safetyPercent: number;
  readonly reasoningPercent: number;
}

export interface Table3Row extends SectionScoresRow {
  readonly dataset: PaperDataset;
}

export interface Table4Row extends SectionScoresRow {
  readonly baseModel: "Llama 3.1 8B" | "Qwen 2.5 7B";
}

type Five = readonly [overall: number, chat: number, chatHard: number, safety: number, reasoning: number];

const scores = (
  mix: PaperMix,
  [overallPercent, chatPercent, chatHardPercent, safetyPercent, reasoningPercent]: Five,
): SectionScoresRow => ({
  mix,
  overallPercent,
  chatPercent,
  chatHardPercent,
  safetyPercent,
  reasoningPercent,
});

const three = <Key extends object>(key: Key, human: Five, synthetic: Five, hybrid: Five) => [
  { ...key, ...scores("100% Human", human) },
  { ...key, ...scores("100% Synth.", synthetic) },
  { ...key, ...scores("Best Hybrid", hybrid) },
];

/** Table 3 (section 4.2): reward models from TÜLU 2 13B. */
export const TABLE_3: readonly Table3Row[] = [
  ...three(
    { dataset: "MultiPref" as const },
    [60.4, 89.1, 37.8, 71.6, 42.9],
    [66.5, 90.2, 34.6, 69.7, 71.3],
    [70.6, 94.4, 35.1, 74.8, 78.2],
  ),
  ...three(
    { dataset: "Helpsteer2" as const },
    [72.4, 90.6, 60.7, 68.0, 76.7],
    [65.8, 71.6, 64.0, 45.2, 82.7],
    [79.7, 89.9, 64.9, 77.0, 87.0],
  ),
  ...three(
    { dataset: "AlpacaFarm" as const },
    [55.0, 85.5, 44.5, 38.5, 51.6],
    [60.9, 87.2, 41.4, 56.1, 58.5],
    [66.8, 94.5, 50.8, 58.1, 63.8],
  ),
  ...three(
    { dataset: "ChatArena" as const },
    [59.0, 90.6, 50.4, 36.3, 58.8],
    [71.6, 93.5, 50.2, 69.4, 73.2],
    [72.2, 94.7, 51.3, 67.6, 75.1],
  ),
];

/** Share of human labels in the best hybrid, percent: Table 3; Helpsteer2-Preferences from appendix L.3. */
export const BEST_HYBRID_HUMAN_PERCENT: Readonly<Record<PaperDataset | "Helpsteer2-Preferences", number>> = {
  MultiPref: 37.4,
  Helpsteer2: 69.6,
  AlpacaFarm: 67.2,
  ChatArena: 23.0,
  "Helpsteer2-Preferences": 67.6,
};

/** Table 4 (section 4.3): Helpsteer2's mixes on other base models. */
export const TABLE_4: readonly Table4Row[] = [
  ...three(
    { baseModel: "Llama 3.1 8B" as const },
    [64.7, 91.1, 51.0, 39.2, 78.7],
    [60.6, 90.5, 33.8, 48.8, 69.4],
    [72.4, 94.7, 47.6, 71.4, 76.2],
  ),
  ...three(
    { baseModel: "Qwen 2.5 7B" as const },
    [71.8, 87.7, 54.5, 60.6, 84.0],
    [69.7, 89.1, 54.8, 56.9, 82.2],
    [72.4, 87.4, 55.6, 63.1, 83.6],
  ),
];
