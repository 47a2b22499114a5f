import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { countBudget, type LabelCosts, moneyBudget, withinBudget } from "../../../lib/routing/index.js";

const costsOf = (lm: number, ...human: number[]): LabelCosts => ({ lm, human: Float64Array.from(human) });
const oneCost = (lm: number, price: number, count: number): LabelCosts =>
  costsOf(lm, ...new Array<number>(count).fill(price));

describe("money at one price", () => {
  test.each([
    // 100 LM labels cost 1; each human label 1.49 more: (30 - 1) / 1.49 = 19.46.
    [30, 0.01, 1.5, 100, 19],
    [1, 0.01, 1.5, 100, 0],
    [0, 0, 2, 10, 0],
    [19.99, 0, 2, 10, 9],
    [20, 0, 2, 10, 10],
    [1e9, 0, 2, 10, 10],
    // 0.3 / 0.1 is less than 3 in binary, and 3 × 0.1 more than 0.3.
    [0.3, 0, 0.1, 10, 3],
  ])("%d for labels at %d and %d pays humans for %4$d of %3$d pairs", (money, lm, price, count, humans) => {
    expect(moneyBudget(money, oneCost(lm, price, count))).toEqual(countBudget(humans));
  });

  test("no count that the money pays for is missed, and none is too dear", () => {
    for (let cents = 10; cents <= 200; cents++) {
      const budget = moneyBudget(cents / 100, oneCost(0.01, 0.2, 10));
      // In whole cents: 10 labels by the LM cost 10, each human label 19 more.
      expect(budget).toEqual(countBudget(Math.min(10, Math.floor((cents - 10) / 19))));
    }
  });
});

test("at several prices money stays money, over the price of LM labels", () => {
  const budget = moneyBudget(6.3, costsOf(0.1, 4, 1.5, 1.5));
  expect(budget).toMatchObject({ kind: "money" });
  if (budget.kind !== "money") return;
  expect(budget.limit).toBeCloseTo(6, 12);
  expect([...budget.extra]).toEqual([3.9, 1.4, 1.4]);
  expect(withinBudget(budget, [0, 1])).toBe(true);
  expect(withinBudget(budget, [0, 1, 2])).toBe(false);
  expect(moneyBudget(7, costsOf(0.1, 4, 1.5, 1.5))).toEqual(countBudget(3));
});

test("money that does not pay for labels by the LM alone is refused, with what would do", () => {
  const refuse = () => moneyBudget(0.5, oneCost(0.01, 1.5, 100));
  expect(refuse).toThrow(BadInputError);
  expect(refuse).toThrow("labels by the LM alone cost 100 × 0.01 = 1");
  expect(refuse).toThrow("from 1 (no human) to 150 (all human)");
});
