import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { PolynomialPpm } from "../../../lib/ppm/index.js";
import {
  type Budget,
  costCurve,
  countBudget,
  curveBudgets,
  type LabelCosts,
  OPEN_BUDGET,
  routeDataset,
  routingStrategy,
  writeCostCurve,
} from "../../../lib/routing/index.js";
import { TAG_NAMES } from "../../../lib/tags/index.js";
import { temporaryFolder } from "../../base/temporary-folder.js";
import { randomTags } from "../../candidates/random-tags.js";

const at = temporaryFolder();
const matrix = randomTags(60, "curve");
const rng = createRng("curve");
const ppm = new PolynomialPpm("linear", TAG_NAMES, 100, {
  intercept: 0.5,
  coefficients: Float64Array.from({ length: 90 }, () => rng.normal()),
  products: null,
});
const route = (budget: Budget) =>
  routeDataset(matrix, { ppm, strategy: routingStrategy("topk"), budget, rng: createRng(1) });
const costs: LabelCosts = { lm: 0.5, human: new Float64Array(60).fill(2) };

test("the grid runs from no human label to all in even steps, each count once", () => {
  expect(curveBudgets(7531)).toHaveLength(21);
  expect(curveBudgets(100).map((budget) => budget.kind === "count" && budget.count)).toEqual(
    Array.from({ length: 21 }, (_, i) => 5 * i),
  );
  expect(curveBudgets(3)).toEqual([0, 1, 2, 3].map(countBudget));
  expect(curveBudgets(100, costs)).toEqual(curveBudgets(100));
});

test("where prices differ the grid is in money, from none to all", () => {
  const human = Float64Array.from({ length: 60 }, (_, row) => (row < 20 ? 4.5 : 2.5));
  const grid = curveBudgets(60, { lm: 0.5, human }, 4);
  expect(grid[0]).toEqual(countBudget(0));
  expect(grid[4]).toEqual(countBudget(60));
  // 20 × 4 and 40 × 2 over the LM.
  expect(grid.slice(1, 4)).toMatchObject([40, 80, 120].map((limit) => ({ kind: "money", limit })));
});

test("each row is the routing of its budget, by cost; a top-k curve of a linear model is concave, with one knee", async () => {
  const rows = await costCurve([OPEN_BUDGET, ...curveBudgets(60)], route, costs);
  const open = (await route(OPEN_BUDGET)).humanCount;
  const counts = new Set([open, ...Array.from({ length: 21 }, (_, i) => 3 * i)]);
  expect(rows.map(({ budgetCount }) => budgetCount)).toEqual([...counts].sort((a, b) => a - b));
  for (const [i, { budgetCount, costTotal, predicted, sd }] of rows.entries()) {
    expect(costTotal).toBeCloseTo(60 * 0.5 + 1.5 * budgetCount, 9);
    expect(predicted).toBe((await route(countBudget(budgetCount))).predicted.chosen);
    expect(sd).toBeNull();
    if (i > 0) expect(costTotal).toBeGreaterThanOrEqual(rows[i - 1]!.costTotal);
  }
  const knee = rows.filter(({ isKnee }) => isKnee);
  expect(knee).toHaveLength(1);
  const best = rows.reduce((a, b) => (b.predicted > a.predicted ? b : a));
  expect(knee[0]!.costTotal).toBeLessThan(best.costTotal);
});

test("without prices cost is the number of human labels; budgets that cannot be met are left out", async () => {
  const rows = await costCurve(curveBudgets(60), async (budget) =>
    budget.kind === "count" && budget.count < 10 ? null : route(budget),
  );
  expect(rows[0]!.costTotal).toBe(12);
  expect(rows.every(({ costTotal, budgetCount }) => costTotal === budgetCount)).toBe(true);
});

test("budgets that the strategy does not use up come to one row", async () => {
  const human = Float64Array.from({ length: 60 }, (_, row) => (row < 20 ? 4.5 : 2.5));
  const mixed = { lm: 0.5, human };
  // Top-k buys only what gains: from some budget on, always the same.
  const rows = await costCurve(curveBudgets(60, mixed), route, mixed);
  expect(rows.length).toBeLessThan(21);
  expect(new Set(rows.map(({ costTotal }) => costTotal)).size).toBe(rows.length);
});

test("on disk: one line a budget, an unknown sd as an empty cell, a manifest beside", async () => {
  const rows = await costCurve(curveBudgets(60, undefined, 2), route);
  await writeCostCurve(at("curve.csv"), rows, { command: "test", settings: {}, inputs: [] });
  const lines = readFileSync(at("curve.csv"), "utf8").trimEnd().split("\n");
  expect(lines[0]).toBe("budget_count,cost_total,predicted,sd,is_knee");
  expect(lines[1]).toBe(`0,0,${rows[0]!.predicted},,false`);
  expect(lines).toHaveLength(4);
  expect(JSON.parse(readFileSync(at("curve.csv.manifest.json"), "utf8")).command).toBe("test");
});
