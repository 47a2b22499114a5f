import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countBits, membersOf } from "../../../lib/math/index.js";
import {
  type Budget,
  countBudget,
  createMixPredictor,
  OPEN_BUDGET,
  type RoutingStep,
  withinBudget,
} from "../../../lib/routing/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { neighbours, randomPolynomial, routeBy, withUncertainty } from "./small-mixes.js";

const prices = (rowCount: number) => {
  const rng = createRng("search prices");
  return Float64Array.from({ length: rowCount }, () => 1 + rng.int(5));
};
const BUDGETS: readonly [string, Budget][] = [
  ["count", countBudget(14)],
  ["open", OPEN_BUDGET],
  ["money", { kind: "money", limit: 37, extra: prices(31) }],
];

describe.each(BUDGETS)("search within a budget of kind %s", (kind, budget) => {
  test.each([["one"], ["two"], ["three"], ["four"]])(
    "ends where no swap helps, and none adds or drops where the number is free: problem %s",
    async (name) => {
      const matrix = randomTags(31, name);
      const quadratic = randomPolynomial(2, 31, name);
      const { meanOf } = createMixPredictor(matrix, quadratic);
      const steps: RoutingStep[] = [];
      const { human, predicted } = await routeBy("search", matrix, quadratic, budget, {
        onStep: (step) => steps.push(step),
      });
      expect(withinBudget(budget, membersOf(human))).toBe(true);
      for (const other of neighbours(human, 31, kind !== "count")) {
        if (!withinBudget(budget, membersOf(other))) continue;
        expect(meanOf(other)).toBeLessThanOrEqual(predicted.chosen + 1e-9);
      }
      for (const step of steps) {
        expect(step.strategy).toBe("search");
        expect(step.gain).toBeGreaterThan(0);
      }
      for (const strategy of ["simulated", "greedy", "topk"]) {
        const other = await routeBy(strategy, matrix, quadratic, budget);
        expect(predicted.chosen).toBeGreaterThanOrEqual(other.predicted.chosen);
      }
    },
  );

  test("is below no other strategy at 900 rows, and none of a sample of swaps helps", async () => {
    const matrix = randomTags(900, "large");
    const quadratic = randomPolynomial(2, 900, "large");
    const { meanOf } = createMixPredictor(matrix, quadratic);
    const large: Budget =
      budget.kind === "money"
        ? { kind: "money", limit: 1000, extra: prices(900) }
        : budget.kind === "count"
          ? countBudget(333)
          : budget;
    const { human, predicted } = await routeBy("search", matrix, quadratic, large);
    for (const strategy of ["simulated", "greedy", "topk"]) {
      const other = await routeBy(strategy, matrix, quadratic, large);
      expect(predicted.chosen).toBeGreaterThanOrEqual(other.predicted.chosen);
    }
    const rng = createRng("sampled swaps");
    for (let i = 0; i < 3000; i++) {
      const other = human.slice();
      const members = membersOf(human);
      const out = rng.pick([...members]);
      const into = rng.int(900);
      other[out >>> 5]! &= ~(1 << (out & 31));
      other[into >>> 5]! |= 1 << (into & 31);
      if (large.kind === "count" && countBits(other) !== large.count) continue;
      if (!withinBudget(large, membersOf(other))) continue;
      expect(meanOf(other)).toBeLessThanOrEqual(predicted.chosen + 1e-9);
    }
  });
});

describe("pessimistic routing", () => {
  const matrix = randomTags(31, "pessimistic");
  const ppm = withUncertainty(randomPolynomial(2, 31, "pessimistic"), 0.05, "pessimistic");

  test.each(BUDGETS)(
    "search is never below the others in the lower bound, and no swap raises it: %s",
    async (kind, budget) => {
      const options = { pessimism: 1.5 };
      const { scoreOf } = createMixPredictor(matrix, ppm, options);
      const { human, predicted } = await routeBy("search", matrix, ppm, budget, options);
      expect(predicted.objective).toBe(scoreOf(human));
      expect(predicted.objective).toBeCloseTo(predicted.chosen - 1.5 * predicted.sd!, 12);
      for (const strategy of ["simulated", "greedy", "topk"]) {
        const other = await routeBy(strategy, matrix, ppm, budget, options);
        expect(predicted.objective).toBeGreaterThanOrEqual(other.predicted.objective);
      }
      let better = 0;
      for (const other of neighbours(human, 31, kind !== "count")) {
        if (withinBudget(budget, membersOf(other)) && scoreOf(other) > predicted.objective + 1e-9) better++;
      }
      expect(better).toBe(0);
    },
  );

  test("steps tell the lower bound, and end at it", async () => {
    for (const strategy of ["greedy", "search"]) {
      const steps: RoutingStep[] = [];
      const { predicted } = await routeBy(strategy, matrix, ppm, countBudget(14), {
        pessimism: 2,
        simulations: 1,
        onStep: (step) => steps.push(step),
      });
      if (strategy === "greedy") expect(steps).toHaveLength(14);
      if (steps.length > 0) expect(steps.at(-1)!.score).toBeCloseTo(predicted.objective, 9);
    }
  });

  test("with no pessimism the routes are those by the mean; with much, every gain falls", async () => {
    const plain = randomPolynomial(2, 31, "pessimistic");
    const budget = countBudget(9);
    for (const strategy of ["simulated", "topk", "gain", "greedy", "search"]) {
      const mean = await routeBy(strategy, matrix, plain, budget);
      expect((await routeBy(strategy, matrix, ppm, budget, { pessimism: 0 })).human).toEqual(mean.human);
      const low = await routeBy(strategy, matrix, ppm, budget, { pessimism: 3 });
      for (const [row, { gain }] of low.rows.entries()) expect(gain).toBeLessThan(mean.rows[row]!.gain);
    }
  });

  test("a model that does not know its uncertainty is refused, with those that do", async () => {
    const plain = randomPolynomial(2, 31, "pessimistic");
    const route = routeBy("topk", matrix, plain, countBudget(3), { pessimism: 1 });
    await expect(route).rejects.toThrow(/--model gp.*--bootstrap/s);
    for (const pessimism of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(routeBy("topk", matrix, ppm, countBudget(3), { pessimism })).rejects.toThrow(
        "--pessimism",
      );
    }
  });
});
