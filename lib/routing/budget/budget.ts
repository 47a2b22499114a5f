/** How much human labelling there may be. */
import { BadInputError, type Json } from "../../base/index.js";

export type Budget =
  /** As many as the predictor favours. */
  | { readonly kind: "open" }
  /** Exactly so many instances, 0 to N (the strategy `gain` may take fewer). */
  | { readonly kind: "count"; readonly count: number }
  /**
   * Money where prices differ: the sum of `extra[i]` over the rows that humans label is at most `limit`. `extra[i]` > 0
   * is the price of a human label of row i over that of an LM label. Where every row has one price, money is a `count`.
   */
  | { readonly kind: "money"; readonly limit: number; readonly extra: Float64Array };

export const OPEN_BUDGET: Budget = { kind: "open" };

/** Exactly `count` instances. */
export function countBudget(count: number): Budget {
  return { kind: "count", count };
}

/** Whether humans may label this many rows, in all and in price. @param rows the rows that humans label */
export function withinBudget(budget: Budget, rows: ArrayLike<number>): boolean {
  if (budget.kind === "open") return true;
  if (budget.kind === "count") return rows.length === budget.count;
  return extraCost(budget.extra, rows) <= budget.limit + MONEY_TOLERANCE * budget.limit;
}

/** Sums of prices are rounded; a budget is not refused for the last digit. */
const MONEY_TOLERANCE = 1e-12;

/** Σ extra over the rows that humans label. */
export function extraCost(extra: Float64Array, rows: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += extra[rows[i]!]!;
  return sum;
}

/** In a manifest: the count, `open`, or `{ money }` over the price of LM labels. */
export function budgetToJson(budget: Budget): Json {
  if (budget.kind === "open") return "open";
  return budget.kind === "count" ? budget.count : { extraMoney: budget.limit };
}

/**
 * Reads a budget: `1000` is a count, `0.25` (with a decimal point) a fraction f, for round(f·N) instances,
 * `open` leaves the number open.
 * @param rowCount N, the number of instances
 * @throws {BadInputError} for anything else, a count over N or a fraction over 1
 */
export function parseBudget(text: string, rowCount: number): Budget {
  const trimmed = text.trim();
  if (trimmed === "open") return OPEN_BUDGET;
  if (/^\d+$/.test(trimmed)) {
    const count = Number(trimmed);
    if (count <= rowCount) return countBudget(count);
    refuse(text, `a budget cannot exceed the ${rowCount} instances`, `take 0 to ${rowCount}`);
  }
  if (/^(\d+\.\d*|\.\d+)$/.test(trimmed)) {
    const fraction = Number(trimmed);
    if (fraction <= 1) return countBudget(Math.round(fraction * rowCount));
    refuse(
      text,
      "a budget with a decimal point is a fraction of all instances, from 0.0 to 1.0",
      HOW_TO_WRITE,
    );
  }
  const negative = trimmed.startsWith("-");
  refuse(text, negative ? "a budget cannot be negative" : "not a budget", HOW_TO_WRITE);
}

const HOW_TO_WRITE = "write a count such as 1000, a fraction such as 0.25, or open";

function refuse(value: string, rule: string, remedy: string): never {
  throw new BadInputError([{ place: "--budget", value, rule, remedy }]);
}
