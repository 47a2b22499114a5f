import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../../lib/base/index.js";
import { mean, spearman, standardDeviation } from "../../../lib/math/index.js";
import {
  chooseFamily,
  compareInPairs,
  crossValidate,
  type FamilyChoice,
  learningCurveRows,
  learningCurves,
  validateFamilies,
} from "../../../lib/ppm/index.js";
import { randomTable } from "../tables.js";

const table = randomTable(60, 4, "repeated");
const scaled = (...names: string[]) =>
  names.map((name) => ({ choice: { name } satisfies FamilyChoice, scale: 100 }));
const rng = createRng("repeats");
const options = { families: scaled("linear", "quadratic-ridge"), folds: 5, repeats: 3, rng };

describe("repeated cross-validation", () => {
  test("the first repeat is the plain cross-validation, and the others split otherwise", async () => {
    const [linear] = await validateFamilies(table, options);
    const plain = crossValidate(table, {
      family: chooseFamily({ name: "linear" }),
      scale: 100,
      folds: 5,
      rng,
    });
    expect(linear!.runs[0]).toEqual(plain);
    expect(
      linear!.runs.map(({ foldOf }) => foldOf.join()).filter((x, i, all) => all.indexOf(x) === i),
    ).toHaveLength(3);
  });

  test("families share their splits; spreads are over folds and over repeats", async () => {
    const [linear, ridge] = await validateFamilies(table, options);
    expect(ridge!.runs.map(({ foldOf }) => [...foldOf])).toEqual(
      linear!.runs.map(({ foldOf }) => [...foldOf]),
    );
    const folds = linear!.runs.flatMap(({ rmse }) => rmse.perFold);
    expect(folds).toHaveLength(15);
    expect(linear!.rmse.sdOverFolds).toBe(standardDeviation(folds, 0));
    expect(linear!.rmse.perRepeat).toEqual(linear!.runs.map(({ rmse }) => rmse.mean));
    expect(linear!.rmse.sdOverRepeats).toBe(standardDeviation(linear!.rmse.perRepeat));
    expect(linear!.rmse.mean).toBe(mean(linear!.rmse.perRepeat));
  });

  test("fold labels are one split", async () => {
    const foldOf = Int32Array.from({ length: 60 }, (_, row) => row % 3);
    await expect(validateFamilies(table, { ...options, foldOf })).rejects.toThrow("cannot be repeated");
    const [once] = await validateFamilies(table, { ...options, foldOf, repeats: 1 });
    expect([...once!.runs[0]!.foldOf]).toEqual([...foldOf]);
    expect(once!.rmse.sdOverRepeats).toBeNaN();
  });

  test("fewer rows than folds are refused", async () => {
    await expect(validateFamilies(table, { ...options, folds: 61 })).rejects.toThrow(BadInputError);
  });
});

describe("comparison in pairs", () => {
  test("is the difference of the figures, with intervals that hold it", async () => {
    const [linear, ridge] = await validateFamilies(table, options);
    const [pair] = compareInPairs([linear!, ridge!], { rng, resamples: 200 });
    expect([pair!.first, pair!.second]).toEqual(["linear", "quadratic-ridge"]);
    const pooled = ({ runs }: typeof linear & object) =>
      mean(runs.map(({ actual, predicted }) => spearman(actual, predicted)));
    expect(pair!.spearman.difference).toBeCloseTo(pooled(linear!) - pooled(ridge!), 12);
    expect(pair!.rmse.foldDifference).toBeCloseTo(linear!.rmse.mean - ridge!.rmse.mean, 12);
    expect(pair!.rmse.difference).toBeCloseTo(linear!.rmse.pooled - ridge!.rmse.pooled, 12);
    for (const { difference, interval, foldDifference, foldInterval } of [pair!.spearman, pair!.rmse]) {
      expect(interval.low).toBeLessThan(difference);
      expect(interval.high).toBeGreaterThan(difference);
      expect((foldInterval.low + foldInterval.high) / 2).toBeCloseTo(foldDifference, 12);
    }
    const won = linear!.rmse.perRepeat.filter((value, i) => value < ridge!.rmse.perRepeat[i]!).length;
    expect(pair!.rmse.repeatsWon).toBe(won / 3);
  });

  test("a family is no better than itself, and wins half of the repeats", async () => {
    const [linear] = await validateFamilies(table, options);
    const [pair] = compareInPairs([linear!, { ...linear! }], { rng, resamples: 50 });
    expect(pair!.spearman).toEqual({
      ...{ difference: 0, foldDifference: 0, repeatsWon: 0.5 },
      ...{ interval: { low: 0, high: 0 }, foldInterval: { low: 0, high: 0 } },
    });
  });

  test("every two of three; other splits cannot be compared", async () => {
    const three = await validateFamilies(table, {
      ...options,
      families: scaled("linear", "ridge", "quadratic"),
    });
    const pairs = compareInPairs(three, { rng, resamples: 20 });
    expect(pairs.map(({ first, second }) => `${first} ${second}`)).toEqual([
      "linear ridge",
      "linear quadratic",
      "ridge quadratic",
    ]);
    const [other] = await validateFamilies(table, { ...options, rng: createRng("other") });
    expect(() => compareInPairs([three[0]!, other!], { rng })).toThrow("different splits");
  });
});

describe("learning curves", () => {
  test("the last point is the cross-validation on all training rows; fewer rows predict worse here", async () => {
    const [curve] = await learningCurves(table, { ...options, families: scaled("linear") });
    const [whole] = await validateFamilies(table, { ...options, families: scaled("linear") });
    expect(curve!.map(({ fraction, trainingRows }) => [fraction, trainingRows])).toEqual([
      [0.25, 12],
      [0.5, 24],
      [0.75, 36],
      [1, 48],
    ]);
    expect(curve!.at(-1)!.validation).toEqual(whole);
    expect(curve![0]!.validation.rmse.mean).toBeGreaterThan(whole!.rmse.mean);
    expect(learningCurveRows([curve!]).map((row) => row.rmse)).toEqual(
      curve!.map(({ validation }) => validation.rmse.mean),
    );
  });
});
