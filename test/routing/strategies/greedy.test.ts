import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countBits, createBitset, membersOf } from "../../../lib/math/index.js";
import { PolynomialPpm } from "../../../lib/ppm/index.js";
import {
  type Budget,
  countBudget,
  createMixPredictor,
  extraCost,
  OPEN_BUDGET,
  type RoutingStep,
  withinBudget,
} from "../../../lib/routing/index.js";
import { TAG_NAMES } from "../../../lib/tags/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { curved, everyMix, randomPolynomial, routeBy } from "./small-mixes.js";

test("linear, at a fixed budget: greedy, top-k and search are the best of all mixes of 15 instances, for every k", async () => {
  const matrix = randomTags(15, "fifteen");
  const linear = randomPolynomial(1, 15, "fifteen");
  const { meanOf } = createMixPredictor(matrix, linear);
  const best = new Float64Array(16).fill(Number.NEGATIVE_INFINITY);
  for (const mix of everyMix(15)) {
    const k = countBits(mix);
    best[k] = Math.max(best[k]!, meanOf(mix));
  }
  for (let k = 0; k <= 15; k++) {
    for (const strategy of ["greedy", "topk", "search"]) {
      const { predicted, humanCount } = await routeBy(strategy, matrix, linear, countBudget(k));
      expect(humanCount).toBe(k);
      expect(predicted.chosen).toBeCloseTo(best[k]!, 12);
    }
  }
  const most = best.reduce((a, b) => Math.max(a, b));
  for (const strategy of ["greedy", "topk", "gain", "search"]) {
    const { predicted } = await routeBy(strategy, matrix, linear, OPEN_BUDGET);
    expect(predicted.chosen).toBeCloseTo(most, 12);
  }
});

describe("greedy by a quadratic", () => {
  const matrix = randomTags(30, "thirty");
  const quadratic = randomPolynomial(2, 30, "thirty");
  const { meanOf } = createMixPredictor(matrix, quadratic);

  /** The definition, step by step, with a prediction for every row. */
  function byDefinition(budget: number | "open"): number[] {
    const chosen: number[] = [];
    const scoreWith = (rows: readonly number[]) => meanOf(rows.reduce(withBit, new Uint32Array(1)));
    while (chosen.length < (budget === "open" ? 30 : budget)) {
      let next = -1;
      let nextScore = budget === "open" ? scoreWith(chosen) : Number.NEGATIVE_INFINITY;
      for (let row = 0; row < 30; row++) {
        const score = chosen.includes(row) ? Number.NEGATIVE_INFINITY : scoreWith([...chosen, row]);
        if (score <= nextScore) continue;
        next = row;
        nextScore = score;
      }
      if (next < 0) break;
      chosen.push(next);
    }
    return chosen;
  }

  test.each([[0], [7], [29], [30], ["open"]] as const)(
    "takes the row that gains most, again and again: budget %s",
    async (k) => {
      const steps: RoutingStep[] = [];
      const budget: Budget = k === "open" ? OPEN_BUDGET : countBudget(k);
      const { human, predicted } = await routeBy("greedy", matrix, quadratic, budget, {
        onStep: (step) => steps.push(step),
      });
      const expected = byDefinition(k);
      expect(steps.map(({ toHuman }) => toHuman)).toEqual(expected);
      expect([...membersOf(human)]).toEqual(expected.toSorted((a, b) => a - b));
      if (steps.length > 0) expect(steps.at(-1)!.score).toBeCloseTo(predicted.chosen, 10);
      let score = predicted.allLm;
      for (const [i, step] of steps.entries()) {
        expect(step).toMatchObject({ strategy: "greedy", toLm: null, humanCount: i + 1 });
        score += step.gain;
        expect(step.score).toBeCloseTo(score, 9);
      }
    },
  );

  test("with money it spends no more than there is, and stops where nothing gains", async () => {
    const rng = createRng("prices");
    const extra = Float64Array.from({ length: 30 }, () => 0.5 + rng.int(4));
    for (const limit of [0, 0.4, 3, 11.5, 40, 1000]) {
      const budget: Budget = { kind: "money", limit, extra };
      for (const strategy of ["greedy", "topk", "search", "simulated"]) {
        const { human } = await routeBy(strategy, matrix, quadratic, budget);
        expect(withinBudget(budget, membersOf(human))).toBe(true);
        expect(extraCost(extra, membersOf(human))).toBeLessThanOrEqual(limit * (1 + 1e-12));
      }
    }
    const rich: Budget = { kind: "money", limit: 1000, extra: extra.fill(1) };
    const open = await routeBy("greedy", matrix, quadratic, OPEN_BUDGET);
    expect((await routeBy("greedy", matrix, quadratic, rich)).human).toEqual(open.human);
  });
});

