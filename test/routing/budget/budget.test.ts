import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { countBudget, OPEN_BUDGET, parseBudget } from "../../../lib/routing/index.js";

describe("budgets", () => {
  test.each([
    ["0", 1000, 0],
    ["1000", 1000, 1000],
    ["1", 1000, 1],
    ["007", 1000, 7],
    ["0.0", 1000, 0],
    ["1.0", 1000, 1000],
    ["1.", 1000, 1000],
    ["0.25", 1000, 250],
    [".5", 1000, 500],
    ["0.25", 10, 3],
    ["0.25", 7531, 1883],
    ["0.0004", 1000, 0],
    ["0.0005", 1000, 1],
    [" 12 ", 1000, 12],
    ["open", 1000, "open"],
    ["0", 0, 0],
    ["0.5", 0, 0],
  ] as const)("%j of %d instances is %s", (text, rowCount, budget) => {
    expect(parseBudget(text, rowCount)).toEqual(budget === "open" ? OPEN_BUDGET : countBudget(budget));
  });

  test.each([
    ["-1", "cannot be negative"],
    ["-0.25", "cannot be negative"],
    ["-0", "cannot be negative"],
    ["1001", "cannot exceed the 1000 instances"],
    ["99999999999999999999", "cannot exceed the 1000 instances"],
    ["1.5", "fraction"],
    ["1.0000001", "fraction"],
    ["NaN", "not a budget"],
    ["Infinity", "not a budget"],
    ["", "not a budget"],
    [" ", "not a budget"],
    ["25%", "not a budget"],
    ["1e3", "not a budget"],
    ["0x10", "not a budget"],
    ["1,000", "not a budget"],
    ["+5", "not a budget"],
    ["all", "not a budget"],
    ["Open", "not a budget"],
    [".", "not a budget"],
    ["1 2", "not a budget"],
  ])("%j of 1000 instances is refused, with the value and a remedy", (text, rule) => {
    expect(() => parseBudget(text, 1000)).toThrow(BadInputError);
    expect(() => parseBudget(text, 1000)).toThrow(rule);
    expect(() => parseBudget(text, 1000)).toThrow(`--budget: `);
    expect(() => parseBudget(text, 1000)).toThrow(`(found ${JSON.stringify(text)}); `);
  });
});
