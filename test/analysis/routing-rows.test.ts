/** Rows of routing: what strategies do on a few instances, and rows for figures from hand-made studies. */
import { describe, expect, test } from "vitest";
import {
  armEstimateRows,
  poolSizeCurveRows,
  poolTimeRows,
  predictedActualRows,
  routingSummaryRows,
  type StrategyStudyRow,
  sampleInstances,
  scoreCostRows,
  simulatedStates,
  watchStrategy,
} from "../../lib/analysis/index.js";
import { createRng } from "../../lib/base/index.js";
import { createBitset, hasBit } from "../../lib/math/index.js";
import { PolynomialPpm } from "../../lib/ppm/index.js";
import {
  countBudget,
  createMixPredictor,
  OPEN_BUDGET,
  ROUTING_STRATEGIES,
  routeDataset,
  routingStrategy,
} from "../../lib/routing/index.js";
import type { TagMatrix } from "../../lib/tags/index.js";

const rng = createRng("rows of routing");
const ROWS = 40;

const matrix: TagMatrix = {
  ids: Array.from({ length: ROWS }, (_, row) => `p${row}`),
  tagNames: ["x", "y", "z"],
  columns: ["x", "y", "z"].map((tag) =>
    createBitset(
      ROWS,
      Array.from({ length: ROWS }, (_, row) => row).filter((row) => rng.fork(tag, row).chance(0.4)),
    ),
  ),
};

/** Labels of x help less and less, those of z harm. */
const ppm = new PolynomialPpm("quadratic", ["x", "y", "z"], 1, {
  intercept: 0.6,
  coefficients: Float64Array.of(0.02, 0.003, -0.002),
  products: Float64Array.of(-0.001, 0, 0, 0, 0, 0),
});
const predictor = createMixPredictor(matrix, ppm);

test("sampleInstances: each instance keeps its id and its tags", () => {
  const few = sampleInstances(matrix, 7, rng.fork("few"));
  expect(few.ids).toHaveLength(7);
  for (const [i, id] of few.ids.entries())
    for (const [t, column] of few.columns.entries())
      expect(hasBit(column, i)).toBe(hasBit(matrix.columns[t]!, matrix.ids.indexOf(id)));
  expect(() => sampleInstances(matrix, 41, rng)).toThrow(/41 of 40 instances/);
});

describe.each(["greedy", "search", "topk", "gain"])("watchStrategy: %s", (name) => {
  const watch = () =>
    watchStrategy(matrix, {
      ppm,
      strategy: routingStrategy(name),
      budget: name === "gain" ? OPEN_BUDGET : countBudget(9),
      simulations: 20,
      rng: rng.fork(name),
    });

  test("ends in the mix that is returned, and no state differs from the one before in more than a swap", async () => {
    const { routing, states } = await watch();
    const last = states.at(-1)!;
    expect(last.human).toEqual(matrix.ids.map((_, row) => hasBit(routing.human, row)));
    expect(last.predicted).toBeCloseTo(routing.predicted.chosen, 12);
    expect(states.filter(({ isChosen }) => isChosen)).toEqual([last]);
    for (const [i, { human }] of states.slice(1).entries()) {
      const changed = human.filter((now, row) => now !== states[i]!.human[row]).length;
      expect([1, 2]).toContain(changed);
    }
  });

  test("every state's predicted score is that of its mix", async () => {
    for (const { human, predicted } of (await watch()).states) {
      const mix = createBitset(
        ROWS,
        human.flatMap((isHuman, row) => (isHuman ? [row] : [])),
      );
      expect(predicted).toBeCloseTo(predictor.meanOf(mix), 12);
    }
  });
});

test("search with nothing to swap shows the one state that it starts from and returns", async () => {
  const onlyX = new PolynomialPpm("linear", ["x"], 1, {
    intercept: 0.5,
    coefficients: Float64Array.of(0.01),
    products: null,
  });
  const options = { ppm: onlyX, strategy: routingStrategy("search"), budget: countBudget(3), rng };
  const { routing, states } = await watchStrategy(matrix, options);
  expect(states).toHaveLength(1);
  expect(states[0]!.predicted).toBeCloseTo(routing.predicted.chosen, 12);
});

test("routingSummaryRows: predictions in percent, above both pure mixes, and what is shared with the first", async () => {
  const route = (name: string) =>
    routeDataset(matrix, { ppm, strategy: routingStrategy(name), budget: countBudget(6), rng });
  const [topk, greedy] = [await route("topk"), await route("greedy")];
  const rows = routingSummaryRows([
    ["topk", topk],
    ["greedy", greedy],
  ]);
  expect(rows[0]).toMatchObject({ routing: "topk", human: 6, shared_with_first: 1 });
  expect(rows[1]!.over_all_lm).toBeCloseTo(100 * (greedy.predicted.chosen - ppm.predict([0, 0, 0])), 10);
  const both = matrix.ids.filter((_, row) => hasBit(topk.human, row) && hasBit(greedy.human, row));
  expect(rows[1]!.shared_with_first).toBeCloseTo(both.length / 6, 12);
});