test("with money greedy and top-k take the better of two orders: by gain for the price, and by gain", async () => {
  // Rows 0-2 gain 1, 1, 1 at a price of 1; row 3 gains 2.5 at a price of 3: the three are better.
  // With row 3's gain at 4 the one is better, though each of the others gains more for its price at 2.9 in all.
  const columns = randomTags(1, "money").columns.map(() => createBitset(4));
  columns[0] = createBitset(4, [0, 1, 2]);
  columns[1] = createBitset(4, [3]);
  const matrix = { ids: ["a", "b", "c", "d"], tagNames: TAG_NAMES, columns };
  const extra = Float64Array.of(1, 1, 1, 3);
  const ppm = (dear: number) =>
    new PolynomialPpm("linear", TAG_NAMES.slice(0, 2), 1, {
      intercept: 0,
      coefficients: Float64Array.of(1, dear),
      products: null,
    });
  for (const strategy of ["greedy", "topk", "search"]) {
    const at = async (limit: number, dear: number) => [
      ...membersOf((await routeBy(strategy, matrix, ppm(dear), { kind: "money", limit, extra })).human),
    ];
    expect(await at(3, 2.5)).toEqual([0, 1, 2]);
    expect(await at(3, 4)).toEqual([3]);
    expect(await at(3.9, 2.9)).toEqual([0, 1, 2]);
    // By price the first three, and no money left for the fourth; by gain the fourth alone is worth more than one.
    expect(await at(2, 2.9)).toEqual([0, 1]);
  }
  const steps: RoutingStep[] = [];
  const onStep = (step: RoutingStep) => steps.push(step);
  await routeBy("greedy", matrix, ppm(4), { kind: "money", limit: 3, extra }, { onStep });
  expect(steps.map(({ toHuman }) => toHuman)).toEqual([3]);
});

const withBit = (bits: Uint32Array, row: number): Uint32Array => {
  const more = bits.slice();
  more[row >>> 5]! |= 1 << (row & 31);
  return more;
};

test("of equal rows the earlier go first, whatever the strategy", async () => {
  const matrix = randomTags(40, "equal", 40);
  const quadratic = randomPolynomial(2, 40, "equal");
  for (const strategy of ["greedy", "topk", "search"]) {
    const { human } = await routeBy(strategy, matrix, quadratic, countBudget(9));
    if (strategy === "search") expect(countBits(human)).toBe(9);
    else expect([...membersOf(human)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  }
});

test("a model that is no polynomial is refused, with what to take instead; others route by it", async () => {
  const matrix = randomTags(12, "curved");
  const model = curved(randomPolynomial(2, 12, "curved"));
  for (const strategy of ["greedy", "search"]) {
    await expect(routeBy(strategy, matrix, model, countBudget(3))).rejects.toThrow(
      /curved is none.*simulated, topk or gain/s,
    );
  }
  for (const strategy of ["simulated", "topk"]) {
    expect((await routeBy(strategy, matrix, model, countBudget(3))).humanCount).toBe(3);
  }
});

test("counts that do not add up are refused by name of the option", async () => {
  const matrix = randomTags(12, "upstream");
  const countsOf = () => new Float64Array(90);
  const options = { countsOf };
  await expect(
    routeBy("greedy", matrix, randomPolynomial(2, 12, "upstream"), countBudget(3), options),
  ).rejects.toThrow(/--compat paper/);
});

test("a pessimistic greedy does not stop at the rows that look best: the fifth gains, the four before it do not", async () => {
  const columns = TAG_NAMES.map((_, tag) => createBitset(5, tag < 5 ? [tag] : []));
  const matrix = { ids: ["a", "b", "c", "d", "e"], tagNames: TAG_NAMES, columns };
  const coefficients = Float64Array.from(TAG_NAMES, (_, tag) => (tag < 5 ? 0.5 - 0.1 * tag : 0));
  // The deviation has no slope where nothing is with humans yet, and is certain of the fifth tag alone.
  const deviation = (counts: ArrayLike<number>, from: ArrayLike<number>): number =>
    Math.hypot(...[0, 1, 2, 3].map((tag) => counts[tag]! - from[tag]!));
  const none = new Float64Array(90);
  const unsure = new PolynomialPpm(
    "linear",
    TAG_NAMES,
    1,
    { intercept: 0, coefficients, products: null },
    {
      sd: (counts) => deviation(counts, none),
      sdOfDifference: deviation,
      gradient(counts) {
        const sd = deviation(counts, none);
        return Float64Array.from(counts, (count, tag) => (sd > 0 && tag < 4 ? count / sd : 0));
      },
    },
  );
  const { human, predicted } = await routeBy("greedy", matrix, unsure, OPEN_BUDGET, { pessimism: 1 });
  expect([...membersOf(human)]).toEqual([4]);
  expect(predicted.objective).toBeCloseTo(0.1, 12);
});
