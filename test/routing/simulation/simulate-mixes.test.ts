/** Simulation at scale: the best of many mixes, on any number of workers. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countBits } from "../../../lib/math/index.js";
import { PolynomialPpm, type Ppm } from "../../../lib/ppm/index.js";
import {
  createMixPredictor,
  type PolynomialScorer,
  polynomialScore,
  predictorScorer,
  redrawMix,
  type SimulateOptions,
  simulateBest,
  simulateCounts,
  simulateMixes,
} from "../../../lib/routing/index.js";
import { recount } from "../../../lib/routing/simulation/recount.js";
import { countTags, TAG_NAMES } from "../../../lib/tags/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { randomMatrix } from "./tag-sets.js";

const matrix = randomTags(300, "simulate", 12);
const seed = createRng("simulate");
const normals = (count: number, name: string) => {
  const rng = createRng(name);
  return Float64Array.from({ length: count }, () => rng.normal());
};

/** Features are every second tag, backwards. */
function scorer(degree: 1 | 2): PolynomialScorer {
  const columns = Int32Array.from({ length: 45 }, (_, i) => 89 - 2 * i);
  const products = degree === 2 ? normals(1035, "products") : null;
  const polynomial = { intercept: 0.3, coefficients: normals(45, "coefficients"), products };
  return { polynomial, columns, factor: 1 / 280 };
}

/** Every mix scored by plain code, best first. */
function allScored(count: number, using: PolynomialScorer, budgetCount?: number) {
  return Array.from(
    simulateCounts(matrix, { seed, count, budgetCount }),
    ({ index, humanCount, counts }) => ({
      index,
      humanCount,
      score: polynomialScore(using, counts),
    }),
  ).sort((a, b) => b.score - a.score || a.index - b.index);
}

describe.each([1, 2] as const)("a polynomial of degree %i", (degree) => {
  test.each([
    ["random budgets", undefined],
    ["one budget", 77],
  ])("the best are the best of all, bit by bit those of plain code: %s", async (_, budgetCount) => {
    const options = { matrix, scorer: scorer(degree), seed, count: 3001, keepCount: 40, budgetCount };
    const best = await simulateBest(options);
    expect(best).toEqual(allScored(3001, scorer(degree), budgetCount).slice(0, 40));
    for (const { index, humanCount } of best) {
      expect(countBits(redrawMix(matrix, seed, index, budgetCount))).toBe(humanCount);
    }
  });
});

