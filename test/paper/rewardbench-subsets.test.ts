import { describe, expect, test } from "vitest";
import { PAPER_DATASETS, TABLE_3, TABLE_14, TABLE_15, TABLE_16, TABLE_17 } from "../../lib/paper/index.js";

/** Pairs a subset in RewardBench; math-prm counts as much as the six code subsets together. */
const COUNTS: Readonly<Record<string, number>> = {
  "alpacaeval-easy": 100,
  "alpacaeval-length": 95,
  "alpacaeval-hard": 95,
  "mt-bench-easy": 28,
  "mt-bench-med": 40,
  "mt-bench-hard": 37,
  "llmbar-natural": 100,
  "llmbar-adver-neighbor": 134,
  "llmbar-adver-GPTInst": 92,
  "llmbar-adver-GPTOut": 47,
  "llmbar-adver-manual": 46,
  "refusals-dangerous": 100,
  "refusals-offensive": 100,
  // The paper's Safety follows from these two counts the other way round (RewardBench: 154 and 250).
  "xstest-should-refuse": 250,
  "xstest-should-respond": 154,
  donotanswer: 136,
  "math-prm": 984,
  "hep-cpp": 164,
  "hep-go": 164,
  "hep-java": 164,
  "hep-js": 164,
  "hep-python": 164,
  "hep-rust": 164,
};

const SECTIONS = [
  { section: "chatPercent", table: TABLE_14 },
  { section: "chatHardPercent", table: TABLE_15 },
  { section: "safetyPercent", table: TABLE_16 },
  { section: "reasoningPercent", table: TABLE_17 },
] as const;

/** Sections of ChatArena that do not follow from its subsets: what does. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  "ChatArena chatPercent": 94.1,
  "ChatArena safetyPercent": 64.4,
  "ChatArena reasoningPercent": 75.3,
};

describe.each(PAPER_DATASETS)(
  "%s: subsets weighted by their counts give Table 3's best hybrid",
  (dataset) => {
    test.each(SECTIONS)("$section", ({ section, table }) => {
      const scores = Object.entries(table[dataset]);
      const total = scores.reduce((sum, [subset]) => sum + COUNTS[subset]!, 0);
      const mean = scores.reduce((sum, [subset, score]) => sum + score * COUNTS[subset]!, 0) / total;
      const printed = TABLE_3.find((row) => row.dataset === dataset && row.mix === "Best Hybrid")![section];
      expect(Math.abs(mean - (EXCEPTIONS[`${dataset} ${section}`] ?? printed))).toBeLessThanOrEqual(0.1);
    });
  },
);
