import { expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { createBitset, hasBit, matrixFromRows } from "../../lib/math/index.js";
import { fitPpm, ppmFamily } from "../../lib/ppm/index.js";
import { checkSize, createMixPredictor } from "../../lib/routing/index.js";
import type { TagMatrix } from "../../lib/tags/index.js";
import { randomTags } from "../candidates/random-tags.js";

test("sizes within a tenth of each other pass; beyond, the model extrapolates", () => {
  expect(checkSize({ instances: 1000 }, 1090, false).extrapolates).toBe(false);
  expect(checkSize({ instances: 1000 }, 1110, false).extrapolates).toBe(true);
  expect(checkSize({ instances: 1000 }, 900, false).extrapolates).toBe(true);
  expect(checkSize({ instances: null }, 900, false).extrapolates).toBe(false);
});

test("rescaling needs to know the fitted size, and then extrapolates no more", () => {
  expect(checkSize({ instances: 1000 }, 5000, true)).toEqual({
    fittedCount: 1000,
    sizeRatio: 0.2,
    extrapolates: false,
  });
  expect(() => checkSize({}, 5000, true)).toThrow(/--rescale/);
});

/** The same rows five times over. */
function fiveTimes({ ids, tagNames, columns }: TagMatrix): TagMatrix {
  const rows = Array.from({ length: 5 * ids.length }, (_, row) => row);
  return {
    ids: rows.map((row) => `${ids[row % ids.length]}-${row}`),
    tagNames,
    columns: columns.map((column) =>
      createBitset(
        rows.length,
        rows.filter((row) => hasBit(column, row % ids.length)),
      ),
    ),
  };
}

test("a data set five times over, rescaled, gets the predictions of the single one", () => {
  const rng = createRng(7);
  const single = randomTags(60, "size");
  const counts = Array.from({ length: 40 }, () => single.tagNames.map(() => rng.int(60)));
  const table = {
    featureNames: single.tagNames,
    counts: matrixFromRows(counts),
    targets: Float64Array.from(counts, () => rng.next()),
  };
  const { ppm } = fitPpm(table, { family: ppmFamily("quadratic-ridge"), scale: 60 });
  const five = fiveTimes(single);
  const plain = createMixPredictor(single, ppm).scoreOf(createBitset(60, Array(60).keys()));
  const everyone = createBitset(300, Array(300).keys());
  expect(createMixPredictor(five, ppm, { sizeRatio: 60 / 300 }).scoreOf(everyone)).toBeCloseTo(plain, 10);
  expect(createMixPredictor(five, ppm).scoreOf(everyone)).not.toBeCloseTo(plain, 3);
});
