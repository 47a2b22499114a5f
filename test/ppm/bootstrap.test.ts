import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { allRows, matrixRow, mean, standardDeviation } from "../../lib/math/index.js";
import {
  bootstrapFamily,
  crossValidate,
  EnsemblePpm,
  fitPpm,
  PolynomialPpm,
  type Ppm,
  ppmFamily,
} from "../../lib/ppm/index.js";
import { largestGap } from "../math/random-matrix.js";
import { randomTable } from "./tables.js";

const table = randomTable(30, 4, "bootstrap");
const ensembleOf = (name: string, memberCount = 6) =>
  bootstrapFamily(ppmFamily(name), { memberCount, rng: createRng("members") });
const membersOf = (ppm: Ppm): readonly Ppm[] => {
  if (!(ppm instanceof EnsemblePpm)) throw new TypeError("not an ensemble");
  return ppm.members;
};
const fitted = (name: string) => fitPpm(table, { family: ensembleOf(name), scale: 100 });
const INNER = ["linear", "quadratic", "ridge", "quadratic-ridge", "lightgbm", "gp"];
const points = [
  [20, 40, 60, 80],
  [0, 0, 0, 0],
  [300, 5, 5, 5],
];

describe("an ensemble", () => {
  test("by hand: mean, spread and gradient of two lines", () => {
    const line = (intercept: number, slope: number) =>
      new PolynomialPpm("linear", ["a"], 10, {
        intercept,
        coefficients: Float64Array.of(slope),
        products: null,
      });
    const two = new EnsemblePpm("bootstrap:linear", [line(1, 2), line(3, 6)]);
    expect(two.predict([20])).toBe(10);
    expect(two.polynomial).toMatchObject({ intercept: 2, products: null });
    expect(two.uncertainty.sd([20])).toBeCloseTo(10 / Math.SQRT2, 14);
    expect(two.uncertainty.sdOfDifference([20], [0])).toBeCloseTo(8 / Math.SQRT2, 14);
    expect(two.uncertainty.gradient([20])[0]).toBeCloseTo(0.4 / Math.SQRT2, 14);
    expect(() => new EnsemblePpm("bootstrap:linear", [line(1, 2)])).toThrow("at least 2 members");
  });

  test.each(INNER)("%s: predicts its members' mean and says their spread", (name) => {
    const { ppm, details } = fitted(name);
    expect(ppm.family).toBe(`bootstrap:${name}`);
    expect(details.members).toBe(6);
    for (const point of points) {
      const each = membersOf(ppm).map((member) => member.predict(point));
      expect(ppm.predict(point)).toBeCloseTo(mean(each), 11);
      expect(ppm.uncertainty!.sd(point)).toBeCloseTo(standardDeviation(each), 14);
      const less = membersOf(ppm).map((member) => member.predict(point) - member.predict(points[1]!));
      expect(ppm.uncertainty!.sdOfDifference(point, points[1]!)).toBeCloseTo(standardDeviation(less), 14);
    }
    expect(ppm.polynomial === null).toBe(name === "lightgbm");
  });

  test.each(["linear", "quadratic-ridge", "gp"])("%s: the gradient is that of finite differences", (name) => {
    const { ppm } = fitted(name);
    for (const point of points) {
      const gradient = ppm.uncertainty!.gradient(point);
      const differences = point.map((_, i) => {
        const moved = (by: number) => ppm.uncertainty!.sd(point.map((x, j) => (j === i ? x + by : x)));
        return (moved(1e-3) - moved(-1e-3)) / 2e-3;
      });
      expect(largestGap(gradient, differences)).toBeLessThan(1e-5 * Math.max(...gradient.map(Math.abs)));
    }
  });

  test("trees are constant almost everywhere: no gradient", () => {
    expect([...fitted("lightgbm").ppm.uncertainty!.gradient(points[0]!)]).toEqual([0, 0, 0, 0]);
  });

  test("members that agree are certain", () => {
    const flat = { ...table, targets: new Float64Array(30).fill(0.5) };
    const { ppm, details } = fitPpm(flat, { family: ensembleOf("linear"), scale: 100 });
    expect(ppm.uncertainty!.sd(points[0]!)).toBe(0);
    expect([...ppm.uncertainty!.gradient(points[0]!)]).toEqual([0, 0, 0, 0]);
    expect(details.outOfBagRmse).toBe(0);
  });
});

