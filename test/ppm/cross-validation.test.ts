import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { mean, rootMeanSquareError, spearman, standardDeviation } from "../../lib/math/index.js";
import { crossValidate, PPM_FAMILIES, ppmFamily, summarizeCrossValidation } from "../../lib/ppm/index.js";
import { randomTable } from "./tables.js";

const table = randomTable(33, 4, "cv");
const linear = { family: ppmFamily("linear"), scale: 1, rng: createRng("cv") };

describe("nothing leaks", () => {
  test.each(PPM_FAMILIES.map((family) => [family.name]))(
    "%s: a held-out target, however wrong, does not move its own fold's predictions by a bit",
    (name) => {
      const family = ppmFamily(name);
      const foldOf = Int32Array.from({ length: 33 }, (_, row) => row % 4);
      const options = { family, scale: 100, foldOf, rng: createRng(1) };
      const clean = crossValidate(table, options);
      const targets = table.targets.slice();
      for (let row = 0; row < 33; row++) if (foldOf[row] === 2) targets[row] = 1e6 * (row + 1);
      const poisoned = crossValidate({ ...table, targets }, options);
      for (let row = 0; row < 33; row++) {
        if (foldOf[row] === 2) expect(poisoned.predicted[row]).toBe(clean.predicted[row]);
        else expect(poisoned.predicted[row]).not.toBe(clean.predicted[row]);
      }
    },
  );
});

describe("statistics", () => {
  test("mean and spread (ddof 0) are over folds, pooled is over all rows", () => {
    const cv = crossValidate(table, { ...linear, folds: 5 });
    const folds = cv.folds.map((fold) => [...cv.foldOf.keys()].filter((row) => cv.foldOf[row] === fold));
    const each = (f: (a: number[], b: number[]) => number) =>
      folds.map((rows) => f(rows.map((row) => table.targets[row]!), rows.map((row) => cv.predicted[row]!))); // biome-ignore format: one call
    for (const [statistic, f] of [
      [cv.spearman, spearman],
      [cv.rmse, rootMeanSquareError],
    ] as const) {
      expect(statistic.perFold).toEqual(each(f));
      expect(statistic.mean).toBe(mean(each(f)));
      expect(statistic.sd).toBe(standardDeviation(each(f), 0));
      expect(statistic.pooled).toBe(f(table.targets, cv.predicted));
      expect(statistic.undefinedFolds).toBe(0);
    }
  });

  test("folds where Spearman is undefined are left out and counted", () => {
    const foldOf = Int32Array.from({ length: 33 }, (_, row) => (row === 0 ? 9 : row % 3));
    const { spearman: rho, rmse } = crossValidate(table, { ...linear, foldOf });
    expect(rho.undefinedFolds).toBe(1);
    expect(rho.perFold[3]).toBeNaN();
    expect(rho.mean).toBe(mean(rho.perFold.slice(0, 3)));
    expect(rmse.undefinedFolds).toBe(0);
  });

  test("where no fold is defined, the figures are null in JSON, not zero", () => {
    const constant = { ...table, targets: new Float64Array(33).fill(0.5) };
    const cv = crossValidate(constant, { ...linear, folds: 3 });
    expect(cv.spearman.mean).toBeNaN();
    expect(cv.spearman.undefinedFolds).toBe(3);
    expect(cv.rmse.pooled).toBeLessThan(1e-12);
    expect(summarizeCrossValidation(cv).spearman).toEqual({
      mean: null,
      sd: null,
      pooled: null,
      perFold: [null, null, null],
      undefinedFolds: 3,
    });
  });
});

describe("folds", () => {
  test("the seed draws them; labels of a column are kept as they are", () => {
    const drawn = crossValidate(table, { ...linear, folds: 4 });
    expect(drawn.folds).toEqual([0, 1, 2, 3]);
    expect(crossValidate(table, { ...linear, folds: 4 }).predicted).toEqual(drawn.predicted);
    expect(crossValidate(table, { ...linear, folds: 4, rng: createRng("other") }).foldOf).not.toEqual(
      drawn.foldOf,
    );
    const foldOf = drawn.foldOf.map((fold) => 100 - 7 * fold);
    const labelled = crossValidate(table, { ...linear, foldOf });
    expect(labelled.folds).toEqual([79, 86, 93, 100]);
    expect(labelled.predicted).toEqual(drawn.predicted);
  });

  test("ten by default; as many as rows is leave-one-out", () => {
    expect(crossValidate(table, linear).folds).toHaveLength(10);
    expect(crossValidate(table, { ...linear, folds: 33 }).spearman.undefinedFolds).toBe(33);
  });

  test.each([1, 0, 34, 2.5, Number.NaN])("%d folds of 33 rows are refused", (folds) => {
    expect(() => crossValidate(table, { ...linear, folds })).toThrow(BadInputError);
    expect(() => crossValidate(table, { ...linear, folds })).toThrow(
      "33 rows can be split into 2 to 33 folds",
    );
  });

  test("a fold column with one label, and a scale that is none, are refused", () => {
    expect(() => crossValidate(table, { ...linear, foldOf: new Int32Array(33) })).toThrow(BadInputError);
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => crossValidate(table, { ...linear, scale })).toThrow(BadInputError);
  });
});
