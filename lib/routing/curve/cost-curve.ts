/** Predicted score against cost: what each budget would bring. */
import { type Budget, countBudget } from "../budget/budget.js";
import { extraCosts, type LabelCosts, mixCost } from "../costs/label-costs.js";
import type { Routing } from "../route-dataset.js";
import { findKnee } from "./knee.js";

export interface CostCurveRow {
  /** Pairs that humans label. */
  readonly budgetCount: number;
  /** Of all labels; without prices the number of human labels. */
  readonly costTotal: number;
  /** Predicted score of the mix that the strategy chose. */
  readonly predicted: number;
  /** Standard deviation of the prediction; null where the model does not know it. */
  readonly sd: number | null;
  /** Whether more than this costs more than it brings; at most one row. */
  readonly isKnee: boolean;
}

type Point = Omit<CostCurveRow, "isKnee">;

/**
 * Routes under each budget.
 * @param route null for a budget that cannot be met, which is left out
 * @param costs what labels cost; without, cost is the number of human labels
 * @returns one row for each mix that differs, in order of cost, of equal ones the better prediction first
 */
export async function costCurve(
  budgets: readonly Budget[],
  route: (budget: Budget) => Promise<Routing | null>,
  costs?: LabelCosts,
): Promise<CostCurveRow[]> {
  const points: Point[] = [];
  for (const budget of budgets) {
    const routing = await route(budget);
    if (routing === null) continue;
    const { human, humanCount, predicted } = routing;
    points.push({
      budgetCount: humanCount,
      costTotal: costs === undefined ? humanCount : mixCost(costs, human),
      predicted: predicted.chosen,
      sd: predicted.sd,
    });
  }
  points.sort((a, b) => a.costTotal - b.costTotal || b.predicted - a.predicted);
  const rows = points.filter((point, i) => !isSame(point, points[i - 1]));
  const knee = findKnee(
    rows.map(({ costTotal }) => costTotal),
    rows.map(({ predicted }) => predicted),
  );
  return rows.map((point, i) => ({ ...point, isKnee: i === knee }));
}

/** Budgets that a strategy does not use up come to the same. */
function isSame(a: Point, b: Point | undefined): boolean {
  return a.budgetCount === b?.budgetCount && a.costTotal === b.costTotal && a.predicted === b.predicted;
}

/**
 * Budgets from no human label to all, evenly: in counts, or where prices differ in money.
 * @param stepCount steps between the two ends; 20 are steps of 5 %
 */
export function curveBudgets(rowCount: number, costs?: LabelCosts, stepCount = 20): Budget[] {
  const fractions = Array.from({ length: stepCount + 1 }, (_, i) => i / stepCount);
  const counts = fractions.map((fraction) => Math.round(fraction * rowCount));
  const extra = costs && extraCosts(costs);
  if (extra === undefined || extra.every((price) => price === extra[0]))
    return [...new Set(counts)].map(countBudget);
  const all = extra.reduce((sum, price) => sum + price, 0);
  return fractions.map((fraction) => {
    if (fraction === 0 || fraction === 1) return countBudget(fraction * rowCount);
    return { kind: "money", limit: fraction * all, extra };
  });
}
