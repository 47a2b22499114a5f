import { Matrix as MlMatrix, pseudoInverse } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { allRows, createRowSpace, fitRows, matrixRow, ridgeSolver } from "../../lib/math/index.js";
import {
  crossValidate,
  fitPpm,
  PolynomialPpm,
  PPM_FAMILIES,
  ppmFamily,
  ridgeFamily,
} from "../../lib/ppm/index.js";
import { expandQuadratic } from "../../lib/ppm/polynomial/polynomial.js";
import { largestGap } from "../math/random-matrix.js";
import { exactResults, randomTable, smallTable } from "./tables.js";

const polynomialOf = (ppm: unknown) => {
  if (!(ppm instanceof PolynomialPpm)) throw new TypeError("not a polynomial");
  return ppm.polynomial;
};

describe("against exact rational arithmetic", () => {
  const table = smallTable();
  const exact = exactResults();

  test.each(["linear/1", "quadratic/1", "quadratic/20"])("%s: out-of-fold predictions and ranks", (key) => {
    const [name, scale] = key.split("/") as [string, string];
    const cv = crossValidate(table, {
      family: ppmFamily(name),
      scale: Number(scale),
      foldOf: table.foldOf!,
      rng: createRng(1),
    });
    const { predicted, ranks } = exact.crossValidation[key]!;
    expect(cv.details).toEqual(ranks.map((rank) => ({ rank })));
    expect(largestGap(cv.predicted, predicted)).toBeLessThan(1e-11);
  });

  test.each(["linear/1", "quadratic/1", "quadratic/20"])("%s: coefficients of the whole fit", (key) => {
    const [name, scale] = key.split("/") as [string, string];
    const { ppm, details } = fitPpm(table, { family: ppmFamily(name), scale: Number(scale) });
    const { intercept, coefficients, products } = polynomialOf(ppm);
    const expected = exact.fit[key]!;
    expect(details.rank).toBe(expected.rank);
    expect(intercept).toBeCloseTo(expected.intercept, 11);
    expect(largestGap([...coefficients, ...(products ?? [])], expected.coefficients)).toBeLessThan(1e-11);
  });

  test.each([
    ["ridge/20", 1],
    ["quadratic-ridge/20", 2],
  ] as const)("%s: leave-one-out errors and the coefficients at the best penalty", (key, degree) => {
    const scaled = { ...table.counts, data: table.counts.data.map((count) => count / 20) };
    const design = degree === 2 ? expandQuadratic(scaled) : scaled;
    const errors = exact.leaveOneOut[key]!;
    const grid = errors.map(({ penalty }) => Number(penalty));
    const space = createRowSpace(design);
    const { fit, details } = fitRows(space, allRows(16), table.targets, ridgeSolver(design.columns, grid));
    for (const [i, { leaveOneOutError }] of details.tried.entries()) {
      expect(leaveOneOutError / errors[i]!.error).toBeCloseTo(1, 9);
    }
    expect(details.penalty).toBe(exact.fit[key]!.penalty);
    expect(largestGap(space.lift(fit.direction), exact.fit[key]!.coefficients)).toBeLessThan(1e-11);
  });
});

describe("quadratic", () => {
  const table = randomTable(15, 6, "quadratic");

  test("the fit in row space equals the pseudo-inverse of the expanded columns", () => {
    const { intercept, coefficients, products } = polynomialOf(
      fitPpm(table, { family: ppmFamily("quadratic"), scale: 100 }).ppm,
    );
    const scaled = { ...table.counts, data: table.counts.data.map((count) => count / 100) };
    const expanded = expandQuadratic(scaled);
    const design = new MlMatrix(Array.from({ length: 15 }, (_, row) => [...matrixRow(expanded, row)]));
    const means = design.mean("column");
    const center = table.targets.reduce((a, b) => a + b) / 15;
    const solution = pseudoInverse(design.center("column"), 1e-12)
      .mmul(MlMatrix.columnVector([...table.targets.map((target) => target - center)]))
      .to1DArray();
    expect(largestGap([...coefficients, ...products!], solution)).toBeLessThan(1e-12);
    expect(intercept).toBeCloseTo(
      center - solution.reduce((sum, value, j) => sum + value * means[j]!, 0),
      12,
    );
  });

  test("with as many candidates as features it fits every one, held-out ones by the same function", () => {
    const family = ppmFamily("quadratic");
    const prepared = family.prepare(table, 100);
    const train = allRows(12);
    const heldOut = Int32Array.of(12, 13, 14);
    const { ppm } = prepared.fit(train);
    const rowOf = (row: number) => matrixRow(table.counts, row);
    for (const row of train) expect(ppm.predict(rowOf(row))).toBeCloseTo(table.targets[row]!, 11);
    const explicit = ppm.predictMany([...heldOut].map(rowOf));
    expect(largestGap(prepared.predictHeldOut(train, heldOut).predicted, explicit)).toBeLessThan(1e-12);
  });

  test("c + b·v + vᵀAv by hand, zero counts included", () => {
    const ppm = new PolynomialPpm("quadratic", ["a", "b", "c"], 10, {
      intercept: 1,
      coefficients: Float64Array.of(2, 3, 5),
      products: Float64Array.of(7, 11, 13, 17, 19, 23),
    });
    expect(ppm.predict([0, 0, 0])).toBe(1);
    expect(ppm.predict([10, 0, 0])).toBe(1 + 2 + 7);
    expect(ppm.predict([10, 0, 20])).toBe(1 + 2 + 10 + 7 + 2 * 13 + 4 * 23);
    expect(ppm.predict([10, 20, 30])).toBe(1 + 2 + 6 + 15 + 7 + 22 + 39 + 4 * 17 + 6 * 19 + 9 * 23);
    expect(() => ppm.predict([1, 2])).toThrow(RangeError);
  });

  test("a planted quadratic is recovered where the candidates determine it", () => {
    const planted = randomTable(60, 4, "planted");
    const score = ([a, b, c, d]: number[]) => 0.5 + 0.1 * a! - 0.2 * d! + 0.03 * a! * b! - 0.04 * c! ** 2;
    const targets = planted.targets.map((_, row) =>
      score([...matrixRow(planted.counts, row)].map((x) => x / 50)),
    );
    const { ppm, details } = fitPpm({ ...planted, targets }, { family: ppmFamily("quadratic"), scale: 50 });
    expect(details.rank).toBe(14);
    expect(ppm.predict([25, 100, 150, 0])).toBeCloseTo(score([0.5, 2, 3, 0]), 12);
  });
});

