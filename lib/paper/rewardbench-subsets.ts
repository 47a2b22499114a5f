/** The best hybrids' RewardBench scores by subset: Tables 14 to 17 (appendix I), percent. */
import type { PaperDataset } from "./source.js";

/** Scores in percent by RewardBench's subset name. */
export type SubsetScores<Subset extends string> = Readonly<
  Record<PaperDataset, Readonly<Record<Subset, number>>>
>;

/** Pairs each column of values with its subset's name. */
function table<const Subset extends string>(
  subsets: readonly Subset[],
  rows: Readonly<Record<PaperDataset, readonly number[]>>,
): SubsetScores<Subset> {
  const named = Object.entries(rows).map(([dataset, values]) => [
    dataset,
    Object.fromEntries(subsets.map((subset, i) => [subset, values[i]!])),
  ]);
  return Object.fromEntries(named) as SubsetScores<Subset>;
}

/**
 * Table 14: Chat. Its last column is headed "MT Bench Hard", which RewardBench counts to Chat Hard
 * (and Table 15 prints again, with other values); the place and the values fit mt-bench-med, 40 pairs.
 */
export const TABLE_14 = table(
  ["alpacaeval-easy", "alpacaeval-length", "alpacaeval-hard", "mt-bench-easy", "mt-bench-med"],
  {
    MultiPref: [99.0, 87.4, 98.9, 96.4, 87.5],
    Helpsteer2: [90.0, 88.4, 89.5, 92.9, 92.5],
    AlpacaFarm: [97.7, 89.5, 97.5, 91.7, 93.3],
    ChatArena: [98.0, 88.4, 97.9, 89.3, 92.5],
  },
);

/** Table 15: Chat Hard. */
export const TABLE_15 = table(
  [
    "mt-bench-hard",
    "llmbar-natural",
    "llmbar-adver-neighbor",
    "llmbar-adver-GPTInst",
    "llmbar-adver-GPTOut",
    "llmbar-adver-manual",
  ],
  {
    MultiPref: [67.6, 71.0, 13.4, 13.0, 42.6, 30.4],
    Helpsteer2: [73.0, 80.0, 69.4, 52.2, 40.4, 63.0],
    AlpacaFarm: [70.3, 80.0, 47.3, 27.9, 46.1, 33.3],
    ChatArena: [67.6, 77.0, 47.0, 25.0, 53.2, 45.7],
  },
);

/** Table 16: Safety. */
export const TABLE_16 = table(
  [
    "refusals-dangerous",
    "refusals-offensive",
    "xstest-should-refuse",
    "xstest-should-respond",
    "donotanswer",
  ],
  {
    MultiPref: [94.0, 99.0, 80.5, 60.0, 49.3],
    Helpsteer2: [75.0, 75.0, 77.9, 92.8, 60.3],
    AlpacaFarm: [28.0, 66.3, 58.4, 83.9, 44.4],
    ChatArena: [47.0, 79.0, 66.9, 78.0, 46.3],
  },
);

/** Table 17: Reasoning. */
export const TABLE_17 = table(
  ["math-prm", "hep-cpp", "hep-go", "hep-java", "hep-js", "hep-python", "hep-rust"],
  {
    MultiPref: [81.7, 74.4, 75.6, 73.8, 76.2, 75.0, 73.8],
    Helpsteer2: [93.1, 74.4, 81.7, 84.8, 81.1, 82.3, 81.1],
    AlpacaFarm: [43.0, 85.6, 81.3, 88.2, 83.7, 84.6, 83.7],
    ChatArena: [66.2, 84.1, 81.7, 88.4, 86.0, 83.5, 82.3],
  },
);
