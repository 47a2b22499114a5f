/** What Algorithm 1 draws in the simulation, against its rules and against the candidates room's version. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { fillBudget } from "../../../lib/candidates/index.js";
import { countBits, hasBit, membersOf } from "../../../lib/math/index.js";
import { redrawMix, simulateCounts } from "../../../lib/routing/index.js";
import type { TagMatrix } from "../../../lib/tags/index.js";
import { frequencies, unevenness } from "./chi-square.js";
import { matrixOfSets, randomMatrix, subsets } from "./tag-sets.js";

const seed = createRng("draws");
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const keysOf = (matrix: TagMatrix, count: number, budget: number) =>
  range(count).map((i) => membersOf(redrawMix(matrix, seed, i, budget)).join());

describe("the kernel draws and counts what the plain code does", () => {
  test.each([
    [2, 3],
    [5, 1],
    [127, 96],
    [128, 97],
    [248, 90],
    [1000, 200],
    [4001, 90],
    [9, 0],
  ])("%i instances, %i tags", (rowCount, tagCount) => {
    const matrix = randomMatrix(rowCount, tagCount, "twin");
    for (const budgetCount of [undefined, 0, 1, Math.ceil(rowCount / 3), rowCount - 1, rowCount]) {
      const first = 100;
      for (const drawn of simulateCounts(matrix, { seed, first, count: 25, budgetCount })) {
        const human = redrawMix(matrix, seed, drawn.index, budgetCount);
        expect(drawn.humanCount).toBe(countBits(human));
        const counts = matrix.columns.map((column) => countBits(column.map((word, i) => word & human[i]!)));
        expect([...drawn.counts]).toEqual(counts);
      }
    }
  });

  test("row by row: with a tag on each row alone, the counts are the rows", () => {
    const rowCount = 700;
    const everyRow = range(rowCount);
    const sets = [...everyRow.map((row) => [row]), everyRow.filter((row) => row % 3 > 0), everyRow.slice(90)];
    const matrix = matrixOfSets(rowCount, sets);
    for (const { index, counts } of simulateCounts(matrix, { seed, count: 60 })) {
      const human = redrawMix(matrix, seed, index);
      expect([...counts.subarray(0, rowCount)]).toEqual(everyRow.map((row) => Number(hasBit(human, row))));
    }
  });

  test("more rows than 16 bits count", () => {
    const rowCount = 70_000;
    const matrix = matrixOfSets(rowCount, [range(rowCount), [3, 69_999]]);
    const [drawn] = simulateCounts(matrix, { seed, count: 1, budgetCount: 69_998 });
    const human = redrawMix(matrix, seed, 0, 69_998);
    expect(drawn!.counts[0]).toBe(69_998);
    expect(drawn!.counts[1]).toBe(Number(hasBit(human, 3)) + Number(hasBit(human, 69_999)));
  });
});

describe("budgets", () => {
  test("a mix has exactly its budget, whatever the tags", () => {
    const matrix = randomMatrix(173, 12, "budgets");
    for (const budget of range(174)) expect(countBits(redrawMix(matrix, seed, budget, budget))).toBe(budget);
  });

  test("random budgets are uniform on 1 … N - 1", () => {
    const matrix = randomMatrix(22, 4, "uniform");
    const sizes = frequencies(
      Array.from(simulateCounts(matrix, { seed, count: 42_000 }), (mix) => mix.humanCount),
    );
    expect([...sizes.keys()].sort((a, b) => Number(a) - Number(b))).toEqual(range(21).map((i) => i + 1));
    expect(unevenness([...sizes.values()])).toBeLessThan(4);
  });

  test("impossible ones are refused", () => {
    const matrix = randomMatrix(10, 3, "refused");
    for (const budget of [-1, 11, 2.5, Number.NaN]) {
      expect(() => redrawMix(matrix, seed, 0, budget)).toThrow(/from 0 to 10/);
    }
    expect(() => redrawMix(matrixOfSets(1, [[0]]), seed, 0)).toThrow(/at least 2 instances/);
    expect(() => redrawMix(matrix, seed, -1)).toThrow(/from 0/);
  });
});

describe("every choice is as likely", () => {
  test.each([
    ["a small one", 5, 5, 1],
    ["a small one, one left out", 5, 5, 4],
    ["half of it", 8, 8, 4],
    ["more than half of it", 8, 8, 5],
    ["one row by one", 60, 12, 1],
    ["two of many", 16, 16, 2],
    ["one of a few", 60, 12, 1],
    ["two of many", 18, 16, 2],
    ["few rows among many", 100, 6, 3],
    ["all but one of few rows among many", 100, 6, 5],
  ])("the part of a tag: %s", (_, rowCount, size, budget) => {
    const matrix = matrixOfSets(rowCount, [range(size)]);
    const seen = frequencies(keysOf(matrix, 20_000, budget));
    expect([...seen.keys()].sort()).toEqual(subsets(size, budget).sort());
    expect(unevenness([...seen.values()])).toBeLessThan(4);
  });

  test("the part of a large tag: each row and each pair of neighbours", () => {
    const [rowCount, budget, count] = [400, 130, 4000];
    const matrix = matrixOfSets(rowCount, [range(rowCount)]);
    const rows = new Array<number>(rowCount).fill(0);
    const pairs = new Array<number>(rowCount - 1).fill(0);
    for (const i of range(count)) {
      const human = redrawMix(matrix, seed, i, budget);
      for (const row of membersOf(human)) {
        rows[row]! += 1;
        if (row > 0 && hasBit(human, row - 1)) pairs[row - 1]! += 1;
      }
    }
    // Both are negatively correlated between rows, so that equal chances look more even than independent ones.
    expect(unevenness(rows)).toBeLessThan(4);
    expect(unevenness(pairs)).toBeLessThan(4);
    const expectedPairs = (count * (rowCount - 1) * budget * (budget - 1)) / (rowCount * (rowCount - 1));
    const sumOfPairs = pairs.reduce((sum, pair) => sum + pair, 0);
    expect(Math.abs(sumOfPairs - expectedPairs) / expectedPairs).toBeLessThan(0.005);
  });

  test("the order of tags: whole tags of one size, by ones and by twos", () => {
    const sets = range(6).map((tag) => range(10).map((i) => 10 * tag + i));
    const matrix = matrixOfSets(64, sets);
    const ones = frequencies(keysOf(matrix, 6000, 10));
    const twos = frequencies(keysOf(matrix, 15_000, 20));
    expect([ones.size, twos.size]).toEqual([6, 15]);
    expect(unevenness([...ones.values()])).toBeLessThan(4);
    expect(unevenness([...twos.values()])).toBeLessThan(4);
  });
});

test("rows are chosen as often as by the candidates' Algorithm 1", () => {
  const matrix = randomMatrix(150, 8, "frequencies");
  const count = 6000;
  for (const budget of [20, 75, 130]) {
    const here = new Float64Array(150);
    const there = new Float64Array(150);
    for (const i of range(count)) {
      for (const row of membersOf(redrawMix(matrix, seed, i, budget))) here[row]! += 1;
      for (const row of membersOf(fillBudget(matrix, budget, seed.fork(i)))) there[row]! += 1;
    }
    const deviates = Array.from(here, (a, row) => {
      const share = (a + there[row]!) / (2 * count);
      return share === 0 || share === 1 ? 0 : (a - there[row]!) / Math.sqrt(2 * count * share * (1 - share));
    });
    expect(Math.max(...deviates.map(Math.abs))).toBeLessThan(4.5);
  }
});
