/** Constraints that cannot all be met, named. */
import { BadInputError, type Problem } from "../../base/index.js";
import type { TagMatrix } from "../../tags/index.js";
import type { Budget } from "../budget/budget.js";
import type { TagConstraint } from "./constraint.js";
import { constraintSolver } from "./constraint-solver.js";
import { describeConstraint } from "./share.js";

/**
 * Looks for a mix under each budget (HiGHS proves that there is none).
 * @throws {BadInputError} one problem a budget that no mix meets, with constraints of which none can be left out: it
 * alone contradicts the others, or the budget
 */
export async function checkFeasible(
  matrix: TagMatrix,
  constraints: readonly TagConstraint[],
  budgets: readonly Budget[],
): Promise<void> {
  const problems: Problem[] = [];
  for (const budget of budgets) {
    const culprits = await findCulprits(matrix, constraints, budget);
    if (culprits === null) continue;
    const names = culprits.map((constraint) => describeConstraint(matrix, constraint));
    const rule = `humans cannot label ${names.join(" and ")}${budgetWords(budget, matrix.ids.length)}`;
    const place = "--min-share and --max-share";
    problems.push({ place, rule, remedy: "loosen one of them, or change the budget" });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

function budgetWords(budget: Budget, rowCount: number): string {
  if (budget.kind === "count") return ` with ${budget.count} of all ${rowCount} pairs`;
  return budget.kind === "money" ? ` with ${Number(budget.limit.toFixed(6))} of money over all LM` : "";
}

/** Leaves out constraint after constraint while the others still contradict; null where nothing does. */
async function findCulprits(
  matrix: TagMatrix,
  constraints: readonly TagConstraint[],
  budget: Budget,
): Promise<readonly TagConstraint[] | null> {
  const weights = new Float64Array(matrix.ids.length);
  const contradict = async (some: readonly TagConstraint[]): Promise<boolean> =>
    (await constraintSolver(matrix, some)).best(weights, budget) === null;
  if (!(await contradict(constraints))) return null;
  let culprits = constraints;
  for (const constraint of constraints) {
    const others = culprits.filter((one) => one !== constraint);
    if (await contradict(others)) culprits = others;
  }
  return culprits;
}
