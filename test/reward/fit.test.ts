import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { fitDual } from "../../lib/reward/embedded/dual-fit.js";
import { gramOf, multiplyGram } from "../../lib/reward/embedded/gram.js";
import { fitPrimal, gradientInto, objectiveAt } from "../../lib/reward/embedded/primal-fit.js";
import { addRow, dotRow, packRows, type SparseRows } from "../../lib/reward/embedded/sparse-rows.js";
import { randomRows } from "./fixtures.js";

const OPTIONS = { l2: 0.01, tolerance: 1e-8, maxSteps: 100 };

function randomSigns(count: number, seed: number): Int8Array {
  const rng = createRng(seed);
  return Int8Array.from({ length: count }, () => rng.int(3) - 1);
}

function marginsAt(rows: SparseRows, signs: Int8Array, weights: Float64Array): Float64Array {
  return Float64Array.from(signs.keys())
    .filter((r) => signs[r] !== 0)
    .map((r) => signs[r]! * dotRow(rows, r, weights));
}

function weightsOf(rows: SparseRows, coefficients: Float64Array): Float64Array {
  const weights = new Float64Array(rows.columnCount);
  for (const [r, coefficient] of coefficients.entries()) addRow(rows, r, coefficient, weights);
  return weights;
}

describe("the objective", () => {
  test("its gradient is what finite differences give", () => {
    const rows = randomRows(30, 6, 1);
    const signs = randomSigns(30, 2);
    const rng = createRng(3);
    const weights = Float64Array.from({ length: 6 }, () => rng.normal());
    const used = Int32Array.from(signs.keys()).filter((r) => signs[r] !== 0);
    const problem = { rows, used, signs: Float64Array.from(used, (r) => signs[r]!), l2: 0.3 };
    const gradient = new Float64Array(6);
    gradientInto(problem, weights, marginsAt(rows, signs, weights), gradient);
    for (let j = 0; j < 6; j++) {
      const at = (step: number): number => {
        const moved = weights.with(j, weights[j]! + step);
        return objectiveAt(problem, moved, marginsAt(rows, signs, moved));
      };
      expect(gradient[j]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 8);
    }
  });

  test("one pair with one feature has the minimum that the equation λw = σ(-w) gives", () => {
    const rows = packRows([{ columns: Int32Array.of(0), values: Float64Array.of(1) }], 1);
    const { weights } = fitPrimal(rows, Int8Array.of(1), { ...OPTIONS, l2: 0.25, tolerance: 1e-12 });
    expect(0.25 * weights[0]!).toBeCloseTo(1 / (1 + Math.exp(weights[0]!)), 12);
  });
});

