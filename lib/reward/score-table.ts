/** Scores as columns of a table: Overall, the sections, then the subsets in order of their names. */
import { BadInputError } from "../base/index.js";
import { SECTIONS, type Section } from "../datasets/index.js";
import { type BenchmarkScores, groupSubsets, type ScoredItem } from "./score.js";

/**
 * Column names for a benchmark's scores: `Overall`, the sections present in RewardBench's order, the subsets
 * sorted by name.
 * @throws {BadInputError} where a subset has the name of a section or of Overall
 */
export function scoreColumns(items: readonly ScoredItem[]): string[] {
  const groups = groupSubsets(items);
  const order: readonly Section[] = [...SECTIONS, "Holdout"];
  const present = order.filter((section) => groups.some((group) => group.section === section));
  const reserved = new Set<string>(["Overall", ...present]);
  const subsets = groups.map(({ subset }) => subset).sort();
  const taken = subsets.filter((subset) => reserved.has(subset));
  if (taken.length > 0) {
    throw new BadInputError(
      taken.map((value) => ({
        place: "benchmark",
        value,
        rule: "a subset may not have the name of a section or of Overall, which are columns too",
        remedy: "rename it",
      })),
    );
  }
  return [...reserved, ...subsets];
}

/** The values of {@link scoreColumns}: fractions in [0, 1]. */
export function scoreRow({ overall, sections, subsets }: BenchmarkScores): Record<string, number> {
  const accuracies = [...Object.entries(sections), ...Object.entries(subsets)];
  return {
    Overall: overall,
    ...Object.fromEntries(accuracies.map(([name, { accuracy }]) => [name, accuracy])),
  };
}