describe("a simulation", () => {
  test("is the same on any number of workers", async () => {
    const count = 40_000;
    const options = {
      matrix,
      scorer: scorer(2),
      seed,
      count,
      keepCount: 25,
      checkpoints: [100, 16_385, count],
    };
    const one = await simulateMixes({ ...options, workers: 1 });
    expect(one.recounted).toBe(25 + 4);
    expect(await simulateMixes({ ...options, workers: 2 })).toEqual(one);
    expect(await simulateMixes({ ...options, workers: 3 })).toEqual(one);
  });

  test("gives mean, spread and extremes of all scores, and the best of the first so many", async () => {
    const count = 5000;
    const all = allScored(count, scorer(2));
    const scores = all.map(({ score }) => score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / count;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (count - 1);
    const simulation = await simulateMixes({ matrix, scorer: scorer(2), seed, count });
    expect(simulation.scores.mean).toBeCloseTo(mean, 10);
    expect(simulation.scores.sd).toBeCloseTo(Math.sqrt(variance), 10);
    expect([simulation.scores.max, simulation.scores.min]).toEqual([scores[0], scores.at(-1)]);
    const sizes = [128, 256, 512, 1024, 2048, 4096, 5000];
    expect(simulation.bestOfFirst).toEqual(
      sizes.map((size) => ({ count: size, mix: all.find(({ index }) => index < size) })),
    );
  });

  test("of more mixes begins with those of fewer", async () => {
    const few = await simulateMixes({ matrix, scorer: scorer(1), seed, count: 300, checkpoints: [10, 300] });
    const many = await simulateMixes({ matrix, scorer: scorer(1), seed, count: 900, checkpoints: [10, 300] });
    expect(many.bestOfFirst).toEqual(few.bestOfFirst);
  });

  test("keeps no more than there are, and of equal scores the earlier mix", async () => {
    const flat = {
      ...scorer(1),
      polynomial: { intercept: 1, coefficients: new Float64Array(45), products: null },
    };
    const best = await simulateBest({ matrix, scorer: flat, seed, count: 20, keepCount: 30 });
    expect(best.map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    const three = await simulateBest({ matrix, scorer: flat, seed, count: 5000, keepCount: 3 });
    expect(three.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test("takes any function of the counts, or of the mix", async () => {
    const options = { matrix, seed, count: 200, keepCount: 5, budgetCount: 100 };
    const byPolynomial = await simulateMixes({ ...options, scorer: scorer(2) });
    const scoreOfCounts = (counts: Uint32Array) => polynomialScore(scorer(2), counts);
    expect(await simulateMixes({ ...options, scorer: { scoreOfCounts } })).toEqual(byPolynomial);
    const scoreOf = (human: Uint32Array) => scoreOfCounts(Uint32Array.from(countTags(matrix, human)));
    expect(await simulateMixes({ ...options, scorer: { scoreOf } })).toEqual(byPolynomial);
  });

  test("refuses what cannot be", async () => {
    const good: SimulateOptions = { matrix, scorer: scorer(1), seed, count: 10 };
    const refused = (options: Partial<SimulateOptions>) =>
      expect(simulateMixes({ ...good, ...options })).rejects;
    await refused({ count: 0 }).toThrow(/from 1/);
    await refused({ count: 2 ** 31 }).toThrow(/from 1/);
    await refused({ keepCount: 0 }).toThrow(/from 1 on/);
    await refused({ checkpoints: [11] }).toThrow(/from 1 to 10/);
    await refused({ budgetCount: 301 }).toThrow(/from 0 to 300/);
    await refused({ matrix: randomMatrix(1, 90, "one") }).toThrow(/at least 2/);
    const huge = { ...scorer(2), factor: 1e300 };
    await refused({ scorer: huge }).toThrow(/must be finite/);
  });
});

test("a wrong bit in the kernel's result would be found", () => {
  const draws = { columns: matrix.columns, rowCount: 300, seed: Uint32Array.of(1, 2, 3, 4), budgetCount: 50 };
  const [drawn] = simulateCounts(matrix, { seed: draws.seed, count: 1, budgetCount: 50 });
  const right = { index: 0, humanCount: 50, score: polynomialScore(scorer(2), drawn!.counts) };
  expect(recount(draws, scorer(2), [right])).toBe(1);
  const next = right.score + Math.abs(right.score) * 2 ** -52;
  for (const wrong of [{ score: next }, { humanCount: 49 }, { index: 1 }]) {
    expect(() => recount(draws, scorer(2), [{ ...right, ...wrong }])).toThrow(/please report/);
  }
});

describe("a predictor's scorer", () => {
  const polynomial = { intercept: 0.4, coefficients: normals(90, "b"), products: normals(4095, "q") };
  const ppm: Ppm = new PolynomialPpm("quadratic", TAG_NAMES, 300, polynomial);

  test("agrees with the predictor to 12 digits for polynomials, exactly otherwise", async () => {
    const options = { matrix, seed, count: 50, keepCount: 50 };
    const predictor = createMixPredictor(matrix, ppm, { sizeRatio: 1.25 });
    for (const { index, score } of await simulateBest({ ...options, scorer: predictorScorer(predictor) })) {
      const expected = predictor.scoreOf(redrawMix(matrix, seed, index));
      expect(Math.abs(score - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
    }
    const trees = createMixPredictor(matrix, withoutPolynomial(ppm));
    for (const { index, score } of await simulateBest({ ...options, scorer: predictorScorer(trees) })) {
      expect(score).toBe(trees.scoreOf(redrawMix(matrix, seed, index)));
    }
  });

  test("counts by the predictor's own way where counts do not add up", async () => {
    const countsOf = (human: Uint32Array) => countTags(matrix, human).map((count) => Math.min(count, 20));
    const predictor = createMixPredictor(matrix, ppm, { countsOf });
    const [best] = await simulateBest({ matrix, seed, count: 20, scorer: predictorScorer(predictor) });
    expect(best!.score).toBe(predictor.scoreOf(redrawMix(matrix, seed, best!.index)));
  });

  test("lowers by the uncertainty what is pessimistic", async () => {
    const sd = (counts: ArrayLike<number>) => Math.sqrt(counts[3]! + counts[40]!);
    const uncertainty = { sd, sdOfDifference: sd, gradient: () => new Float64Array(90) };
    const unsure = Object.assign(withoutPolynomial(ppm), { polynomial, uncertainty });
    const predictor = createMixPredictor(matrix, unsure, { pessimism: 1.5 });
    for (const mix of await simulateBest({
      matrix,
      seed,
      count: 30,
      keepCount: 30,
      scorer: predictorScorer(predictor),
    })) {
      expect(mix.score).toBe(predictor.scoreOf(redrawMix(matrix, seed, mix.index)));
    }
  });
});

function withoutPolynomial(ppm: Ppm): Ppm {
  return {
    family: "opaque",
    featureNames: ppm.featureNames,
    scale: ppm.scale,
    predict: (counts) => ppm.predict(counts),
    predictMany: (rows) => ppm.predictMany(rows),
    polynomial: null,
    uncertainty: null,
    toJson: () => ppm.toJson(),
  };
}
