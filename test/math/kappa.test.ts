import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../lib/math/index.js";
import { oraclePath } from "../fixtures/oracle/path.js";

describe("Cohen's kappa", () => {
  test("a hand-worked table: agreement 0.7 against 0.5 by chance is 0.4", () => {
    const a = [..."yyyyynnnnn"];
    const b = [..."yyyynnnnyy"];
    expect(cohenKappa(a, b)).toBeCloseTo((0.7 - 0.5) / (1 - 0.5), 14);
  });

  test("weights count the distance of categories in sorted order", () => {
    // Distances 0 0 0 1 2; by chance 21/25 linear and 30/25 quadratic a pair.
    const a = [1, 2, 3, 1, 1];
    const b = [1, 2, 3, 2, 3];
    const chance = (weight: (d: number) => number) =>
      a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + weight(x - y), 0), 0) / 25;
    expect(cohenKappa(a, b, { weights: "linear" })).toBeCloseTo(1 - 3 / 5 / chance(Math.abs), 14);
    expect(cohenKappa(a, b, { weights: "quadratic" })).toBeCloseTo(1 - 5 / 5 / chance((d) => d * d), 14);
  });

  test("numbers sort by value, not as text", () => {
    const a = [2, 10, 100, 2];
    const b = [10, 10, 2, 2];
    const asPlaces = (values: number[]) => values.map((value) => [2, 10, 100].indexOf(value));
    expect(cohenKappa(a, b, { weights: "linear" })).toBe(
      cohenKappa(asPlaces(a), asPlaces(b), { weights: "linear" }),
    );
  });

  test("it is 1 for full agreement, NaN where undefined, and refuses different lengths", () => {
    expect(cohenKappa(["a", "b", "a"], ["a", "b", "a"])).toBe(1);
    expect(cohenKappa(["a", "a"], ["a", "a"])).toBeNaN();
    expect(cohenKappa([], [])).toBeNaN();
    expect(() => cohenKappa(["a"], [])).toThrow(RangeError);
  });
});

interface KappaCase {
  readonly name: string;
  readonly a: string[];
  readonly b: string[];
  readonly kappa: number | null;
  readonly kappa_linear: number | null;
  readonly kappa_quadratic: number | null;
}

test("kappa agrees with scikit-learn's, plain and weighted", () => {
  const cases: KappaCase[] = JSON.parse(readFileSync(oraclePath("stats-oracle.json"), "utf8")).cohen_kappa;
  expect(cases.length).toBeGreaterThan(3);
  for (const { name, a, b, kappa, kappa_linear, kappa_quadratic } of cases) {
    const expected = [kappa, kappa_linear, kappa_quadratic];
    const found = [
      cohenKappa(a, b),
      cohenKappa(a, b, { weights: "linear" }),
      cohenKappa(a, b, { weights: "quadratic" }),
    ];
    for (const [i, value] of expected.entries()) {
      if (value === null) expect(found[i], name).toBeNaN();
      else expect(Math.abs(found[i]! - value), name).toBeLessThan(1e-14);
    }
  }
});
