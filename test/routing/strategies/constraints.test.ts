import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../../lib/base/index.js";
import { countCommonBits, membersOf } from "../../../lib/math/index.js";
import {
  type Budget,
  constraintSolver,
  countBudget,
  isFeasible,
  OPEN_BUDGET,
  ROUTING_STRATEGIES,
  type TagConstraint,
} from "../../../lib/routing/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { everyMix, neighbours, randomPolynomial, routeBy, withUncertainty } from "./small-mixes.js";

const ROWS = 12;
const matrix = randomTags(ROWS, "limits");
const quadratic = randomPolynomial(2, ROWS, "limits");
const unsure = withUncertainty(quadratic, 0.02, "limits");
const members = matrix.columns.map((column) => membersOf(column).length);
const extra = Float64Array.from({ length: ROWS }, (_, row) => 1 + (row % 4));

/** One to five limits on tags that some rows have, loose and tight ones. */
function randomLimits(name: string): { constraints: TagConstraint[]; budget: Budget } {
  const rng = createRng("limits").fork(name);
  const tagged = [...members.keys()].filter((column) => members[column]! >= 2);
  const constraints = rng.sample(tagged, 1 + rng.int(5)).map((column): TagConstraint => {
    const [a, b] = [rng.int(members[column]! + 1), rng.int(members[column]! + 1)];
    return { column, minCount: Math.min(a, b), maxCount: Math.max(a, b) };
  });
  const budgets = [OPEN_BUDGET, countBudget(rng.int(ROWS + 1)), countBudget(3 + rng.int(6))];
  const money: Budget = { kind: "money", limit: 2 + rng.int(25), extra };
  return { constraints, budget: rng.pick([...budgets, money]) };
}

describe("limits on tags, drawn at random", () => {
  const problems = Array.from({ length: 60 }, (_, i) => `problem ${i}`);

  test("every strategy meets them whenever any mix does, and says so where none does", async () => {
    const mixes = [...everyMix(ROWS)];
    let feasible = 0;
    for (const [i, name] of problems.entries()) {
      const { constraints, budget } = randomLimits(name);
      const solver = await constraintSolver(matrix, constraints);
      const within = (looked: Budget) => mixes.some((mix) => isFeasible(matrix, constraints, looked, mix));
      const [existsWithin, existsOpen] = [within(budget), within(OPEN_BUDGET)];
      for (const { name: strategy } of ROUTING_STRATEGIES) {
        // The gain rule looks at no budget.
        const looked = strategy === "gain" ? OPEN_BUDGET : budget;
        const exists = looked === budget ? existsWithin : existsOpen;
        if (exists) feasible++;
        const ppm = i % 2 === 0 ? quadratic : unsure;
        const pessimism = i % 2 === 0 ? 0 : 1;
        const routing = routeBy(strategy, matrix, ppm, budget, { constraints, solver, pessimism });
        if (exists) expect(isFeasible(matrix, constraints, looked, (await routing).human)).toBe(true);
        else await expect(routing).rejects.toThrow(BadInputError);
      }
    }
    expect(feasible).toBeGreaterThan(100);
    expect(feasible).toBeLessThan(ROUTING_STRATEGIES.length * problems.length);
  });

  test("search is never below the others, and ends where no feasible swap helps", async () => {
    for (const name of problems.slice(0, 25)) {
      const { constraints, budget } = randomLimits(name);
      const solver = await constraintSolver(matrix, constraints);
      if (solver.best(new Float64Array(ROWS), budget) === null) continue;
      const options = { constraints, solver };
      const { human, predicted } = await routeBy("search", matrix, quadratic, budget, options);
      for (const strategy of ["simulated", "topk", "greedy"]) {
        const other = await routeBy(strategy, matrix, quadratic, budget, options);
        expect(predicted.chosen).toBeGreaterThanOrEqual(other.predicted.chosen);
      }
      for (const other of neighbours(human, ROWS, budget.kind !== "count")) {
        if (!isFeasible(matrix, constraints, budget, other)) continue;
        expect(
          quadratic.predict(matrix.columns.map((column) => countCommonBits(column, other))),
        ).toBeLessThan(predicted.chosen + 1e-9);
      }
    }
  });
});

describe("limits on a larger data set", () => {
  const large = randomTags(600, "large limits");
  const ppm = randomPolynomial(2, 600, "large limits");
  const sized = large.columns
    .map((column, i) => ({ column: i, size: membersOf(column).length }))
    .filter(({ size }) => size > 60 && size < 200);
  const constraints = [
    { column: sized[0]!.column, minCount: Math.round(0.7 * sized[0]!.size), maxCount: sized[0]!.size },
    { column: sized[1]!.column, minCount: 0, maxCount: Math.round(0.3 * sized[1]!.size) },
  ];

  test.each([
    ["a fixed budget", countBudget(300)],
    ["an open budget", OPEN_BUDGET],
    [
      "money",
      { kind: "money", limit: 450, extra: Float64Array.from({ length: 600 }, (_, i) => 1 + (i % 3) / 2) },
    ],
  ] as [string, Budget][])("hold under %s", async (_, budget) => {
    const solver = await constraintSolver(large, constraints);
    const options = { constraints, solver };
    const scores = new Map<string, number>();
    for (const { name } of ROUTING_STRATEGIES) {
      const { human, predicted } = await routeBy(name, large, ppm, budget, options);
      expect(isFeasible(large, constraints, name === "gain" ? OPEN_BUDGET : budget, human)).toBe(true);
      scores.set(name, predicted.chosen);
    }
    expect(scores.get("search")).toBeGreaterThanOrEqual(scores.get("greedy")!);
    expect(scores.get("greedy")).toBeGreaterThan(scores.get("simulated")!);
  });
});

test("limits without a solver are refused", async () => {
  const constraints = [{ column: 0, minCount: 0, maxCount: 1 }];
  await expect(routeBy("topk", matrix, quadratic, countBudget(3), { constraints })).rejects.toThrow("solver");
});
