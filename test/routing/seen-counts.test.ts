import { describe, expect, test } from "vitest";
import { createBitset } from "../../lib/math/index.js";
import { PolynomialPpm } from "../../lib/ppm/index.js";
import { unseenCounts, unseenScore } from "../../lib/routing/index.js";
import type { TagMatrix } from "../../lib/tags/index.js";

const matrix: TagMatrix = {
  ids: Array.from({ length: 10 }, (_, i) => `i${i}`),
  tagNames: ["a", "b", "c"],
  columns: [createBitset(10, [0, 1, 2, 3]), createBitset(10, [0, 1]), createBitset(10)],
};
const ppm = new PolynomialPpm("linear", ["c", "b", "a"], 1, {
  intercept: 0,
  coefficients: new Float64Array(3),
  products: null,
});
const human = createBitset(10, [0, 1, 2, 3]);

describe("counts beyond what the model saw", () => {
  test("by the features' names, farthest first; edges are inside", () => {
    // Counts are c 0, b 2, a 4.
    const countRange = { min: [1, 0, 0], max: [5, 2, 2] };
    expect(unseenCounts(human, matrix, ppm, { countRange })).toEqual([
      { tag: "a", count: 4, min: 0, max: 2 },
      { tag: "c", count: 0, min: 1, max: 5 },
    ]);
    expect(unseenCounts(human, matrix, ppm, { countRange: { min: [0, 0, 0], max: [0, 2, 4] } })).toEqual([]);
  });

  test("as the model is asked: rescaled", () => {
    const countRange = { min: [0, 0, 0], max: [0, 1, 2] };
    expect(unseenCounts(human, matrix, ppm, { countRange }, { sizeRatio: 0.5 })).toEqual([]);
  });

  test("a model that does not say, or says nothing of a feature, is taken as it is", () => {
    expect(unseenCounts(human, matrix, ppm, {})).toBeNull();
    expect(
      unseenCounts(human, matrix, ppm, { countRange: { min: [null, null, null], max: [null, null, null] } }),
    ).toEqual([]);
  });
});

test("a predicted score outside those that the model was fitted to", () => {
  const training = { scoreRange: { min: 0.6, max: 0.8 } };
  expect(unseenScore(0.81, training)).toEqual({ min: 0.6, max: 0.8 });
  expect(unseenScore(0.59, training)).toEqual({ min: 0.6, max: 0.8 });
  expect(unseenScore(0.8, training)).toBeNull();
  expect(unseenScore(5, {})).toBeNull();
});
