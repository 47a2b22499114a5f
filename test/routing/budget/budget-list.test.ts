import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../../lib/base/index.js";
import { PolynomialPpm } from "../../../lib/ppm/index.js";
import {
  type Budget,
  countBudget,
  type LabelCosts,
  OPEN_BUDGET,
  parseBudgets,
  routeBudgets,
  routeDataset,
  routingStrategy,
} from "../../../lib/routing/index.js";
import { TAG_NAMES } from "../../../lib/tags/index.js";
import { randomTags } from "../../candidates/random-tags.js";

const costs: LabelCosts = { lm: 0, human: new Float64Array(1000).fill(2) };

describe("lists of budgets", () => {
  test("counts, fractions, money and open, in order; those that come to the same once", () => {
    expect(parseBudgets({ labels: "500, 0.25,open,0.5" }, 1000)).toEqual([
      countBudget(500),
      countBudget(250),
      OPEN_BUDGET,
    ]);
    expect(parseBudgets({ labels: "500", money: "1000,300" }, 1000, costs)).toEqual([
      countBudget(500),
      countBudget(150),
    ]);
  });

  test("every bad entry is listed", () => {
    const parse = () => parseBudgets({ labels: "500,-1,2000,NaN", money: "x,5" }, 1000, costs);
    expect(parse).toThrow(BadInputError);
    expect(parse).toThrow(/4 problems.*negative.*exceed.*not a budget.*plain number/s);
    expect(() => parseBudgets({ labels: "500," }, 1000)).toThrow("not a budget");
    expect(() => parseBudgets({ labels: "" }, 1000)).toThrow("not a budget");
  });

  test("no budget at all, and money without prices, are refused", () => {
    expect(() => parseBudgets({}, 1000)).toThrow("a budget is needed");
    expect(() => parseBudgets({ money: "30" }, 1000)).toThrow("--cost-human");
  });
});

test("the best predicted of a list wins, of equal ones the first", async () => {
  const matrix = randomTags(40, "list");
  // Each human label is worth one tag count; pairs without tags bring nothing.
  const ppm = new PolynomialPpm("linear", TAG_NAMES, 1, {
    intercept: 0,
    coefficients: new Float64Array(90).fill(1),
    products: null,
  });
  const asked: Budget[] = [];
  const route = (budget: Budget) => {
    asked.push(budget);
    return routeDataset(matrix, { ppm, strategy: routingStrategy("topk"), budget, rng: createRng(1) });
  };
  const budgets = [countBudget(5), countBudget(20), countBudget(10)];
  const { best, all } = await routeBudgets(budgets, route);
  expect(asked).toEqual(budgets);
  expect(all.map(({ humanCount }) => humanCount)).toEqual([5, 20, 10]);
  expect(best.humanCount).toBe(20);
  const flat = new PolynomialPpm("linear", TAG_NAMES, 1, {
    intercept: 0,
    coefficients: new Float64Array(90),
    products: null,
  });
  const same = await routeBudgets(budgets, (budget) =>
    routeDataset(matrix, { ppm: flat, strategy: routingStrategy("topk"), budget, rng: createRng(1) }),
  );
  expect(same.best.humanCount).toBe(5);
  await expect(routeBudgets([], route)).rejects.toThrow(RangeError);
});
