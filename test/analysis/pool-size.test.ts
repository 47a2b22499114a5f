/** How many mixes to simulate: the study on a small simulated corpus, and its reference line. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  expectedNormalMaximum,
  leastSquaresLine,
  nearestDistance,
  openStudy,
  type PoolSizeMeasure,
  type PoolSizeRow,
  type PoolTime,
  poolSizeText,
  runPoolSizeStudy,
  type Study,
} from "../../lib/analysis/index.js";
import { firstMixes, simulatePool } from "../../lib/analysis/pool-size/simulated-pool.js";
import { createRng } from "../../lib/base/index.js";
import { countBits, matrixFromRows } from "../../lib/math/index.js";
import { fitPpm, ppmFamily } from "../../lib/ppm/index.js";
import { createMixPredictor } from "../../lib/routing/index.js";
import { countTags } from "../../lib/tags/index.js";
import { smallCorpus, studyIn } from "./study-run.js";

const SIZES = [16, 64, 256];
const OPTIONS = {
  families: ["linear", "quadratic-ridge"],
  ...{ fitCount: 1, memberCount: 4, poolSizes: SIZES, topCount: 4, unselectedCount: 8, budgetFraction: null },
};

describe("a study of pool sizes", () => {
  const corpus = smallCorpus();
  afterAll(() => corpus.remove());
  let rows: PoolSizeRow[];
  let times: PoolTime[];
  let study: Study;
  beforeAll(async () => {
    study = await openStudy(corpus.runIn("first", 1));
    ({ rows, times } = await runPoolSizeStudy(study, OPTIONS));
  }, 120_000);

  const meanOf = (ppm: string, simulations: number, what: PoolSizeMeasure): number => {
    const found = rows.filter(
      (row) => row.ppm === ppm && row.simulations === simulations && row.what === what,
    );
    expect(found).toHaveLength(1);
    return found[0]!.mean;
  };

  test("another run gives the same rows on another number of workers; only the seconds differ", async () => {
    const again = await runPoolSizeStudy(studyIn(corpus.runIn("second", 2), study), OPTIONS);
    expect(again.rows).toEqual(rows);
    expect(again.times.map(({ ppm, simulations, repeat }) => ({ ppm, simulations, repeat }))).toEqual(
      times.map(({ ppm, simulations, repeat }) => ({ ppm, simulations, repeat })),
    );
  }, 120_000);

  test("a larger pool holds the smaller: the best prediction never falls", () => {
    for (const ppm of OPTIONS.families) {
      const predicted = [1, ...SIZES].map((size) => meanOf(ppm, size, "predicted"));
      expect(predicted).toEqual([...predicted].sort((a, b) => a - b));
    }
  });

  test("optimism is predicted less actual; the pool of one is what unselected mixes give on average", () => {
    for (const ppm of OPTIONS.families) {
      for (const size of [1, ...SIZES]) {
        const difference = meanOf(ppm, size, "predicted") - meanOf(ppm, size, "actual");
        expect(meanOf(ppm, size, "optimism")).toBeCloseTo(difference, 12);
      }
      expect(meanOf(ppm, 1, "distance")).toBe(1);
      expect(meanOf(ppm, 1, "regressed")).toBe(meanOf(ppm, 1, "actual"));
    }
  });

  test("every pool has its time, and the text one line a pool", () => {
    expect(times).toHaveLength(2 * OPTIONS.families.length * SIZES.length);
    expect(times.every(({ seconds }) => seconds >= 0)).toBe(true);
    const lines = poolSizeText(rows, times).split("\n");
    expect(lines).toHaveLength(2 + OPTIONS.families.length * (1 + SIZES.length));
  });

  test("with a fixed budget every mix meets it", async () => {
    const fixed = await runPoolSizeStudy(study, { ...OPTIONS, families: ["linear"], budgetFraction: 0.5 });
    const shares = fixed.rows.filter(({ what }) => what === "human share");
    expect(shares).toHaveLength(1 + SIZES.length);
    for (const { mean } of shares) expect(mean).toBeCloseTo(0.5, 2);
  }, 120_000);

  test("the best of a pool are those that scoring every mix finds", async () => {
    const { matrix } = study.tagged;
    const rng = createRng(3);
    const counts = Array.from({ length: 30 }, (_, i) => matrix.columns.map((_, tag) => (i * tag) % 7));
    const table = {
      featureNames: matrix.tagNames,
      counts: matrixFromRows(counts),
      targets: Float64Array.from(counts, (_, i) => rng.fork("target", i).next()),
    };
    const { ppm } = fitPpm(table, { family: ppmFamily("quadratic"), scale: 100 });
    const predictor = createMixPredictor(matrix, ppm);
    const stream = { rng: createRng(9) };
    const all = firstMixes(predictor, stream, 60);
    const { best } = await simulatePool(predictor, stream, { count: 60, keepCount: 5 });
    const expected = all.map(({ predicted }) => predicted).sort((a, b) => b - a);
    for (const [i, { human, humanCount, predicted }] of best.entries()) {
      expect(predicted).toBeCloseTo(expected[i]!, 10);
      expect(predicted).toBe(ppm.predict(countTags(matrix, human)));
      expect(humanCount).toBe(countBits(human));
    }
  });
});

describe("the expected maximum of n normal draws", () => {
  // Exact: 1/√π, 3/(2√π). Others: Harter 1961 (Biometrika 48), Table 1, to 5 decimals.
  test.each([
    [1, 0],
    [2, 1 / Math.sqrt(Math.PI)],
    [3, 1.5 / Math.sqrt(Math.PI)],
    [5, 1.16296],
    [10, 1.53875],
    [50, 2.24907],
    [100, 2.50759],
  ])("of %i is %f", (n, expected) => {
    expect(expectedNormalMaximum(n)).toBeCloseTo(expected, 5);
  });

  test("agrees with simulation at 1,000, and grows by less and less", () => {
    const rng = createRng(1);
    const maxima = Array.from({ length: 400 }, () => {
      let highest = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < 1000; i++) highest = Math.max(highest, rng.normal());
      return highest;
    });
    const average = maxima.reduce((sum, value) => sum + value, 0) / maxima.length;
    // Its standard error is 0.35 / √400.
    expect(Math.abs(expectedNormalMaximum(1000) - average)).toBeLessThan(4 * 0.0176);
    const steps = [1e3, 1e4, 1e5, 1e6].map(expectedNormalMaximum);
    expect(steps[1]! - steps[0]!).toBeGreaterThan(steps[2]! - steps[1]!);
    expect(steps[2]! - steps[1]!).toBeGreaterThan(steps[3]! - steps[2]!);
  });

  test("is of whole numbers from 1 on", () => {
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => expectedNormalMaximum(n)).toThrow(RangeError);
  });
});

test("the line through (0, 1), (1, 3), (2, 5) has intercept 1 and slope 2; a constant side has slope 0", () => {
  expect(leastSquaresLine([0, 1, 2], [1, 3, 5])).toEqual({ intercept: 1, slope: 2 });
  expect(leastSquaresLine([2, 2], [1, 3])).toEqual({ intercept: 2, slope: 0 });
  expect(() => leastSquaresLine([1], [1, 2])).toThrow(RangeError);
});

test("the nearest row is found by Euclidean distance", () => {
  const table = matrixFromRows([
    [0, 0],
    [6, 8],
  ]);
  expect(nearestDistance([3, 4], table)).toBe(5);
  expect(nearestDistance([6, 7], table)).toBe(1);
});
