import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countBits, countCommonBits, createBitset, hasBit } from "../../../lib/math/index.js";
import {
  type Budget,
  constraintSolver,
  countBudget,
  isFeasible,
  OPEN_BUDGET,
  type TagConstraint,
} from "../../../lib/routing/index.js";
import type { TagMatrix } from "../../../lib/tags/index.js";
import { bestByTrying, weightOf } from "./brute-force.js";

/** Rows by tag: `[[0, 1], [1]]` are two tags, the first on rows 0 and 1. */
function tagged(rowCount: number, columns: readonly (readonly number[])[]): TagMatrix {
  return {
    ids: Array.from({ length: rowCount }, (_, i) => `i${i}`),
    tagNames: columns.map((_, i) => `t${i}`),
    columns: columns.map((rows) => createBitset(rowCount, rows)),
  };
}

/** A random problem over `rowCount` rows, feasible or not. */
function randomProblem(rowCount: number, seed: number) {
  const rng = createRng("constraints").fork(`problem ${seed}`);
  const columns = Array.from({ length: 4 }, () =>
    Array.from({ length: rowCount }, (_, row) => row).filter(() => rng.chance(0.5)),
  );
  const constraints = columns.slice(0, 1 + rng.int(4)).map((rows, column): TagConstraint => {
    const minCount = rng.int(rows.length + 1);
    return {
      column,
      minCount: rng.chance(0.5) ? minCount : 0,
      maxCount: minCount + rng.int(rows.length + 1),
    };
  });
  const weights = Float64Array.from({ length: rowCount }, () => 1e-5 * rng.normal());
  // Two prices, or a price of its own for every row.
  const extra = Float64Array.from({ length: rowCount }, () =>
    seed % 2 === 0 ? 1.5 + 2.5 * rng.int(2) : 0.5 + rng.next(),
  );
  const budgets: Budget[] = [
    OPEN_BUDGET,
    countBudget(rng.int(rowCount + 1)),
    { kind: "money", limit: rng.next() * 2 * rowCount, extra },
  ];
  return { matrix: tagged(rowCount, columns), constraints, weights, budgets };
}

describe("against every mix of 12 instances", () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))(
    "problem %d: the heaviest feasible mix, or none where there is none",
    async (seed) => {
      const { matrix, constraints, weights, budgets } = randomProblem(12, seed);
      const solver = await constraintSolver(matrix, constraints);
      for (const budget of budgets) {
        const human = solver.best(weights, budget);
        const best = bestByTrying(matrix, constraints, weights, budget);
        expect(human === null).toBe(best === null);
        if (human === null || best === null) continue;
        expect(isFeasible(matrix, constraints, budget, human)).toBe(true);
        expect(weightOf(human, weights)).toBeGreaterThanOrEqual(best - 1e-4 * Math.abs(best) - 1e-12);
      }
    },
  );

  test("of these problems some are feasible and some are not", () => {
    const found = Array.from({ length: 12 }, (_, seed) => {
      const { matrix, constraints, weights, budgets } = randomProblem(12, seed);
      return budgets.map((budget) => bestByTrying(matrix, constraints, weights, budget) !== null);
    }).flat();
    expect(found).toContain(true);
    expect(found).toContain(false);
  });
});

describe("by hand", () => {
  // Rows 0-4 have the tag, and are the lightest.
  const matrix = tagged(10, [[0, 1, 2, 3, 4]]);
  const weights = Float64Array.from({ length: 10 }, (_, row) => row - 4.5);
  const best = async (minCount: number, maxCount: number, budget: Budget) => {
    const solver = await constraintSolver(matrix, [{ column: 0, minCount, maxCount }]);
    const human = solver.best(weights, budget);
    return human && [...weights.keys()].filter((row) => hasBit(human, row));
  };

  test("a minimum takes the heaviest rows of the tag, in place of the lightest others", async () => {
    expect(await best(2, 5, countBudget(4))).toEqual([3, 4, 8, 9]);
    expect(await best(0, 5, countBudget(4))).toEqual([6, 7, 8, 9]);
    expect(await best(5, 5, countBudget(4))).toBeNull();
  });

  test("a maximum leaves the budget to the others, and there may be too few", async () => {
    expect(await best(0, 1, countBudget(6))).toEqual([4, 5, 6, 7, 8, 9]);
    expect(await best(0, 1, countBudget(7))).toBeNull();
  });

  test("an open budget takes what is above zero, and what a minimum asks for", async () => {
    expect(await best(0, 5, OPEN_BUDGET)).toEqual([5, 6, 7, 8, 9]);
    expect(await best(1, 5, OPEN_BUDGET)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test("without constraints money buys the heaviest set of rows, not the heaviest row", async () => {
    const solver = await constraintSolver(matrix, []);
    const extra = Float64Array.from({ length: 10 }, (_, row) => (row === 9 ? 4 : 2));
    const human = solver.best(weights, { kind: "money", limit: 4, extra });
    expect(human).toEqual(createBitset(10, [7, 8]));
  });

  test("of equal weights the earlier rows are taken, and weights may all be 0", async () => {
    const solver = await constraintSolver(matrix, [{ column: 0, minCount: 2, maxCount: 2 }]);
    expect(solver.best(new Float64Array(10), countBudget(3))).toEqual(createBitset(10, [0, 1, 5]));
  });
});

test("2,000 instances with eight overlapping tags: feasible, no worse than the bound allows, the same again", async () => {
  const rng = createRng("large");
  const columns = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 2000 }, (_, row) => row).filter(() => rng.chance(0.1 + i / 20)),
  );
  const matrix = tagged(2000, columns);
  const constraints = columns.map(({ length }, column) =>
    column % 2 === 0
      ? { column, minCount: Math.ceil(0.27 * length), maxCount: length }
      : { column, minCount: 0, maxCount: Math.floor(0.24 * length) },
  );
  const weights = Float64Array.from({ length: 2000 }, () => rng.normal());
  const solver = await constraintSolver(matrix, constraints);
  const human = solver.best(weights, countBudget(500))!;
  expect(countBits(human)).toBe(500);
  for (const { column, minCount, maxCount } of constraints) {
    const count = countCommonBits(matrix.columns[column]!, human);
    expect(count).toBeGreaterThanOrEqual(minCount);
    expect(count).toBeLessThanOrEqual(maxCount);
  }
  const top = weights.toSorted((a, b) => b - a).slice(0, 500);
  const unconstrained = top.reduce((sum, weight) => sum + weight, 0);
  expect(weightOf(human, weights)).toBeLessThanOrEqual(unconstrained);
  expect(weightOf(human, weights)).toBeGreaterThan(0.9 * unconstrained);
  expect(solver.best(weights, countBudget(500))).toEqual(human);
});
