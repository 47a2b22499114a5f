/** Budgets in money: what all labels together may cost, the LM's too. */
import { BadInputError } from "../../base/index.js";
import { extraCosts, type LabelCosts, pureCosts } from "../costs/label-costs.js";
import { parsePrice } from "../costs/prices.js";
import { type Budget, countBudget } from "./budget.js";

/**
 * What is left for human labels. With one price this is an exact count: as many as the money pays for, and so is
 * money for all pairs; else a limit in money.
 * @param money for the labels of all pairs
 * @param place for messages
 * @throws {BadInputError} if it does not even pay for labels by the LM
 */
export function moneyBudget(money: number, costs: LabelCosts, place = "--budget-money"): Budget {
  const { allLm, allHuman } = pureCosts(costs);
  if (money < allLm) {
    const rule = `labels by the LM alone cost ${costs.human.length} × ${costs.lm} = ${readable(allLm)}`;
    const remedy = `give from ${readable(allLm)} (no human) to ${readable(allHuman)} (all human)`;
    throw new BadInputError([{ place, value: String(money), rule, remedy }]);
  }
  if (money >= allHuman) return countBudget(costs.human.length);
  const extra = extraCosts(costs);
  const limit = money - allLm;
  if (extra.some((price) => price !== extra[0])) return { kind: "money", limit, extra };
  return countBudget(Math.floor((limit / extra[0]!) * (1 + ROUNDING)));
}

/** 0.3 of money at 0.1 a label pays for 3 labels, though 0.3 / 0.1 is a little less than 3 in binary. */
const ROUNDING = 1e-12;

/** Reads `3000` as money. @throws {BadInputError} if it is no number, or as {@link moneyBudget} */
export function parseMoneyBudget(text: string, costs: LabelCosts, place = "--budget-money"): Budget {
  return moneyBudget(parsePrice(text, place), costs, place);
}

function readable(money: number): string {
  return String(Number(money.toFixed(6)));
}