test("greedy starts with the LM labelling all and never loses on the way to an open budget's end", async () => {
  const options = { ppm, strategy: routingStrategy("greedy"), budget: OPEN_BUDGET, rng };
  const { states } = await watchStrategy(matrix, options);
  expect(states[0]!.human.some(Boolean)).toBe(false);
  for (const [i, { predicted }] of states.slice(1).entries())
    expect(predicted).toBeGreaterThan(states[i]!.predicted);
});

test("simulated: the draws that are shown are the strategy's own, and the returned one is the best of all", async () => {
  const { routing, states } = await simulatedStates(matrix, {
    ppm,
    budgetCount: 9,
    simulations: 60,
    rng: rng.fork("simulated"),
  });
  expect(routing.strategy).toBe("simulated");
  const [chosen, ...none] = states.filter(({ isChosen }) => isChosen);
  expect(none).toEqual([]);
  expect(chosen!.predicted).toBeCloseTo(routing.predicted.chosen, 12);
  expect(Math.max(...states.map(({ predicted }) => predicted))).toBe(chosen!.predicted);
  for (const { human } of states) expect(human.filter(Boolean)).toHaveLength(9);
  expect(states.length).toBeLessThanOrEqual(25);
});

test("every strategy that can be chosen can be watched", () => {
  expect(ROUTING_STRATEGIES.map(({ name }) => name).toSorted()).toEqual(
    ["gain", "greedy", "search", "simulated", "topk"].toSorted(),
  );
});

const spread = { repeats: 3, sd: 0.01 };
const arm = { strategy: "greedy", ppm: "quadratic", pessimism: 0 };
const study: StrategyStudyRow[] = [
  { ...arm, budget: "25%", what: "predicted", ...spread, mean: 0.7, low: 0.69, high: 0.71 },
  { ...arm, budget: "25%", what: "actual", ...spread, mean: 0.66, low: 0.65, high: 0.67 },
  { ...arm, budget: "mean", what: "optimism", ...spread, mean: 0.04, low: 0.02, high: 0.06 },
  {
    ...arm,
    strategy: "all-human",
    budget: "100%",
    what: "actual",
    ...spread,
    mean: 0.6,
    low: 0.5,
    high: 0.7,
  },
  { ...arm, pessimism: 1, budget: "25%", what: "actual", ...spread, mean: 0.65, low: 0.64, high: 0.66 },
  { ...arm, ppm: "linear", budget: "25%", what: "actual", ...spread, mean: 0.64, low: 0.6, high: 0.7 },
];

test("predictedActualRows: one PPM's arms, each with its own prediction; the pure mixes are no strategy", () => {
  expect(predictedActualRows(study, "quadratic")).toEqual([
    { panel: "25% human", strategy: "greedy", predicted: 0.7, actual: 0.66, low: 0.65, high: 0.67 },
    {
      panel: "25% human",
      strategy: "greedy, pessimistic 1",
      predicted: Number.NaN,
      actual: 0.65,
      low: 0.64,
      high: 0.66,
    },
  ]);
});

test("armEstimateRows: a measure under a budget, in points", () => {
  expect(armEstimateRows(study, "optimism", "mean")).toEqual([
    { panel: "quadratic", family: "greedy", value: 4, low: 2, high: 6 },
  ]);
});

test("poolSizeCurveRows: measures by the names given, mean ± sd, pools of one left out", () => {
  const row = { ppm: "quadratic", ...spread, mean: 0.7, low: 0, high: 1 };
  const rows = poolSizeCurveRows(
    [
      { ...row, simulations: 1, what: "actual" },
      { ...row, simulations: 128, what: "actual" },
      { ...row, simulations: 128, what: "predicted" },
      { ...row, ppm: "linear", simulations: 128, what: "actual" },
    ],
    "quadratic",
    [["actual", "actual score"]],
  );
  expect(rows).toEqual([{ series: "actual score", poolSize: 128, value: 0.7, low: 0.69, high: 0.71 }]);
});

test("scoreCostRows: counts become shares of the pairs", () => {
  const row = { budgetCount: 10, costTotal: 33, predicted: 0.6, sd: null, isKnee: true };
  expect(scoreCostRows("greedy", [row], 40)).toEqual([
    { series: "greedy", cost: 33, humanShare: 0.25, predicted: 0.6, isKnee: true },
  ]);
});

test("poolTimeRows: the median over repeats, one row a PPM and size", () => {
  const time = (ppm: string, simulations: number, repeat: number, seconds: number) => ({
    ppm,
    simulations,
    repeat,
    seconds,
  });
  const times = [1, 5, 2].map((seconds, repeat) => time("gp", 128, repeat, seconds));
  expect(poolTimeRows([...times, time("gp", 256, 0, 7)])).toEqual([
    { series: "gp", count: 128, seconds: 2 },
    { series: "gp", count: 256, seconds: 7 },
  ]);
});
