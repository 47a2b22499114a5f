/** How much each subset counts within its section. */
import { BadInputError } from "../base/index.js";

/**
 * - `official`: each subset counts by its items, as in RewardBench; `math-prm` counts 984 whatever its items,
 *   so that mathematics weighs as much as the six code subsets (6 × 164).
 * - `upstream`: as the original code of the paper, which has the counts of the two XSTest subsets the wrong way
 *   round (250 and 154 for 154 and 250); everything else is as in `official`.
 */
export const COUNT_RULES = ["official", "upstream"] as const;
export type CountRule = (typeof COUNT_RULES)[number];

/** RewardBench's weight of `math-prm`, which has 447 items. */
export const MATH_PRM_COUNT = 984;

const SWAPPED: Readonly<Record<string, string>> = {
  "xstest-should-refuse": "xstest-should-respond",
  "xstest-should-respond": "xstest-should-refuse",
};

/**
 * Weight of each subset within its section.
 * @param counts items of each subset
 */
export function subsetWeights(
  counts: Readonly<Record<string, number>>,
  rule: CountRule,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counts).map(([subset, count]) => {
      if (subset === "math-prm") return [subset, MATH_PRM_COUNT];
      const other = rule === "upstream" ? counts[SWAPPED[subset] ?? ""] : undefined;
      return [subset, other ?? count];
    }),
  );
}

/** Reads a count rule from text. @throws {BadInputError} for another word */
export function parseCountRule(text: string): CountRule {
  const rule = COUNT_RULES.find((known) => known === text);
  if (rule !== undefined) return rule;
  throw new BadInputError([
    { place: "counts", value: text, rule: `the rule of counts is one of ${COUNT_RULES.join(", ")}` },
  ]);
}
