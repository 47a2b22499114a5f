/** Best mixes under a budget and constraints, found by HiGHS and recounted here. */
import type { Highs } from "highs";
import { type Bitset, countCommonBits, createBitset, membersOf } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";
import { type Budget, withinBudget } from "../budget/budget.js";
import type { ConstraintSolver, TagConstraint } from "./constraint.js";
import { solveGroups } from "./group-program.js";
import { loadHighs } from "./highs.js";
import { rankGroup } from "./ranked-group.js";
import { groupRows, type RowGroup } from "./row-groups.js";

/** @param constraints at most one a tag */
export async function constraintSolver(
  matrix: TagMatrix,
  constraints: readonly TagConstraint[],
): Promise<ConstraintSolver> {
  const highs = await loadHighs();
  const groupsOf = lastGroups(matrix, constraints);
  return {
    constraints,
    best(weights, budget) {
      const human = solve(highs, groupsOf(budget), constraints, weights, budget);
      if (human !== null) recount(matrix, constraints, budget, human);
      return human;
    },
  };
}

/** Whether a mix is within its budget and all constraints. */
export function isFeasible(
  { columns }: TagMatrix,
  constraints: readonly TagConstraint[],
  budget: Budget,
  human: Bitset,
): boolean {
  if (!withinBudget(budget, membersOf(human))) return false;
  return constraints.every(({ column, minCount, maxCount }) => {
    const count = countCommonBits(columns[column]!, human);
    return count >= minCount && count <= maxCount;
  });
}

function solve(
  highs: Highs,
  groups: readonly RowGroup[],
  constraints: readonly TagConstraint[],
  weights: Float64Array,
  budget: Budget,
): Bitset | null {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const ranked = groups.map((group) => rankGroup(group, weights, largest || 1));
  const counts = solveGroups(highs, { groups, ranked, constraints, budget });
  if (counts === null) return null;
  const human = createBitset(weights.length);
  for (const [g, { rows }] of ranked.entries())
    for (const row of rows.subarray(0, counts[g])) human[row >>> 5]! |= 1 << (row & 31);
  return human;
}

/** The groups of the last prices asked for: a strategy asks many times with the same. */
function lastGroups(matrix: TagMatrix, constraints: readonly TagConstraint[]) {
  let last: { readonly extra: Float64Array | null; readonly groups: RowGroup[] } | undefined;
  return (budget: Budget): RowGroup[] => {
    const extra = budget.kind === "money" ? budget.extra : null;
    if (last === undefined || last.extra !== extra)
      last = { extra, groups: groupRows(matrix, constraints, extra) };
    return last.groups;
  };
}

function recount(
  matrix: TagMatrix,
  constraints: readonly TagConstraint[],
  budget: Budget,
  human: Bitset,
): void {
  if (isFeasible(matrix, constraints, budget, human)) return;
  throw new Error("HiGHS answered with a mix that breaks the budget or a constraint when recounted");
}
