import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countCandidates, sampleCandidates } from "../../../lib/candidates/index.js";
import { matrixFromRows } from "../../../lib/math/index.js";
import { bootstrapFamily, fitPpm, type Ppm, ppmFamily } from "../../../lib/ppm/index.js";
import { deviationOf } from "../../../lib/routing/increments/deviation.js";
import { MovingMix, NONE } from "../../../lib/routing/increments/moving-mix.js";
import { countBudget, createMixPredictor, OPEN_BUDGET } from "../../../lib/routing/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { routeBy } from "./small-mixes.js";

const matrix = randomTags(80, "ensemble");
const rng = createRng("ensemble");
const { counts } = countCandidates(matrix, sampleCandidates(matrix, { count: 40, rng }));
const table = {
  featureNames: matrix.tagNames,
  counts: matrixFromRows(counts),
  targets: Float64Array.from(counts, (row) => 0.6 + 0.001 * row[3]! - 0.002 * row[40]! + 0.01 * rng.normal()),
};
const inner = ppmFamily("quadratic-ridge");
const ensemble = fitPpm(table, { family: bootstrapFamily(inner, { memberCount: 7, rng }), scale: 80 }).ppm;
const gp = fitPpm(table, { family: ppmFamily("gp"), scale: 80 }).ppm;

/** The same model, asked as a whole: no increments of its members. */
function asWhole(ppm: Ppm): Ppm {
  const { memberPolynomials, ...uncertainty } = ppm.uncertainty!;
  expect(memberPolynomials).toHaveLength(7);
  return {
    family: ppm.family,
    featureNames: ppm.featureNames,
    scale: ppm.scale,
    polynomial: ppm.polynomial,
    uncertainty,
    predict: (row) => ppm.predict(row),
    predictMany: (rows) => ppm.predictMany(rows),
    toJson: () => ppm.toJson(),
  };
}

describe("increments of an ensemble's members", () => {
  test("give the deviation, its gradient and its change by a move, as the model itself does", () => {
    const predictor = createMixPredictor(matrix, ensemble, { sizeRatio: 1.2 });
    const whole = createMixPredictor(matrix, asWhole(ensemble), { sizeRatio: 1.2 });
    const mix = new MovingMix(predictor, OPEN_BUDGET, [], "test");
    const [byMembers, byModel] = [deviationOf(mix, predictor), deviationOf(mix, whole)];
    const walk = createRng("ensemble walk");
    for (let step = 0; step < 300; step++) {
      const groups = [...mix.taken.keys()];
      const into = walk.pick(groups.filter((group) => mix.hasFree(group)));
      const taken = groups.filter((group) => mix.taken[group]! > 0);
      const out = taken.length > 40 || (taken.length > 0 && walk.chance(0.3)) ? walk.pick(taken) : NONE;
      expect(byMembers.sdAfter(into, out)).toBeCloseTo(byModel.sdAfter(into, out), 10);
      expect(byMembers.sd()).toBeCloseTo(byModel.sd(), 10);
      const gradient = byModel.gradient();
      for (const [t, slope] of byMembers.gradient().entries()) expect(slope).toBeCloseTo(gradient[t]!, 9);
      mix.move(into, out);
      byMembers.moved(into, out);
      byModel.moved(into, out);
      expect(byModel.sd()).toBeCloseTo(whole.sdOf(mix.toBitset()), 12);
    }
  });

  test("give the deviations of single gains", () => {
    const predictor = createMixPredictor(matrix, ensemble, { sizeRatio: 0.5 });
    const whole = createMixPredictor(matrix, asWhole(ensemble), { sizeRatio: 0.5 }).gainSds()!;
    for (const [row, sd] of predictor.gainSds()!.entries()) expect(sd).toBeCloseTo(whole[row]!, 12);
  });
});

test.each([
  ["a Gaussian process", gp],
  ["an ensemble", ensemble],
])("%s routes pessimistically by every strategy; search is below none", async (_, ppm) => {
  for (const budget of [countBudget(30), OPEN_BUDGET]) {
    const options = { pessimism: 1 };
    const { predicted } = await routeBy("search", matrix, ppm, budget, options);
    expect(predicted.sd).toBeGreaterThan(0);
    expect(predicted.objective).toBeLessThan(predicted.chosen);
    for (const strategy of ["simulated", "topk", "gain", "greedy"]) {
      if (strategy === "gain" && budget.kind !== "open") continue;
      const other = await routeBy(strategy, matrix, ppm, budget, options);
      expect(predicted.objective).toBeGreaterThanOrEqual(other.predicted.objective);
    }
  }
});
