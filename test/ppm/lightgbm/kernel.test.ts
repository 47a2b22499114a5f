import { describe, expect, test } from "vitest";
import { type BinnedTable, binTable } from "../../../lib/ppm/lightgbm/binned-table.js";
import { formatLightGbmModel, parseLightGbmParams, trainLightGbm } from "../../../lib/ppm/lightgbm/index.js";
import { HistogramKernel } from "../../../lib/ppm/lightgbm/kernel/kernel.js";
import { noSplit } from "../../../lib/ppm/lightgbm/split.js";
import { SplitSearch } from "../../../lib/ppm/lightgbm/split-search.js";
import { TreeGrower } from "../../../lib/ppm/lightgbm/tree-grower.js";
import { names, randomTable } from "./tables.js";

/** A table, gradients that float32 holds, and their sum. */
function randomCase(seed: number, rowCount: number, columns: number) {
  const { rows, targets } = randomTable(seed, rowCount, columns);
  const params = parseLightGbmParams({ min_data_in_leaf: 5, min_data_in_bin: 1, lambda_l2: seed % 3 });
  const gradients = Float32Array.from(targets, (target) => target - 0.3);
  return { params, gradients, table: binTable(rows, params) };
}

/** Sums one row after another; the most frequent bin gets what is left. */
function plainHistogram(
  { features, totalBins }: BinnedTable,
  rows: readonly number[],
  gradients: Float32Array,
) {
  const histogram = new Float64Array(2 * totalBins);
  const total = rows.reduce((sum, row) => sum + gradients[row]!, 0);
  for (const { bins, start, mapper } of features) {
    for (const row of rows) {
      const at = 2 * (start + bins[row]!);
      histogram[at]! += gradients[row]!;
      histogram[at + 1]! += 1;
    }
    if (mapper.mostFrequentBin === 0) continue;
    const left = [total, rows.length] as [number, number];
    for (let bin = 0; bin < mapper.binCount; bin++) {
      if (bin === mapper.mostFrequentBin) continue;
      left[0] -= histogram[2 * (start + bin)]!;
      left[1] -= histogram[2 * (start + bin) + 1]!;
    }
    histogram.set(left, 2 * (start + mapper.mostFrequentBin));
  }
  return histogram;
}

describe("a leaf and its larger sibling: histograms and splits are those of plain code, bit by bit", () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("table %i", (seed) => {
    const { params, gradients, table } = randomCase(seed, 120 + 37 * seed, 1 + seed);
    const all = Array.from({ length: table.rowCount }, (_, row) => row);
    const small = all.filter((row) => (row * 7 + seed) % 3 === 0);
    const sum = (rows: readonly number[]) => rows.reduce((total, row) => total + gradients[row]!, 0);
    const sums = { gradient: sum(small), hessian: small.length, rowCount: small.length };
    const rest = table.rowCount - small.length;
    const largerSums = { gradient: sum(all) - sums.gradient, hessian: rest, rowCount: rest };
    const searches = [sums, largerSums].map((leafSums) => {
      const search = new SplitSearch(params);
      search.startLeaf(leafSums);
      return search;
    });
    const kernel = new HistogramKernel(table);
    const [parentSlot, slot] = [kernel.addSlot(), kernel.addSlot()];
    kernel.setGradients(gradients);
    kernel.rows.set(all);
    const root = { firstRow: 0, slot: parentSlot, gradient: sum(all), hessian: all.length };
    const none = { parentSlot: null, subtracts: false, scans: false, scansLarger: false };
    kernel.grow({ ...root, rowCount: all.length, ...none });
    kernel.rows.set(small);
    for (const [i, search] of searches.entries()) search.writeTo(kernel.leaves[i]!);
    const tasks = { parentSlot, subtracts: true, scans: true, scansLarger: true };
    kernel.grow({ firstRow: 0, slot, ...sums, ...tasks });

    const histogram = plainHistogram(table, small, gradients);
    const larger = plainHistogram(table, all, gradients).map((value, i) => value - histogram[i]!);
    expect(kernel.histogram(slot)).toEqual(histogram);
    expect(kernel.histogram(parentSlot)).toEqual(larger);
    for (const [i, search] of searches.entries()) {
      const [found, expected] = [noSplit(), noSplit()];
      search.takeFrom(kernel.leaves[i]!, table.features, found);
      const splittable = table.features.map((feature) =>
        search.search(feature, i === 0 ? histogram : larger, expected) ? 1 : 0,
      );
      expect(found).toEqual(expected);
      expect([...kernel.splittable(i === 0 ? slot : parentSlot)]).toEqual(splittable);
    }
    kernel.release();
  });
});

test("two growers at once do not disturb each other", () => {
  const [one, two] = [randomCase(1, 200, 4), randomCase(2, 400, 7)];
  const alone = [one, two].map(({ table, params, gradients }) => {
    const grower = new TreeGrower(table, params);
    const trees = [grower.grow(gradients), grower.grow(gradients)];
    grower.release();
    return trees;
  });
  const growers = [new TreeGrower(one.table, one.params), new TreeGrower(two.table, two.params)];
  const turns = [0, 1].map(() => [growers[0]!.grow(one.gradients), growers[1]!.grow(two.gradients)]);
  expect(alone.map((trees) => trees.map((tree) => tree!.leafCount > 1))).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(turns[0]!.map((_, i) => turns.map((turn) => turn[i]))).toEqual(alone);
});

test("memory that grows while a tree grows, and memory used before, change no model", () => {
  const fitAll = () =>
    [5, 60, 2].map((columns) => {
      const table = randomTable(columns, 1500, columns, columns === 2 ? 0.2 : 0);
      const params = parseLightGbmParams({ num_iterations: 3, num_leaves: 127, min_data_in_leaf: 1 });
      return formatLightGbmModel(trainLightGbm({ ...table, params, featureNames: names(columns) }));
    });
  expect(fitAll()).toEqual(fitAll());
});
