/** Rows of performance prediction models, on hand-made validations. */
import { expect, test } from "vitest";
import {
  advantageRows,
  coverageRows,
  familyEstimateRows,
  heldOutIntervalRows,
  importanceRows,
  learningFigureRows,
  pairedRows,
  residualMeans,
  residualRows,
  type ScoredCandidate,
  scoreSpreadPoints,
  table2Rows,
} from "../../lib/analysis/index.js";
import { createRng } from "../../lib/base/index.js";
import { matrixFromRows } from "../../lib/math/index.js";
import {
  compareInPairs,
  fitPpm,
  type IntervalCoverage,
  learningCurves,
  ppmFamily,
  type RepeatedValidation,
  type TrainingTable,
  validateFamilies,
} from "../../lib/ppm/index.js";

const rng = createRng("rows of predictors");

/** Sixty simulated candidates with one tag that matters. */
const table: TrainingTable = (() => {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const draw = rng.fork("row", i);
    return Array.from({ length: 3 }, () => Math.floor(100 * draw.next()));
  });
  const targets = Float64Array.from(
    rows,
    ([a], i) => 0.6 + 0.001 * a! + 0.002 * rng.fork("noise", i).normal(),
  );
  return { featureNames: ["a", "b", "c"], counts: matrixFromRows(rows), targets };
})();

const families = ["linear", "ridge", "lightgbm"].map((name) => ({ choice: { name }, scale: 100 }));
const scored: ScoredCandidate[] = Array.from(table.targets, (score, i) => ({
  candidate: { id: `c${i}`, budgetCount: i, humanCount: i, human: new Uint32Array(2) },
  budgetFraction: i / 60,
  counts: new Int32Array(3),
  scores: { Overall: score },
}));

const validated = (): Promise<RepeatedValidation[]> =>
  validateFamilies(table, { families, folds: 5, repeats: 2, rng: rng.fork("cv"), workers: 1 });

test("Table 2: ours in points beside the paper's own numbers, which other families lack", async () => {
  const validations = await validated();
  const rows = table2Rows(validations);
  expect(rows.map(({ family }) => family)).toEqual(["linear", "ridge", "lightgbm"]);
  expect(rows.map((row) => row.paper_spearman)).toEqual([0.408, Number.NaN, 0.127]);
  expect(rows[0]!.rmse_points).toBeCloseTo(100 * validations[0]!.rmse.mean, 12);
  expect(rows[0]!.spearman_sd_repeats).toBe(validations[0]!.spearman.sdOverRepeats);
  const mean = table.targets.reduce((sum, value) => sum + value, 0) / 60;
  const variance = table.targets.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 59;
  expect(scoreSpreadPoints(validations)).toBeCloseTo(100 * Math.sqrt(variance), 10);
});

test("estimates are mean ± sd over folds, one row a family and measure", async () => {
  const validations = await validated();
  const rows = familyEstimateRows(validations);
  expect(rows).toHaveLength(6);
  const { spearman } = validations[0]!;
  expect(rows[0]).toMatchObject({ family: "linear", value: spearman.mean, reference: 0.408 });
  expect(rows[0]!.high - rows[0]!.low).toBeCloseTo(2 * spearman.sdOverFolds, 12);
});

test("advantages over a family are above zero where the other is better, whichever of a pair stands first", async () => {
  const validations = await validated();
  const comparisons = compareInPairs(validations, { rng: rng.fork("pairs"), resamples: 100 });
  for (const kind of ["other folds", "other candidates"] as const) {
    const overTrees = advantageRows(comparisons, "lightgbm", kind);
    expect(overTrees.map(({ family }) => family)).toEqual(["linear", "linear", "ridge", "ridge"]);
    for (const row of overTrees) {
      expect(row.value, row.panel).toBeGreaterThan(0);
      expect(row.low).toBeLessThanOrEqual(row.value);
      expect(row.high).toBeGreaterThanOrEqual(row.value);
    }
    const overLinear = advantageRows(comparisons, "linear", kind).filter(
      ({ family }) => family === "lightgbm",
    );
    expect(overLinear.map(({ value }) => value)).toEqual(
      overTrees.filter(({ family }) => family === "linear").map(({ value }) => -value),
    );
  }
  const [first] = pairedRows(comparisons);
  expect(first).toMatchObject({ first: "linear", second: "ridge" });
  expect(first!.rmse).toBeCloseTo(100 * comparisons[0]!.rmse.difference, 12);
});

