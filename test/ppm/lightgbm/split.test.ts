import { describe, expect, test } from "vitest";
import { createMatrix, matrixFromRows, matrixRow } from "../../../lib/math/index.js";
import {
  featureImportance,
  type LightGbmParams,
  parseLightGbmParams,
  trainLightGbm,
} from "../../../lib/ppm/lightgbm/index.js";
import { names, randomTable } from "./tables.js";

const stump = { num_iterations: 1, num_leaves: 2, learning_rate: 1, min_data_in_leaf: 1, min_data_in_bin: 1 };

test("one split, worked by hand: means of 0 0 0 | 6 9 9, between 3 and 4, gain 96", () => {
  const model = trainLightGbm({
    rows: matrixFromRows([[1], [2], [3], [4], [5], [6]]),
    targets: [0, 0, 0, 6, 9, 9],
    params: parseLightGbmParams(stump),
    featureNames: ["count"],
  });
  const [tree] = model.trees;
  // Gradients are 4 - target: 12 on the left, -12 on the right; gain 12²/3 + 12²/3.
  expect(tree!.threshold[0]).toBeCloseTo(3.5, 12);
  expect(tree!.splitGain[0]).toBeCloseTo(96, 4);
  expect(model.predict([1])).toBeCloseTo(0, 12);
  expect(model.predict([3.6])).toBeCloseTo(8, 12);
  expect([...featureImportance(model, "split")]).toEqual([1]);
  expect(featureImportance(model, "gain")[0]).toBeCloseTo(96, 4);
});

test("missing values go to the side that lowers the error, and unseen ones follow", () => {
  const model = trainLightGbm({
    rows: matrixFromRows([[1], [2], [3], [4], [Number.NaN], [Number.NaN]]),
    targets: [0, 0, 1, 1, 1, 1],
    params: parseLightGbmParams(stump),
    featureNames: ["count"],
  });
  // Gradients are float32.
  expect(model.predict([Number.NaN])).toBeCloseTo(1, 7);
  expect(model.predict([0])).toBeCloseTo(0, 7);
});

/** The greatest drop in squared error of any split of any feature, missing values tried on both sides. */
function bestDrop(table: ReturnType<typeof randomTable>, params: LightGbmParams): number {
  const { rows, targets } = table;
  const mean = targets.reduce((a, b) => a + b) / targets.length;
  const pulls = Float64Array.from(targets, (target) => target - mean);
  const { lambda_l2: l2, min_data_in_leaf: least } = params;
  let best = 0;
  for (let column = 0; column < rows.columns; column++) {
    const values = Array.from({ length: rows.rows }, (_, i) => rows.data[i * rows.columns + column]!);
    for (const threshold of new Set([...values.filter((value) => !Number.isNaN(value)), 1e9])) {
      for (const missingLeft of [true, false]) {
        const left = values.map((value) => (Number.isNaN(value) ? missingLeft : value <= threshold));
        const sum = (side: boolean) => pulls.reduce((a, pull, i) => a + (left[i] === side ? pull : 0), 0);
        const count = (side: boolean) => left.filter((isLeft) => isLeft === side).length;
        if (Math.min(count(true), count(false)) < least) continue;
        const gain = sum(true) ** 2 / (count(true) + l2) + sum(false) ** 2 / (count(false) + l2);
        best = Math.max(best, gain);
      }
    }
  }
  return best;
}

describe("the first split is the best there is, by brute force", () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("table %i", (seed) => {
    const table = randomTable(seed, 30 + 5 * seed, 3, seed % 2 === 0 ? 0 : 0.2);
    const params = parseLightGbmParams({ ...stump, min_data_in_leaf: 1 + (seed % 4), lambda_l2: seed });
    const { trees } = trainLightGbm({ ...table, params, featureNames: names(3) });
    expect(trees[0]!.splitGain[0]).toBeCloseTo(bestDrop(table, params), 3);
  });
});

test("every leaf has its rows: counts, weights and depths are within the settings", () => {
  const table = randomTable(11, 300, 6, 0.1);
  const params = parseLightGbmParams({
    num_iterations: 5,
    num_leaves: 12,
    max_depth: 4,
    min_data_in_leaf: 7,
  });
  for (const tree of trainLightGbm({ ...table, params, featureNames: names(6) }).trees) {
    expect(tree.leafCount).toBeLessThanOrEqual(12);
    expect(Math.min(...tree.leafRows)).toBeGreaterThanOrEqual(7);
    expect(tree.leafRows.reduce((a, b) => a + b)).toBe(300);
    const depthOf = (node: number): number =>
      node < 0 ? 0 : 1 + Math.max(depthOf(tree.leftChild[node]!), depthOf(tree.rightChild[node]!));
    expect(depthOf(0)).toBeLessThanOrEqual(4);
  }
});

test("of two equal columns the first is used", () => {
  const { rows, targets } = randomTable(5, 100, 1);
  const doubled = createMatrix(100, 2);
  for (let i = 0; i < 100; i++) doubled.data.fill(rows.data[i]!, 2 * i, 2 * i + 2);
  const params = parseLightGbmParams({ num_iterations: 10 });
  const model = trainLightGbm({ rows: doubled, targets, params, featureNames: names(2) });
  const [first, second] = featureImportance(model, "split");
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(0);
});

test("a constant column changes nothing", () => {
  const { rows, targets } = randomTable(6, 80, 2);
  const wider = matrixFromRows(Array.from({ length: 80 }, (_, i) => [...matrixRow(rows, i), 7]));
  const params = parseLightGbmParams({ num_iterations: 5 });
  const narrow = trainLightGbm({ rows, targets, params, featureNames: names(2) });
  const wide = trainLightGbm({ rows: wider, targets, params, featureNames: names(3) });
  expect(wide.trees).toEqual(narrow.trees);
  expect(wide.featureInfos[2]).toBe("none");
});
