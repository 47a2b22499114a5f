import { describe, expect, test } from "vitest";
import {
  hasRegmix,
  REGMIX_LOSSES,
  type RegmixResult,
  readRegmix,
  regmixRows,
  regmixTable,
} from "../../../lib/analysis/regmix/index.js";
import { regmixResult } from "../../../lib/analysis/regmix/regmix-result.js";
import { createRng } from "../../../lib/base/index.js";
import { REGMIX_COUNTS, REGMIX_LIGHTGBM_SPEARMAN } from "../../../lib/paper/index.js";
import type { FamilyChoice } from "../../../lib/ppm/index.js";
import { sharedPath } from "../../shared.js";

const folder = sharedPath("data", "regmix");
const isThere = hasRegmix(folder);
const drawing = { seed: 1, resamples: 200 };

test("13 losses have a printed figure", () => {
  expect(REGMIX_LOSSES).toHaveLength(13);
  for (const loss of REGMIX_LOSSES) expect(REGMIX_LIGHTGBM_SPEARMAN[loss]).toBeGreaterThan(0.96);
});

test("a folder without the runs has none", () => {
  expect(hasRegmix(sharedPath("nowhere"))).toBe(false);
});

describe.skipIf(!isThere)(`RegMix, 512 runs${isThere ? "" : " (skipped: no shared data)"}`, () => {
  test("every file has its rows, and each mixture its loss", () => {
    const { train, tests } = readRegmix(folder, "arxiv");
    expect(train.counts).toMatchObject({ rows: REGMIX_COUNTS.train, columns: 17 });
    for (const size of ["1m", "60m", "1B"] as const)
      expect(tests[size].counts.rows).toBe(REGMIX_COUNTS[size]);
    // The first training mixture as it stands in the two files.
    expect([...train.counts.data.subarray(7, 12)]).toEqual([0.004, 0, 0, 0.209, 0.787]);
    expect(train.targets[0]).toBe(7.0255866050720215);
  });

  const least: readonly [FamilyChoice, number][] = [
    [{ name: "linear" }, 0.9],
    [{ name: "ridge" }, 0.9],
    // Printed with three digits by the reference: 0.940, at the same penalty.
    [{ name: "quadratic-ridge" }, 0.9395],
    [{ name: "quadratic-ridge", isTuned: true }, 0.94],
    [{ name: "lightgbm" }, 0.985],
    [{ name: "lightgbm", isTuned: true, params: { num_leaves: 8 } }, 0.985],
  ];
  test.each(least)("%o ranks the losses on pile_cc at 1M as well as it should: %d", (choice, wanted) => {
    const { scores } = regmixResult(readRegmix(folder, "pile_cc"), choice, drawing);
    const { spearman, interval } = scores["1m"];
    expect(spearman).toBeGreaterThanOrEqual(wanted);
    expect(interval.low).toBeLessThan(spearman);
    expect(interval.high).toBeGreaterThan(spearman);
    // Ranks learned at 1M carry over to larger models.
    expect(scores["60m"].spearman).toBeGreaterThan(0.88);
    expect(scores["1B"].spearman).toBeGreaterThan(0.85);
  });

  test("test losses have no say in the fit: the settings come from the training runs alone", () => {
    const tables = readRegmix(folder, "github");
    const choice = { name: "lightgbm", isTuned: true, params: { num_iterations: 10, num_leaves: 4 } };
    const turned = { ...tables.tests["1m"], targets: tables.tests["1m"].targets.map((loss) => -loss) };
    const straight = regmixResult(tables, choice, drawing);
    const reversed = regmixResult({ ...tables, tests: { ...tables.tests, "1m": turned } }, choice, drawing);
    expect(reversed.details).toEqual(straight.details);
    expect(reversed.scores["1m"].spearman).toBeCloseTo(-straight.scores["1m"].spearman, 12);
  });

  test("the table has a row a loss and family, the same on any number of workers", async () => {
    const options = {
      families: [{ name: "linear" }, { name: "ridge" }],
      losses: ["pile_cc", "arxiv"],
      rng: createRng(2),
      resamples: 50,
    };
    const rows = await regmixTable(folder, { ...options, workers: 2 });
    expect(rows.map(({ loss, family }) => `${loss} ${family}`)).toEqual([
      "pile_cc linear",
      "pile_cc ridge",
      "arxiv linear",
      "arxiv ridge",
    ]);
    expect(rows[0]).toMatchObject({ authors_lightgbm_1m: 0.9892 });
    expect(rows[0]!.spearman_1m).toBeCloseTo(0.902, 3);
    expect(await regmixTable(folder, { ...options, workers: 1 })).toEqual(rows);
  });
});

test("a row holds the figures of its result", () => {
  const score = (spearman: number) => ({
    spearman,
    interval: { low: spearman - 0.1, high: spearman + 0.1 },
    rmse: 1,
  });
  const scores = { "1m": score(0.5), "60m": score(0.4), "1B": score(0.3) };
  const result: RegmixResult = { loss: "github", family: "gp", scores, details: {} };
  expect(regmixRows([result])).toEqual([
    {
      ...{ loss: "github", family: "gp", spearman_1m: 0.5, low_1m: 0.4, high_1m: 0.6 },
      ...{ spearman_60m: 0.4, low_60m: 0.4 - 0.1, high_60m: 0.5 },
      ...{ spearman_1B: 0.3, low_1B: 0.3 - 0.1, high_1B: 0.3 + 0.1, rmse_1m: 1, authors_lightgbm_1m: 0.9977 },
    },
  ]);
});
