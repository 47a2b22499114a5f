import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  bootstrapInterval,
  mean,
  quantile,
  randomFolds,
  rootMeanSquareError,
  standardDeviation,
} from "../../lib/math/index.js";

describe("summaries", () => {
  test("mean and standard deviation of a hand-worked sample", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values, 0)).toBe(2);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });

  test("they are NaN where undefined", () => {
    expect(mean([])).toBeNaN();
    expect(standardDeviation([3])).toBeNaN();
    expect(standardDeviation([3], 0)).toBe(0);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("quantiles interpolate between order statistics, as R's type 7", () => {
    const values = [40, 10, 30, 20];
    expect([0, 0.25, 0.5, 1].map((p) => quantile(values, p))).toEqual([10, 17.5, 25, 40]);
    expect(values, "the argument stays in its order").toEqual([40, 10, 30, 20]);
    expect(() => quantile(values, 1.01)).toThrow(RangeError);
    expect(() => quantile(values, Number.NaN)).toThrow(RangeError);
  });

  test("root-mean-square error", () => {
    expect(rootMeanSquareError([0, 0], [3, 4])).toBeCloseTo(Math.sqrt(12.5), 14);
    expect(() => rootMeanSquareError([0], [3, 4])).toThrow(RangeError);
  });
});

describe("bootstrap", () => {
  const values = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i * 1.7));
  const meanOf = (indices: Int32Array) => mean(Float64Array.from(indices, (i) => values[i]!));

  test("the interval of a mean has the width that the central limit theorem gives", () => {
    const { low, high } = bootstrapInterval(values.length, meanOf, createRng(1), { resamples: 2000 });
    const standardError = standardDeviation(values, 0) / Math.sqrt(values.length);
    expect((high - low) / (2 * 1.96 * standardError)).toBeCloseTo(1, 1);
    expect(low).toBeLessThan(mean(values));
    expect(high).toBeGreaterThan(mean(values));
  });

  test("the same seed gives the same interval; a wider level a wider one", () => {
    const at = (level: number) => bootstrapInterval(values.length, meanOf, createRng(2), { level });
    expect(at(0.9)).toEqual(at(0.9));
    expect(at(0.99).low).toBeLessThan(at(0.9).low);
    expect(at(0.99).high).toBeGreaterThan(at(0.9).high);
  });

  test("a statistic that does not vary has an interval of no width", () => {
    expect(bootstrapInterval(5, () => 7, createRng(3))).toEqual({ low: 7, high: 7 });
  });
});

describe("random folds", () => {
  test("every row is in one fold and sizes differ by one at most", () => {
    for (const [rows, folds] of [
      [250, 10],
      [23, 5],
      [7, 7],
    ] as const) {
      const foldOf = randomFolds(rows, folds, createRng(rows));
      const sizes = Array.from({ length: folds }, (_, fold) => foldOf.filter((f) => f === fold).length);
      expect(sizes.reduce((a, b) => a + b)).toBe(rows);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  test("the seed decides; other seeds decide otherwise", () => {
    expect(randomFolds(50, 5, createRng(1))).toEqual(randomFolds(50, 5, createRng(1)));
    expect(randomFolds(50, 5, createRng(1))).not.toEqual(randomFolds(50, 5, createRng(2)));
  });

  test("fewer than two folds, or more than rows, are refused", () => {
    for (const folds of [0, 1, 6, 2.5, Number.NaN])
      expect(() => randomFolds(5, folds, createRng(1))).toThrow(RangeError);
  });
});