describe.each([
  ["in the space of features", fitPrimal],
  [
    "in the space of pairs",
    (rows: SparseRows, signs: Int8Array, options: typeof OPTIONS) => {
      const { coefficients, metrics } = fitDual(gramOf(rows), signs, options);
      return { weights: weightsOf(rows, coefficients), metrics };
    },
  ],
])("a fit %s", (_name, train) => {
  test("recovers the direction of planted weights", () => {
    const rows = randomRows(4000, 8, 4);
    const planted = Float64Array.of(2, -1, 0, 0.5, 0, 1, -2, 0);
    const rng = createRng(5);
    const signs = Int8Array.from({ length: 4000 }, (_, r) =>
      rng.chance(1 / (1 + Math.exp(-dotRow(rows, r, planted)))) ? 1 : -1,
    );
    const { weights, metrics } = train(rows, signs, { ...OPTIONS, l2: 1e-3 });
    expect(metrics.converged).toBe(true);
    for (const [j, weight] of weights.entries()) expect(weight).toBeCloseTo(planted[j]!, 0);
    const length = (v: Float64Array): number => Math.hypot(...v);
    const product = weights.reduce((sum, weight, j) => sum + weight * planted[j]!, 0);
    expect(product / (length(weights) * length(planted))).toBeGreaterThan(0.99);
  });

  test("meets its gradient tolerance, in few steps, on separable data too", () => {
    const rows = randomRows(50, 200, 6);
    const { metrics } = train(rows, randomSigns(50, 7), { ...OPTIONS, l2: 1e-4 });
    expect(metrics.accuracy).toBe(1);
    expect(metrics.converged).toBe(true);
    expect(metrics.iterations).toBeLessThan(30);
  });

  test("leaves weights at zero where features never differ", () => {
    const rows = packRows(
      [0, 1, 2].map(() => ({ columns: new Int32Array(0), values: new Float64Array(0) })),
      4,
    );
    const { weights, metrics } = train(rows, Int8Array.of(1, -1, 1), OPTIONS);
    expect([...weights]).toEqual([0, 0, 0, 0]);
    expect(metrics).toMatchObject({ converged: true, iterations: 0, accuracy: 0, pairsUsed: 3 });
    expect(metrics.loss).toBeCloseTo(Math.log(2), 15);
  });

  test("says so where the steps do not suffice", () => {
    const { metrics } = train(randomRows(50, 20, 8), randomSigns(50, 9), { ...OPTIONS, maxSteps: 1 });
    expect(metrics.converged).toBe(false);
  });

  test("gives the mirrored model for mirrored labels", () => {
    const rows = randomRows(40, 10, 10);
    const signs = randomSigns(40, 11);
    const { weights } = train(rows, signs, OPTIONS);
    const mirrored = train(
      rows,
      signs.map((sign) => -sign),
      OPTIONS,
    ).weights;
    for (const [j, weight] of weights.entries()) expect(mirrored[j]).toBeCloseTo(-weight, 10);
  });

  test("refuses labels that teach nothing, lengths that differ, and a penalty of 0", () => {
    const rows = randomRows(3, 2, 12);
    expect(() => train(rows, new Int8Array(3), OPTIONS)).toThrow(/nothing to learn/);
    expect(() => train(rows, new Int8Array(2), OPTIONS)).toThrow(/2 labels for 3 pairs/);
    expect(() => train(rows, Int8Array.of(1, 1, 1), { ...OPTIONS, l2: 0 })).toThrow(/must be above 0/);
  });
});

test("both ways of fitting reach the same minimum", () => {
  for (const seed of [20, 21, 22]) {
    const rows = randomRows(60, 90, seed);
    const signs = randomSigns(60, seed + 100);
    const options = { ...OPTIONS, tolerance: 1e-10 };
    const primal = fitPrimal(rows, signs, options);
    const dual = fitDual(gramOf(rows), signs, options);
    expect(dual.metrics.objective).toBeCloseTo(primal.metrics.objective, 12);
    const weights = weightsOf(rows, dual.coefficients);
    for (const [j, weight] of primal.weights.entries()) expect(weights[j]).toBeCloseTo(weight, 7);
    expect(dual.metrics.accuracy).toBe(primal.metrics.accuracy);
  }
});

test("the Gram matrix holds the inner products of all rows, and multiplies like them", () => {
  for (let size = 1; size <= 9; size++) {
    const rows = randomRows(size, 7, 30 + size);
    const dense = Array.from({ length: size }, (_, r) => {
      const row = new Float64Array(7);
      addRow(rows, r, 1, row);
      return row;
    });
    const gram = gramOf(rows);
    const x = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1));
    const out = new Float64Array(size).fill(99);
    multiplyGram(gram, x, out);
    for (let i = 0; i < size; i++) {
      const inner = dense.map((row) => row.reduce((sum, value, k) => sum + value * dense[i]![k]!, 0));
      for (let j = 0; j <= i; j++) expect(gram.packed[(i * (i + 1)) / 2 + j]).toBeCloseTo(inner[j]!, 12);
      expect(out[i]).toBeCloseTo(
        inner.reduce((sum, value, j) => sum + value * x[j]!, 0),
        12,
      );
    }
  }
});