describe("resampling", () => {
  test.each(INNER)("%s: the same seed gives the same bytes, another seed other ones", (name) => {
    const json = (seed: string) => {
      const family = bootstrapFamily(ppmFamily(name), { memberCount: 3, rng: createRng(seed) });
      return JSON.stringify(fitPpm(table, { family, scale: 100 }).ppm.toJson());
    };
    expect(json("a")).toBe(json("a"));
    expect(json("a")).not.toBe(json("b"));
  });

  test("more members leave the first ones as they are", () => {
    const few = membersOf(fitPpm(table, { family: ensembleOf("ridge", 2), scale: 100 }).ppm);
    const more = membersOf(fitPpm(table, { family: ensembleOf("ridge", 5), scale: 100 }).ppm);
    expect(more.slice(0, 2).map((member) => member.toJson())).toEqual(few.map((member) => member.toJson()));
  });

  test("each member is the inner family's fit to rows drawn with replacement, and misses about a third", () => {
    const inner = ppmFamily("linear");
    const drawn: Int32Array[] = [];
    const spy = {
      ...inner,
      prepare(...given: Parameters<typeof inner.prepare>) {
        const prepared = inner.prepare(...given);
        return {
          ...prepared,
          fit(train: Int32Array) {
            drawn.push(train);
            return prepared.fit(train);
          },
        };
      },
    };
    const family = bootstrapFamily(spy, { memberCount: 200, rng: createRng(1) });
    const { ppm, details } = fitPpm(table, { family, scale: 100 });
    const missed = drawn.map((rows) => 1 - new Set(rows).size / 30);
    for (const rows of drawn) expect(rows).toHaveLength(30);
    expect(mean(missed)).toBeGreaterThan(0.33);
    expect(mean(missed)).toBeLessThan(0.39);

    let squares = 0;
    for (let row = 0; row < 30; row++) {
      const unseen = membersOf(ppm).filter((_, m) => !drawn[m]!.includes(row));
      const each = unseen.map((member) => member.predict(matrixRow(table.counts, row)));
      squares += (mean(each) - table.targets[row]!) ** 2;
    }
    expect(details.outOfBagRows).toBe(30);
    expect(details.outOfBagRmse as number).toBeCloseTo(Math.sqrt(squares / 30), 12);
  });

  test.each(INNER)("%s: held-out predictions are those of the fitted ensemble", (name) => {
    const prepared = ensembleOf(name).prepare(table, 100);
    const train = allRows(25);
    const heldOut = Int32Array.of(25, 26, 27, 28, 29);
    const { ppm, details } = prepared.fit(train);
    const held = prepared.predictHeldOut(train, heldOut);
    const explicit = ppm.predictMany(Array.from(heldOut, (row) => matrixRow(table.counts, row)));
    expect(largestGap(held.predicted, explicit)).toBeLessThan(1e-10);
    expect(held.details.outOfBagRmse as number).toBeCloseTo(details.outOfBagRmse as number, 9);
  });

  test("a held-out target, however wrong, does not move its own fold's predictions by a bit", () => {
    const foldOf = Int32Array.from({ length: 30 }, (_, row) => row % 3);
    const run = (targets: Float64Array) =>
      crossValidate({ ...table, targets }, { family: ensembleOf("quadratic-ridge", 3), scale: 100, foldOf, rng: createRng(1) }).predicted; // biome-ignore format: one call
    const clean = run(table.targets);
    const poisoned = run(table.targets.map((target, row) => (foldOf[row] === 1 ? 1e6 : target)));
    for (let row = 1; row < 30; row += 3) expect(poisoned[row]).toBe(clean[row]);
  });
});

describe("names and options", () => {
  test("bootstrap:<family> is a family", () => {
    expect(ppmFamily("bootstrap:gp").name).toBe("bootstrap:gp");
    expect(ppmFamily("bootstrap:lightgbm").acceptsMissing).toBe(true);
    expect(ppmFamily("bootstrap:quadratic", { memberCount: 4 }).needsScale).toBe(true);
  });

  test.each([1, 0, 2.5, Number.NaN])("%d members are refused", (memberCount) => {
    expect(() => bootstrapFamily(ppmFamily("linear"), { memberCount })).toThrow(BadInputError);
    expect(() => bootstrapFamily(ppmFamily("linear"), { memberCount })).toThrow("at least 2");
  });

  test("ensembles of ensembles and of what is no family are refused", () => {
    expect(() => ppmFamily("bootstrap:bootstrap:linear")).toThrow("ensemble of ensembles");
    expect(() => ppmFamily("bootstrap:cubic")).toThrow("no such family");
    expect(() => ppmFamily("cubic")).toThrow("bootstrap:");
  });
});
