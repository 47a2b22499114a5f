/**
 * How many rows of each group humans label: an integer program over groups, in place of one over rows.
 *
 * Maximize Σ v_g under Σ t_g = k or Σ extra_g·t_g ≤ limit, and minCount ≤ Σ t_g ≤ maxCount over the groups with a
 * tag. v_g is at most the group's value at t_g (ranked-group.ts), which is concave: the minimum of its lines. Lines
 * are added where an answer lies above them until none does (Kelley's cutting planes, 1960), first for fractions,
 * then for whole numbers; the last answer is the optimum of the program over rows, to the solver's gap.
 */
import type { Highs, Model } from "highs";
import type { Budget } from "../budget/budget.js";
import type { TagConstraint } from "./constraint.js";
import { SOLVER_LIMIT_SECONDS, SOLVER_RELATIVE_GAP } from "./highs.js";
import { lineAt, type RankedGroup, valueAt } from "./ranked-group.js";
import type { RowGroup } from "./row-groups.js";

export interface GroupProgram {
  readonly groups: readonly RowGroup[];
  readonly ranked: readonly RankedGroup[];
  readonly constraints: readonly TagConstraint[];
  readonly budget: Budget;
}

/** Relative excess of v_g over the group's value that counts as none. */
const TOLERANCE = 1e-9;
/** Above this the solver takes two values for different; weights are divided by their largest, so they are near 1. */
const SOLVER_TOLERANCE = 1e-9;

/** How many rows of each group; null if no numbers fit. @throws {Error} if the solver gives up */
export function solveGroups(highs: Highs, program: GroupProgram): Int32Array | null {
  return highs.withModel(baseModel(highs, program), (model) => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: SOLVER_RELATIVE_GAP[program.budget.kind],
      mip_abs_gap: SOLVER_TOLERANCE,
      mip_feasibility_tolerance: SOLVER_TOLERANCE,
      primal_feasibility_tolerance: SOLVER_TOLERANCE,
      time_limit: SOLVER_LIMIT_SECONDS,
    });
    const lines = program.ranked.map(() => new Set<number>());
    addLines(model, program.ranked, lines, firstSegments(program.ranked));
    if (!refine(highs, model, program.ranked, lines)) return null;
    if (!isWhole(numbersOf(model, program))) {
      for (const g of program.groups.keys())
        model.changeColIntegrality(g, highs.constants.variableType.integer);
      if (!refine(highs, model, program.ranked, lines)) return null;
    }
    return Int32Array.from(numbersOf(model, program), Math.round);
  });
}

/** t_1 … t_G of the model's answer. */
function numbersOf(model: Model, { groups }: GroupProgram): Float64Array {
  return Float64Array.from(model.getSolution().colValue).subarray(0, groups.length);
}

function isWhole(numbers: Float64Array): boolean {
  return numbers.every((number) => Math.abs(number - Math.round(number)) < 1e-7);
}

/** Columns t_1 … t_G, then v_1 … v_G; rows the constraints, then the budget. */
function baseModel(highs: Highs, { groups, ranked, constraints, budget }: GroupProgram) {
  const count = groups.length;
  const rows = constraints.map(({ minCount, maxCount }, c) => ({
    lower: minCount,
    upper: maxCount,
    entries: groups.map(({ has }): number => (has[c] ? 1 : 0)),
  }));
  if (budget.kind === "count")
    rows.push({ lower: budget.count, upper: budget.count, entries: groups.map(() => 1) });
  if (budget.kind === "money") {
    const largest = Math.max(...groups.map(({ extra }) => extra));
    const entries = groups.map(({ extra }) => extra / largest);
    rows.push({ lower: -highs.infinity, upper: budget.limit / largest, entries });
  }
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of rows) {
    for (const [g, value] of entries.entries()) {
      if (value === 0) continue;
      indices.push(g);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return {
    numCols: 2 * count,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from({ length: 2 * count }, (_, i) => (i < count ? 0 : 1)),
    colLower: Float64Array.from({ length: 2 * count }, (_, i) => (i < count ? 0 : -highs.infinity)),
    colUpper: Float64Array.from({ length: 2 * count }, (_, i) =>
      i < count ? ranked[i]!.rows.length : highs.infinity,
    ),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: 2 * count,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** Adds lines until the answer lies on or below all values. @returns whether there is an answer */
function refine(
  highs: Highs,
  model: Model,
  ranked: readonly RankedGroup[],
  lines: readonly Set<number>[],
): boolean {
  for (;;) {
    model.run();
    const status = model.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return false;
    if (status !== highs.constants.modelStatus.optimal)
      throw new Error(
        `HiGHS gave up on the constraints (status ${status}, ${SOLVER_LIMIT_SECONDS} s allowed)`,
      );
    const { colValue } = model.getSolution();
    const wanted = ranked.map((group, g) => {
      const t = colValue[g]!;
      const value = valueAt(group, t);
      const above = colValue[ranked.length + g]! - value > TOLERANCE * (1 + Math.abs(value));
      return above ? [Math.ceil(t) - 1, Math.floor(t)] : [];
    });
    if (addLines(model, ranked, lines, wanted) === 0) return true;
  }
}

/** @param wanted segments for each group; those outside it or there already are left out @returns how many are new */
function addLines(
  model: Model,
  ranked: readonly RankedGroup[],
  lines: readonly Set<number>[],
  wanted: readonly (readonly number[])[],
): number {
  let added = 0;
  for (const [g, segments] of wanted.entries()) {
    const group = ranked[g]!;
    for (const segment of segments) {
      if (segment < 0 || segment >= group.weights.length || lines[g]!.has(segment)) continue;
      lines[g]!.add(segment);
      added += 1;
      const { slope, offset } = lineAt(group, segment);
      model.addRow(Number.NEGATIVE_INFINITY, offset, {
        indices: [g, ranked.length + g],
        values: [-slope, 1],
      });
    }
  }
  return added;
}

/** The ends and eight segments between, which bound every group before the first answer. */
function firstSegments(ranked: readonly RankedGroup[]): number[][] {
  return ranked.map(({ weights }) =>
    Array.from({ length: 9 }, (_, i) => Math.round((i / 8) * (weights.length - 1))),
  );
}