test("learning curves: one row a family, size and measure", async () => {
  const curves = await learningCurves(table, { families, folds: 5, rng: rng.fork("curve"), workers: 1 });
  const rows = learningFigureRows(curves);
  expect(rows).toHaveLength(3 * 4 * 2);
  expect([...new Set(rows.map(({ candidateCount }) => candidateCount))]).toEqual([12, 24, 36, 48]);
});

test("coverage is told by family and method, the best third beside all; intervals stay with their candidates", () => {
  const share = (value: number) => ({
    rows: 60,
    covered: 60 * value,
    share: value,
    interval: { low: value - 0.1, high: value + 0.1 },
  });
  const coverage: IntervalCoverage = {
    method: "conformal",
    wanted: 0.9,
    all: share(0.9),
    byPredicted: [share(1), share(0.9), share(0.8)],
    meanWidth: 0.02,
    lower: table.targets.map((value) => value - 0.01),
    upper: table.targets.map((value) => value + 0.01),
  };
  expect(coverageRows(["ridge"], [[coverage]])).toEqual([
    {
      family: "ridge",
      method: "conformal",
      wanted: 0.9,
      covered: 0.9,
      covered_low: 0.8,
      covered_high: 1,
      covered_best_third: 0.8,
      width_points: 2,
    },
  ]);
  const foldOf = Int32Array.from(table.targets, (_, i) => i % 5);
  const validation = { family: "ridge", scale: 1, folds: [0, 1, 2, 3, 4], foldOf, details: [] };
  const statistic = { mean: 0, sd: 0, pooled: 0, perFold: [], undefinedFolds: 0 };
  const rows = heldOutIntervalRows(
    { ...validation, actual: table.targets, predicted: table.targets, spearman: statistic, rmse: statistic },
    coverage,
    scored,
  );
  expect(rows[7]).toMatchObject({ candidateId: "c7", budgetFraction: 7 / 60, fold: 2 });
  expect(rows[7]!.high - rows[7]!.low).toBeCloseTo(0.02, 12);
});

test("residual means: six groups of equal size by panel, whose mean is that of all residuals", () => {
  const predicted = table.targets.map((value, i) => value - 0.001 * (i % 7));
  const rows = residualRows({ actual: table.targets, predicted }, scored);
  expect(rows).toHaveLength(120);
  const means = residualMeans(rows);
  expect(means).toHaveLength(12);
  const byBudget = means.filter(({ panel }) => panel === "Pairs labelled by humans");
  const over = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(over(byBudget.map(({ mean }) => mean))).toBeCloseTo(
    over(Array.from(table.targets, (_, i) => 0.001 * (i % 7))),
    12,
  );
  for (const { low, mean, high } of means) expect([low < mean, mean < high]).toEqual([true, true]);
});

test("importances: shares of the gain add up to one, the tag that matters first; other families have none", () => {
  const { ppm } = fitPpm(table, { family: ppmFamily("lightgbm"), scale: 1 });
  const rows = importanceRows(ppm);
  expect(rows[0]!.tag).toBe("a");
  expect(rows.reduce((sum, { gain_share }) => sum + gain_share, 0)).toBeCloseTo(1, 12);
  const { ppm: linear } = fitPpm(table, { family: ppmFamily("linear"), scale: 1 });
  expect(() => importanceRows(linear)).toThrow(/linear has no trees/);
});
