/** Several budgets: the best predicted of their routings wins (arXiv 2410.19133, §2.3). */
import { BadInputError, type Problem } from "../../base/index.js";
import type { LabelCosts } from "../costs/label-costs.js";
import type { Routing } from "../route-dataset.js";
import { type Budget, parseBudget } from "./budget.js";
import { parseMoneyBudget } from "./money.js";

export interface BudgetTexts {
  /** `500,0.25,open`: counts, fractions, open. */
  readonly labels?: string | undefined;
  /** `2000,3000`: money for all labels. */
  readonly money?: string | undefined;
}

/**
 * Reads lists of budgets; those that come to the same are kept once.
 * @param rowCount N
 * @param costs what labels cost; needed for budgets in money
 * @throws {BadInputError} listing every budget that is none, or where there is none at all
 */
export function parseBudgets({ labels, money }: BudgetTexts, rowCount: number, costs?: LabelCosts): Budget[] {
  const problems: Problem[] = [];
  const budgets: Budget[] = [];
  const collect = (list: string | undefined, read: (text: string) => Budget): void => {
    for (const text of list?.split(",") ?? []) {
      try {
        const budget = read(text);
        if (!budgets.some((one) => isSame(one, budget))) budgets.push(budget);
      } catch (error) {
        if (!(error instanceof BadInputError)) throw error;
        problems.push(...error.problems);
      }
    }
  };
  if (labels === undefined && money === undefined)
    problems.push({ place: "--budget", rule: "a budget is needed", remedy: NEEDED });
  if (money !== undefined && costs === undefined)
    problems.push({ place: "--budget-money", value: money, rule: "money needs prices", remedy: PRICES });
  collect(labels, (text) => parseBudget(text, rowCount));
  if (costs !== undefined) collect(money, (text) => parseMoneyBudget(text, costs));
  if (problems.length > 0) throw new BadInputError(problems);
  return budgets;
}

const NEEDED = "give --budget (a count, a fraction, open), or --budget-money with --cost-human";
const PRICES = "add --cost-human (and --cost-lm)";

function isSame(a: Budget, b: Budget): boolean {
  if (a.kind === "count" && b.kind === "count") return a.count === b.count;
  if (a.kind === "money" && b.kind === "money") return a.limit === b.limit;
  return a.kind === b.kind;
}

/**
 * Routes under each budget in turn.
 * @returns all routings in the order of the budgets, and the one that the strategy thinks best, of equal ones the first
 * @throws {RangeError} without a budget
 */
export async function routeBudgets(
  budgets: readonly Budget[],
  route: (budget: Budget) => Promise<Routing>,
): Promise<{ readonly best: Routing; readonly all: readonly Routing[] }> {
  const all: Routing[] = [];
  for (const budget of budgets) all.push(await route(budget));
  const [first, ...others] = all;
  if (first === undefined) throw new RangeError("routeBudgets: no budget");
  const best = others.reduce(
    (best, one) => (one.predicted.objective > best.predicted.objective ? one : best),
    first,
  );
  return { best, all };
}
