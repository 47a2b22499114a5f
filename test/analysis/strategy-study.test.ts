/** Prediction against truth on a small simulated corpus. */
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openStudy,
  runStrategyStudy,
  type SelectionTableRow,
  type StrategyMeasure,
  type StrategyStudyRow,
  type Study,
  selectionTable,
  strategyText,
  studyFamily,
} from "../../lib/analysis/index.js";
import { spreadOfDifference, spreadOverRepeats } from "../../lib/analysis/strategy-study/spread.js";
import { createRng } from "../../lib/base/index.js";
import { smallCorpus, studyIn } from "./study-run.js";

const OPTIONS = {
  families: ["linear", "lightgbm", "bootstrap:ridge"],
  ...{ fitCount: 2, memberCount: 3 },
  strategies: ["simulated", "topk", "gain", "greedy", "search"],
  pessimism: [0, 1],
  budgets: [0.25, 0.75, "open"] as const,
};

describe("a study of strategies", () => {
  const corpus = smallCorpus();
  afterAll(() => corpus.remove());
  const first = corpus.runIn("first", 1);
  let study: Study;
  let rows: StrategyStudyRow[];
  beforeAll(async () => {
    study = await openStudy(first);
    rows = await runStrategyStudy(study, OPTIONS);
  }, 120_000);

  const cell = (match: Partial<StrategyStudyRow>): StrategyStudyRow[] =>
    rows.filter((row) =>
      Object.entries(match).every(([key, value]) => row[key as keyof StrategyStudyRow] === value),
    );
  const meanOf = (match: Partial<StrategyStudyRow>): number => {
    const found = cell(match);
    expect(found).toHaveLength(1);
    return found[0]!.mean;
  };
  const armsWith = (match: Partial<StrategyStudyRow>): string[] => [
    ...new Set(cell({ what: "predicted", ...match }).map(({ strategy }) => strategy)),
  ];

  test("a run on two workers that finds half of the reward models finished trains the others, to the same rows", async () => {
    const second = corpus.runIn("second", 2);
    const [finished, kept] = [first, second].map(({ work }) => join(work, "reward-models")) as [
      string,
      string,
    ];
    const names = readdirSync(finished).sort();
    mkdirSync(kept, { recursive: true });
    // A job and its result lie side by side.
    for (const name of names.slice(0, 2 * Math.floor(names.length / 4)))
      copyFileSync(join(finished, name), join(kept, name));
    expect(await runStrategyStudy(studyIn(second, study), OPTIONS)).toEqual(rows);
    expect(readdirSync(kept).sort()).toEqual(names);
  }, 120_000);

  test("optimism is predicted less actual, everywhere", () => {
    const optimistic = cell({ what: "optimism" });
    expect(optimistic.length).toBeGreaterThan(50);
    for (const { strategy, ppm, pessimism, budget, mean } of optimistic) {
      const arm = { strategy, ppm, pessimism, budget };
      const difference = meanOf({ ...arm, what: "predicted" }) - meanOf({ ...arm, what: "actual" });
      expect(mean).toBeCloseTo(difference, 12);
    }
  });

  test("a fixed budget is met by every strategy, and `mean` is the mean over the fixed budgets", () => {
    for (const { mean } of cell({ what: "human share", budget: "25%" })) expect(mean).toBeCloseTo(0.25, 2);
    for (const what of ["predicted", "actual", "held out", "over random"] satisfies StrategyMeasure[]) {
      const arm = { strategy: "topk", ppm: "lightgbm", pessimism: 0, what };
      const parts = [meanOf({ ...arm, budget: "25%" }), meanOf({ ...arm, budget: "75%" })];
      expect(meanOf({ ...arm, budget: "mean" })).toBeCloseTo((parts[0]! + parts[1]!) / 2, 12);
    }
  });

  test("with a linear PPM and a fixed budget top-k, greedy and search choose the same mix", () => {
    for (const what of ["predicted", "actual", "held out"] satisfies StrategyMeasure[]) {
      const arm = { ppm: "linear", pessimism: 0, budget: "75%", what };
      const topk = meanOf({ ...arm, strategy: "topk" });
      expect(meanOf({ ...arm, strategy: "greedy" })).toBeCloseTo(topk, 10);
      expect(meanOf({ ...arm, strategy: "search" })).toBeCloseTo(topk, 10);
    }
  });

  test("search promises at least what simulation promises, and simulation at least what one draw does", () => {
    for (const { ppm, budget, mean } of cell({ strategy: "search", what: "predicted", pessimism: 0 })) {
      const simulated = meanOf({ strategy: "simulated", what: "predicted", pessimism: 0, ppm, budget });
      expect(mean).toBeGreaterThanOrEqual(simulated - 1e-12);
      expect(simulated).toBeGreaterThanOrEqual(
        meanOf({ strategy: "one draw", what: "predicted", ppm, budget }) - 1e-12,
      );
    }
  });

  test("trees are routed by simulation and top-k alone, pessimism is for PPMs that say how unsure they are", () => {
    expect(armsWith({ ppm: "lightgbm", budget: "25%" })).toEqual(["random", "one draw", "simulated", "topk"]);
    expect(armsWith({ ppm: "linear", pessimism: 1 })).toEqual([]);
    expect(armsWith({ ppm: "bootstrap:ridge", pessimism: 1, budget: "25%" })).toEqual([
      ...["simulated", "topk", "greedy", "search"],
    ]);
    expect(armsWith({ ppm: "linear", budget: "open" })).toContain("gain");
    expect(armsWith({ ppm: "linear", budget: "25%" })).not.toContain("gain");
  });

  test("a random mix gains nothing over itself; a pessimistic arm is compared with its plain one", () => {
    for (const { mean, low, high } of cell({ strategy: "random", what: "over random" })) {
      expect([mean, low, high]).toEqual([0, 0, 0]);
    }
    const arm = { strategy: "greedy", ppm: "bootstrap:ridge", budget: "75%" };
    expect(meanOf({ ...arm, pessimism: 1, what: "over plain" })).toBeCloseTo(
      meanOf({ ...arm, pessimism: 1, what: "held out" }) - meanOf({ ...arm, pessimism: 0, what: "held out" }),
      12,
    );
    expect(cell({ pessimism: 0, what: "over plain" })).toHaveLength(0);
  });

  test("means lie in their intervals, and the text has one line an arm", () => {
    for (const { low, mean, high } of rows) {
      expect(low).toBeLessThanOrEqual(mean + 1e-9);
      expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
    }
    const arms = cell({ what: "predicted" }).filter(({ budget }) => ["mean", "open"].includes(budget));
    expect(strategyText(rows).split("\n")).toHaveLength(2 + arms.length);
  });

  test("the form of Tables 10 and 11 has our held-out scores in percent and the paper's beside them", () => {
    const table = selectionTable(rows, "small");
    expect(table.map(({ budget, data }) => `${budget} ${data}`)).toEqual(
      ["75%", "25%"].flatMap((budget) =>
        ["small", "paper: MultiPref", "paper: Helpsteer2", "paper: ChatArena", "paper: AlpacaFarm"].map(
          (data) => `${budget} ${data}`,
        ),
      ),
    );
    const of = (budget: string, data: string): SelectionTableRow =>
      table.find((row) => row.budget === budget && row.data === data)!;
    const ours = { strategy: "topk", ppm: "linear", pessimism: 0, budget: "75%", what: "held out" } as const;
    expect(of("75%", "small").linear_topk).toBeCloseTo(100 * meanOf(ours), 10);
    expect(of("25%", "paper: ChatArena")).toMatchObject({ linear_topk: 65, linear_simulated: 72.1 });
    expect(of("75%", "paper: Helpsteer2")).toMatchObject({ quadratic_topk: 71.7, quadratic_simulated: 73.5 });
  });
});

