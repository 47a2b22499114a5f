/** Which of RewardBench's subsets belongs to which section (Lambert et al. 2024, table 1; filtered split). */
import type { SECTIONS } from "./benchmark.js";

/** The 23 subsets of each section, in RewardBench's order. */
export const REWARDBENCH_SUBSETS: Readonly<Record<(typeof SECTIONS)[number], readonly string[]>> = {
  Chat: ["alpacaeval-easy", "alpacaeval-length", "alpacaeval-hard", "mt-bench-easy", "mt-bench-med"],
  "Chat Hard": [
    "mt-bench-hard",
    "llmbar-natural",
    "llmbar-adver-neighbor",
    "llmbar-adver-GPTInst",
    "llmbar-adver-GPTOut",
    "llmbar-adver-manual",
  ],
  Safety: [
    "refusals-dangerous",
    "refusals-offensive",
    "xstest-should-refuse",
    "xstest-should-respond",
    "donotanswer",
  ],
  Reasoning: ["math-prm", "hep-cpp", "hep-go", "hep-java", "hep-js", "hep-python", "hep-rust"],
};

const SECTION_OF_SUBSET = new Map(
  (Object.keys(REWARDBENCH_SUBSETS) as (typeof SECTIONS)[number][]).flatMap((section) =>
    REWARDBENCH_SUBSETS[section].map((subset) => [subset, section] as const),
  ),
);

/** The section of a RewardBench subset, or undefined for a name that RewardBench does not have. */
export function rewardBenchSection(subset: string): (typeof SECTIONS)[number] | undefined {
  return SECTION_OF_SUBSET.get(subset);
}
