import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../../lib/base/index.js";
import {
  checkIntervals,
  conformalFromJson,
  conformalRadius,
  conformalResiduals,
  conformalToJson,
  cvPlusInterval,
} from "../../../lib/ppm/index.js";
import { randomTable } from "../tables.js";

const residualsOf = (...absoluteResiduals: number[]) => ({ folds: 2, absoluteResiduals });

describe("conformal radius", () => {
  test("by hand: of 9 residuals, the ninth for 10 %, the eighth for 20 %, the fifth for 50 %", () => {
    const nine = residualsOf(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(conformalRadius(nine, 0.1)).toBe(9);
    expect(conformalRadius(nine, 0.2)).toBe(8);
    expect(conformalRadius(nine, 0.5)).toBe(5);
  });

  test("too few residuals for a level are refused with the least level that they allow", () => {
    expect(() => conformalRadius(residualsOf(1, 2, 3), 0.1)).toThrow(BadInputError);
    expect(() => conformalRadius(residualsOf(1, 2, 3), 0.1)).toThrow("at least 0.250");
    expect(conformalRadius(residualsOf(1, 2, 3), 0.25)).toBe(3);
  });

  test("covers a new value as often as promised, whatever the distribution", () => {
    const rng = createRng("conformal");
    let covered = 0;
    const rounds = 4000;
    for (let round = 0; round < rounds; round++) {
      const draw = (): number => rng.normal() ** 3;
      const sample = Float64Array.from({ length: 19 }, () => Math.abs(draw())).sort();
      if (Math.abs(draw()) <= conformalRadius(residualsOf(...sample), 0.2)) covered += 1;
    }
    // 16 of 20 equally likely places: exactly 80 %, up to the noise of 4000 draws (sd 0.6 %).
    expect(covered / rounds).toBeGreaterThan(0.78);
    expect(covered / rounds).toBeLessThan(0.82);
  });

  test("survives JSON; a file with others is refused by name", () => {
    const foldOf = Int32Array.of(0, 1, 0);
    const rows = {
      folds: [0, 1],
      foldOf,
      actual: Float64Array.of(1, 2, 3),
      predicted: Float64Array.of(1.5, 2, 2),
    };
    const residuals = conformalResiduals(rows);
    expect(residuals).toEqual({ folds: 2, absoluteResiduals: [0, 0.5, 1] });
    const training = JSON.parse(JSON.stringify({ conformal: conformalToJson(residuals) }));
    expect(conformalFromJson(training, "ppm.json")).toEqual(residuals);
    expect(conformalFromJson({}, "ppm.json")).toBeNull();
    for (const bad of [[], [2, 1], [-1], ["x"]]) {
      const broken = { conformal: { ...training.conformal, absoluteResiduals: bad } };
      expect(() => conformalFromJson(broken, "ppm.json")).toThrow(
        "ppm.json, training.conformal.absoluteResiduals",
      );
    }
  });
});

describe("CV+", () => {
  test("by hand: quantiles of prediction ∓ residual; no end where there are too few rows", () => {
    const inner = {
      predicted: Float64Array.of(10, 10, 12, 12),
      absoluteResiduals: Float64Array.of(1, 2, 3, 4),
    };
    // Lower ends 9, 8, 9, 8; upper ends 11, 12, 15, 16; rank ⌈0.6 · 5⌉ = 3.
    expect(cvPlusInterval(inner, 0.4)).toEqual({ lower: 8, upper: 15 });
    expect(cvPlusInterval(inner, 0.1)).toEqual({
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
    });
  });

  test("with one model for all, it is the conformal interval", () => {
    const absoluteResiduals = Float64Array.of(3, 1, 4, 1.5, 9, 2, 6, 5, 3.5);
    const inner = { predicted: new Float64Array(9).fill(7), absoluteResiduals };
    const radius = conformalRadius(residualsOf(...absoluteResiduals.slice().sort()), 0.2);
    expect(cvPlusInterval(inner, 0.2)).toEqual({ lower: 7 - radius, upper: 7 + radius });
  });
});

describe("coverage out of fold", () => {
  const table = randomTable(80, 3, "coverage");
  const options = { folds: 4, rng: createRng("coverage"), alpha: 0.2 };
  const families = (...names: string[]) => names.map((name) => ({ choice: { name }, scale: 100 }));

  test("is counted in all and by thirds of the predicted score, near what is wanted", async () => {
    const [linear] = await checkIntervals(table, { ...options, families: families("linear") });
    expect(linear!.map(({ method }) => method)).toEqual(["conformal", "cv+"]);
    for (const { wanted, all, byPredicted, lower, upper, meanWidth } of linear!) {
      expect(wanted).toBeCloseTo(0.8);
      expect(all.covered).toBe(table.targets.filter((y, i) => y >= lower[i]! && y <= upper[i]!).length);
      expect(byPredicted.map(({ rows }) => rows)).toEqual([27, 26, 27]);
      expect(byPredicted.reduce((sum, { covered }) => sum + covered, 0)).toBe(all.covered);
      expect(all.share).toBeGreaterThan(0.65);
      expect(all.share).toBeLessThan(0.95);
      expect(meanWidth).toBeGreaterThan(0);
    }
  });

  test("a family that knows its own doubt is held to it, with and without noise", async () => {
    const [ensemble] = await checkIntervals(table, {
      ...options,
      families: [{ choice: { name: "linear", memberCount: 5 }, scale: 100 }],
    });
    expect(ensemble!.map(({ method }) => method)).toEqual(["conformal", "cv+", "own", "own without noise"]);
    const [, , own, bare] = ensemble!;
    expect(bare!.meanWidth).toBeLessThan(own!.meanWidth);
    expect(bare!.all.covered).toBeLessThanOrEqual(own!.all.covered);
  });

  test("a held-out score does not move its own interval by a bit", async () => {
    const foldOf = Int32Array.from({ length: 80 }, (_, row) => row % 4);
    const targets = table.targets.slice();
    for (let row = 0; row < 80; row += 4) targets[row] = 1e6;
    const run = async (of: typeof table) =>
      (await checkIntervals(of, { ...options, foldOf, families: families("ridge") }))[0]![1]!;
    const [clean, poisoned] = [await run(table), await run({ ...table, targets })];
    for (let row = 0; row < 80; row += 4) {
      expect([poisoned.lower[row], poisoned.upper[row]]).toEqual([clean.lower[row], clean.upper[row]]);
    }
    expect(poisoned.upper[1]).not.toBe(clean.upper[1]);
  });
});