describe("spreads", () => {
  test("over repeats: mean, sample deviation, and an interval inside the range of the values", () => {
    const { repeats, mean, sd, low, high } = spreadOverRepeats([1, 2, 6], createRng(0));
    expect({ repeats, mean, sd }).toEqual({ repeats: 3, mean: 3, sd: Math.sqrt(7) });
    expect(low).toBeGreaterThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(6);
    expect(low).toBeLessThan(high);
  });

  test("a difference is taken repeat by repeat: what both share drops out", () => {
    const items = Array.from({ length: 4 }, () => ({ subset: "s", section: "Chat" as const }));
    const first = [Uint8Array.of(1, 1, 0, 0), Uint8Array.of(1, 1, 1, 1)];
    const second = [Uint8Array.of(1, 0, 0, 0), Uint8Array.of(1, 1, 1, 0)];
    const { mean, sd } = spreadOfDifference(items, first, second, createRng(0));
    expect(mean).toBe(0.25);
    expect(sd).toBe(0);
  });
});

test("a family that is none is refused by name, in an ensemble, too", () => {
  const ensemble = { memberCount: 3, rng: createRng(0) };
  expect(studyFamily("bootstrap:ridge", ensemble).name).toBe("bootstrap:ridge");
  expect(() => studyFamily("cubic", ensemble)).toThrow(/"cubic"/);
  expect(() => studyFamily("bootstrap:cubic", ensemble)).toThrow(/cubic/);
});