describe("every family", () => {
  const table = randomTable(40, 5, "every");

  test.each(PPM_FAMILIES.map((family) => [family.name]))(
    "%s: predictions do not depend on the row order",
    (name) => {
      const family = ppmFamily(name);
      const order = createRng("order").shuffle([...allRows(40)]);
      const shuffled = {
        ...table,
        counts: {
          ...table.counts,
          data: Float64Array.from(order.flatMap((row) => [...matrixRow(table.counts, row)])),
        },
        targets: Float64Array.from(order, (row) => table.targets[row]!),
      };
      const a = fitPpm(table, { family, scale: 100 }).ppm;
      const b = fitPpm(shuffled, { family, scale: 100 }).ppm;
      for (let row = 0; row < 40; row++) {
        expect(a.predict(matrixRow(table.counts, row))).toBeCloseTo(
          b.predict(matrixRow(table.counts, row)),
          10,
        );
      }
    },
  );

  test.each(PPM_FAMILIES.map((family) => [family.name]))(
    "%s: its JSON gives the same predictions back",
    (name) => {
      const family = ppmFamily(name);
      const { ppm } = fitPpm(table, { family, scale: 100 });
      const json = JSON.parse(JSON.stringify(ppm.toJson()));
      const back = family.fromJson({ featureNames: table.featureNames, scale: 100 }, json);
      expect(back.family).toBe(name);
      const rows = Array.from({ length: 40 }, (_, row) => matrixRow(table.counts, row));
      expect([...back.predictMany(rows)]).toEqual([...ppm.predictMany(rows)]);
      expect(() => family.fromJson({ featureNames: ["one"], scale: 100 }, json)).toThrow();
    },
  );

  test("a ridge penalty keeps more error than the minimum-norm fit on its own rows, and less out of fold here", () => {
    const wide = randomTable(40, 12, "wide");
    const foldOf = Int32Array.from({ length: 40 }, (_, row) => row % 5);
    const options = { scale: 100, foldOf, rng: createRng(1) };
    const plain = crossValidate(wide, { family: ppmFamily("quadratic"), ...options });
    const ridge = crossValidate(wide, { family: ppmFamily("quadratic-ridge"), ...options });
    expect(ridge.rmse.pooled).toBeLessThan(plain.rmse.pooled);
    for (const { penalty } of ridge.details) expect(penalty).toBeGreaterThan(0);
  });

  test("more penalties a decade: decades stay, and so does the name", () => {
    const family = ridgeFamily("quadratic-ridge", { stepsPerDecade: 4 });
    const { ppm, details } = fitPpm(table, { family, scale: 100 });
    expect(ppm.family).toBe("quadratic-ridge");
    const decades = Math.log10(details.penalty as number) * 4;
    expect(Math.abs(decades - Math.round(decades))).toBeLessThan(1e-9);
    const one = ridgeFamily("ridge", { stepsPerDecade: 1 });
    expect(fitPpm(table, { family: one, scale: 100 }).ppm.toJson()).toEqual(
      fitPpm(table, { family: ppmFamily("ridge"), scale: 100 }).ppm.toJson(),
    );
    expect(() => ridgeFamily("ridge", { stepsPerDecade: 0 })).toThrow(RangeError);
  });

  test("numbers too large to square are refused with a remedy", () => {
    const huge = { ...table, counts: { ...table.counts, data: table.counts.data.map((x) => x * 1e80) } };
    expect(() => fitPpm(huge, { family: ppmFamily("quadratic"), scale: 1 })).toThrow("give a larger --scale");
    expect(fitPpm(huge, { family: ppmFamily("quadratic"), scale: 1e82 }).details.rank).toBe(20);
  });

  test("an unknown name is refused with the known ones", () => {
    expect(() => ppmFamily("cubic")).toThrow(BadInputError);
    expect(() => ppmFamily("cubic")).toThrow("linear, quadratic, ridge, quadratic-ridge");
  });
});
