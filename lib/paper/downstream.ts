/** Downstream benchmarks: Best-of-N reranking, Table 5 (section 4.4), and DPO, Table 18 (appendix J). */
import type { PaperMix } from "./rewardbench.js";
import type { PaperDataset } from "./source.js";

/** Scores on five benchmarks, percent. */
export interface DownstreamScores {
  /** The paper's own average of the five. */
  readonly averagePercent: number;
  readonly gsm8kPercent: number;
  readonly bbhPercent: number;
  readonly ifevalPercent: number;
  readonly codexPercent: number;
  readonly alpacaEvalPercent: number;
}

export interface Table5Row extends DownstreamScores {
  readonly dataset: PaperDataset;
  readonly mix: PaperMix;
}

export type DpoMix = PaperMix | "75% Human" | "50% Human" | "25% Human";

export interface Table18Row extends DownstreamScores {
  readonly dataset: PaperDataset;
  readonly mix: DpoMix;
}

type Six = readonly [
  average: number,
  gsm8k: number,
  bbh: number,
  ifeval: number,
  codex: number,
  alpacaEval: number,
];

const six = ([
  averagePercent,
  gsm8kPercent,
  bbhPercent,
  ifevalPercent,
  codexPercent,
  alpacaEvalPercent,
]: Six): DownstreamScores => ({
  averagePercent,
  gsm8kPercent,
  bbhPercent,
  ifevalPercent,
  codexPercent,
  alpacaEvalPercent,
});

const rows = <Mix extends string>(dataset: PaperDataset, mixes: Readonly<Record<Mix, Six>>) =>
  (Object.entries(mixes) as [Mix, Six][]).map(([mix, values]) => ({ dataset, mix, ...six(values) }));

/** Table 5 (section 4.4): best of 16 samples by each reward model. */
export const TABLE_5: readonly Table5Row[] = [
  ...rows<PaperMix>("MultiPref", {
    "100% Human": [48.3, 38.0, 47.3, 43.1, 24.4, 88.6],
    "100% Synth.": [49.4, 41.7, 49.0, 44.9, 23.2, 88.3],
    "Best Hybrid": [50.5, 48.1, 50.2, 44.7, 21.3, 88.1],
  }),
  ...rows<PaperMix>("Helpsteer2", {
    "100% Human": [52.6, 52.3, 51.0, 45.8, 26.2, 87.7],
    "100% Synth.": [51.0, 48.6, 52.0, 47.0, 24.4, 83.1],
    "Best Hybrid": [52.8, 51.7, 49.9, 48.1, 29.3, 85.1],
  }),
  ...rows<PaperMix>("AlpacaFarm", {
    "100% Human": [50.4, 48.2, 50.7, 42.7, 23.8, 86.6],
    "100% Synth.": [53.1, 52.3, 52.6, 44.7, 26.2, 89.6],
    "Best Hybrid": [53.3, 53.5, 52.7, 45.5, 23.8, 91.0],
  }),
  ...rows<PaperMix>("ChatArena", {
    "100% Human": [53.9, 52.3, 52.4, 44.9, 28.7, 91.4],
    "100% Synth.": [53.7, 54.0, 52.3, 44.5, 26.8, 90.9],
    "Best Hybrid": [52.8, 51.9, 51.8, 44.5, 25.0, 90.8],
  }),
];

/** Table 18 (appendix J): DPO from a Llama 3 8B model fine-tuned on TÜLU 2's data. */
export const TABLE_18: readonly Table18Row[] = [
  ...rows<DpoMix>("MultiPref", {
    "Best Hybrid": [56.67, 68.61, 65.09, 49.54, 79.59, 20.53],
    "100% Human": [54.93, 67.1, 65.06, 48.06, 77.95, 16.48],
    "75% Human": [54.25, 66.19, 65.11, 47.87, 74.9, 17.2],
    "50% Human": [55.59, 67.32, 65.8, 50.83, 77.37, 16.63],
    "25% Human": [56.15, 67.7, 65.26, 50.09, 78.53, 19.14],
    "100% Synth.": [56.37, 67.7, 65.09, 50.65, 77.74, 20.68],
  }),
  ...rows<DpoMix>("Helpsteer2", {
    "Best Hybrid": [56.09, 65.73, 65.29, 58.96, 75.13, 15.34],
    "100% Human": [55.83, 65.13, 64.97, 56.56, 77.89, 14.59],
    "75% Human": [56.44, 65.73, 65.32, 56.56, 79.06, 15.52],
    "50% Human": [55.6, 64.97, 65.01, 57.67, 74.42, 15.93],
    "25% Human": [56.25, 65.81, 64.77, 58.23, 76.53, 15.91],
    "100% Synth.": [55.79, 64.9, 65.34, 59.33, 75.39, 14.01],
  }),
  ...rows<DpoMix>("AlpacaFarm", {
    "Best Hybrid": [54.07, 63.68, 64.58, 51.2, 74.46, 16.4],
    "100% Human": [53.71, 65.05, 63.97, 54.34, 72.89, 12.29],
    "75% Human": [53.02, 63.84, 63.92, 53.05, 71.54, 12.77],
    "50% Human": [54.09, 65.5, 64.43, 52.13, 72.82, 15.57],
    "25% Human": [53.88, 65.58, 64.26, 51.39, 74.19, 13.98],
    "100% Synth.": [53.17, 65.58, 64.43, 53.97, 71.02, 10.86],
  }),
  ...rows<DpoMix>("ChatArena", {
    "Best Hybrid": [56.75, 68.76, 65.49, 56.19, 77.06, 16.24],
    "100% Human": [55.32, 66.87, 65.24, 54.34, 77.29, 12.84],
    "75% Human": [56.2, 67.02, 65.29, 55.45, 78.66, 14.58],
    "50% Human": [56.17, 67.55, 65.57, 56.01, 77.07, 14.66],
    "25% Human": [55.55, 66.41, 65.17, 53.79, 77.81, 14.57],
    "100% Synth.": [56.11, 68.46, 65.17, 56.01, 74.37, 16.53],
  }),
];

/** Table 18's last line, the same for every data set: the model before DPO. */
export const TABLE_18_BASE: DownstreamScores = six([52.53, 64.14, 63.51, 47.13, 77.53, 10.32]);
