import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { averageRanks, pearson, spearman } from "../../lib/math/index.js";
import { oraclePath } from "../fixtures/oracle/path.js";

describe("average ranks", () => {
  test("equal values share the mean of the places they fill", () => {
    expect([...averageRanks([10, 20, 20, 5, 20])]).toEqual([2, 4, 4, 1, 4]);
    expect([...averageRanks([-0, 0])]).toEqual([1.5, 1.5]);
    expect([...averageRanks([])]).toEqual([]);
  });

  test("a rank is one more than the values below plus half the other equal ones", () => {
    const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 23);
    const expected = values.map((value) => {
      const below = values.filter((other) => other < value).length;
      const equal = values.filter((other) => other === value).length;
      return below + (equal + 1) / 2;
    });
    expect([...averageRanks(values)]).toEqual(expected);
  });
});

describe("correlation", () => {
  test("Spearman of a small hand-worked case with a tie", () => {
    // Ranks 1 2.5 2.5 4 against 1 3 2 4: covariance 4.5, squares 4.5 and 5.
    expect(spearman([1, 2, 2, 9], [3, 8, 7, 100])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 14);
  });

  test("Spearman sees only the order: 1 for any increasing function, -1 for any decreasing one", () => {
    const x = Array.from({ length: 50 }, (_, i) => Math.sin(i * 7.3));
    expect(spearman(x, x.map(Math.exp))).toBe(1);
    expect(
      spearman(
        x,
        x.map((value) => -(value ** 3)),
      ),
    ).toBe(-1);
  });

  test("it is NaN where undefined: a constant side, one pair, none", () => {
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(pearson([4], [5])).toBeNaN();
    expect(pearson([], [])).toBeNaN();
  });

  test("a constant side is undefined for every length and value, roundings of the mean notwithstanding", () => {
    for (let n = 2; n < 60; n++) {
      const constant = Array<number>(n).fill(0.1 * n);
      const varied = Array.from({ length: n }, (_, i) => i);
      expect(spearman(constant, varied)).toBeNaN();
      expect(pearson(varied, constant)).toBeNaN();
    }
  });

  test("different lengths are refused", () => {
    expect(() => spearman([1, 2], [1])).toThrow(RangeError);
  });
});

interface SpearmanCase {
  readonly name: string;
  readonly a: number[];
  readonly b: number[];
  readonly rank_a: number[];
  readonly spearman: number | null;
}

test("ranks and Spearman agree with SciPy's", () => {
  const cases: SpearmanCase[] = JSON.parse(readFileSync(oraclePath("stats-oracle.json"), "utf8")).spearman;
  expect(cases.length).toBeGreaterThan(3);
  for (const { name, a, b, rank_a, spearman: expected } of cases) {
    expect([...averageRanks(a)], name).toEqual(rank_a);
    if (expected === null) expect(spearman(a, b), name).toBeNaN();
    else expect(Math.abs(spearman(a, b) - expected), name).toBeLessThan(1e-14);
  }
});
