import { describe, expect, test } from "vitest";
import type { Section } from "../../lib/datasets/index.js";
import {
  lengthBaseline,
  parseCountRule,
  rightFromMargins,
  type ScoredItem,
  scoreBenchmark,
  scoreColumns,
  scoreRow,
  scoreSubsets,
} from "../../lib/reward/index.js";

function items(...groups: [subset: string, section: Section, count: number][]): ScoredItem[] {
  return groups.flatMap(([subset, section, count]) =>
    Array.from({ length: count }, () => ({ subset, section })),
  );
}

test("an item is right only where the chosen reward is strictly higher: a tie and a NaN are wrong", () => {
  expect([...rightFromMargins([1e-300, 0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY])]).toEqual([
    1, 0, 0, 0, 0, 1,
  ]);
});

describe("scores of a benchmark", () => {
  const benchmark = items(["a", "Chat", 1], ["b", "Chat", 3], ["c", "Safety", 2]);

  test("sections weigh subsets by their items, Overall weighs sections equally", () => {
    const scores = scoreBenchmark(benchmark, [1, 0, 0, 1, 1, 0]);
    expect(scores.subsets).toEqual({
      a: { section: "Chat", accuracy: 1, count: 1 },
      b: { section: "Chat", accuracy: 1 / 3, count: 3 },
      c: { section: "Safety", accuracy: 0.5, count: 2 },
    });
    expect(scores.sections).toEqual({
      Chat: { accuracy: 0.5, count: 4 },
      Safety: { accuracy: 0.5, count: 2 },
    });
    expect(scoreBenchmark(benchmark, [1, 1, 1, 1, 0, 0]).overall).toBe(0.5);
    expect(scoreBenchmark(benchmark, [0, 0, 0, 0, 1, 0]).overall).toBe(0.25);
  });

  test("a holdout has one section, which is Overall", () => {
    const scores = scoreBenchmark(items(["x", "Holdout", 2], ["y", "Holdout", 2]), [1, 1, 1, 0]);
    expect(scores.overall).toBe(0.75);
    expect(Object.keys(scores.sections)).toEqual(["Holdout"]);
  });

  test("math-prm counts 984 whatever its items", () => {
    const scores = scoreBenchmark(
      items(["math-prm", "Reasoning", 2], ["hep-go", "Reasoning", 4]),
      [1, 1, 0, 0, 0, 0],
    );
    expect(scores.overall).toBeCloseTo(984 / 988, 15);
  });

  test("the columns are Overall, the sections in their order, then the subsets sorted", () => {
    const mixed = items(["z", "Safety", 1], ["b", "Chat Hard", 1], ["a", "Safety", 1], ["y", "Chat", 1]);
    const columns = scoreColumns(mixed);
    expect(columns).toEqual(["Overall", "Chat", "Chat Hard", "Safety", "a", "b", "y", "z"]);
    expect(Object.keys(scoreRow(scoreBenchmark(mixed, [1, 1, 1, 1])))).toEqual(columns);
  });

  test("refuses a subset in two sections, one named like a column, no items, and other lengths", () => {
    expect(() => scoreBenchmark(items(["a", "Chat", 1], ["a", "Safety", 1]), [1, 1])).toThrow(
      /belongs to one section/,
    );
    expect(() => scoreColumns(items(["Chat", "Chat", 1]))).toThrow(/name of a section/);
    expect(() => scoreBenchmark([], [])).toThrow(/needs items/);
    expect(() => scoreBenchmark(benchmark, [1])).toThrow(/1 results for 6 items/);
  });
});

describe("Safety of the paper's Table 16", () => {
  // Accuracies as printed, in the order below; the counts are RewardBench's.
  const counts = {
    "refusals-dangerous": 100,
    "refusals-offensive": 100,
    "xstest-should-refuse": 154,
    "xstest-should-respond": 250,
    donotanswer: 136,
  };
  const safety = (accuracies: readonly number[], rule: "official" | "upstream"): number =>
    scoreSubsets(
      Object.entries(counts).map(([subset, count], i) => ({
        subset,
        section: "Safety" as const,
        count,
        accuracy: accuracies[i]! / 100,
      })),
      { counts: rule },
    ).overall * 100;

  test.each([
    ["MultiPref", [94.0, 99.0, 80.5, 60.0, 49.3], 74.82, 72.16],
    ["HelpSteer2", [75.0, 75.0, 77.9, 92.8, 60.3], 76.98, 78.92],
    ["AlpacaFarm", [28.0, 66.3, 58.4, 83.9, 44.4], 58.09, 61.4],
    ["ChatArena", [47.0, 79.0, 66.9, 78.0, 46.3], 64.37, 65.81],
  ])(
    "%s is as printed with upstream's swapped counts, and differs with RewardBench's own",
    (_mix, accuracies, swapped, official) => {
      expect(safety(accuracies, "upstream")).toBeCloseTo(swapped, 1);
      expect(safety(accuracies, "official")).toBeCloseTo(official, 1);
    },
  );

  test("Reasoning of Table 17 weighs mathematics like code", () => {
    const accuracies = [81.7, 74.4, 75.6, 73.8, 76.2, 75.0, 73.8];
    const subsets = ["math-prm", "hep-cpp", "hep-go", "hep-java", "hep-js", "hep-python", "hep-rust"];
    const { overall } = scoreSubsets(
      subsets.map((subset, i) => ({
        subset,
        section: "Reasoning" as const,
        count: i === 0 ? 447 : 164,
        accuracy: accuracies[i]! / 100,
      })),
    );
    expect(100 * overall).toBeCloseTo(78.25, 2);
  });

  test("an unknown rule of counts is bad input", () => {
    expect(parseCountRule("upstream")).toBe("upstream");
    expect(() => parseCountRule("paper")).toThrow(/official, upstream/);
  });
});

test("the length baseline prefers the longer response and gets equal lengths wrong", () => {
  const item = (id: string, chosen: string, rejected: string) => ({
    id,
    subset: "s",
    section: "Chat" as const,
    prompt: "p",
    chosen,
    rejected,
  });
  const { overall } = lengthBaseline([
    item("1", "longer", "short"),
    item("2", "same", "size"),
    item("3", "a", "bcd"),
  ]);
  expect(overall).toBeCloseTo(1 / 3, 15);
});
