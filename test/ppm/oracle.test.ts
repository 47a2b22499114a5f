import { describe, expect, test } from "vitest";
import { createRng, readCsv } from "../../lib/base/index.js";
import { crossValidate, fitPpm, PolynomialPpm, ppmFamily, readCountTable } from "../../lib/ppm/index.js";
import { oraclePath } from "../fixtures/oracle/path.js";
import { largestGap } from "../math/random-matrix.js";

describe("250 candidates, 90 tags, against 60-digit arithmetic", () => {
  const table = () => readCountTable(oraclePath("ppm-table.csv"), { target: "Overall", foldColumn: "fold" });

  test.each([
    ["linear", 1, "linear_exact", 1e-10, "0.01961 0.00456 0.472 0.252"],
    ["quadratic", 7000, "quadratic7000_exact", 1e-13, "0.02117 0.00266 0.621 0.072"],
    ["quadratic", 1, "quadratic_exact", 1e-13, "0.44414 0.14104 -0.020 0.260"],
  ] as const)("%s at scale %d: every out-of-fold prediction", (name, scale, column, tolerance, figures) => {
    const { targets, foldOf, ...rest } = table();
    const cv = crossValidate(
      { ...rest, targets },
      { family: ppmFamily(name), scale, foldOf: foldOf!, rng: createRng(1) },
    );
    const exact = readCsv(oraclePath("cv-predictions.csv")).rows.map((row) => Number(row[column]));
    expect(largestGap(cv.predicted, exact)).toBeLessThan(tolerance);
    const { rmse, spearman } = cv;
    expect(
      `${rmse.mean.toFixed(5)} ${rmse.sd.toFixed(5)} ${spearman.mean.toFixed(3)} ${spearman.sd.toFixed(3)}`,
    ).toBe(figures);
  });

  test("the linear fit's coefficients", () => {
    const { ppm } = fitPpm(table(), { family: ppmFamily("linear"), scale: 1 });
    const exact = readCsv(oraclePath("linear-full-coef.csv")).rows;
    expect(exact.slice(1).map((row) => row.feature)).toEqual(ppm.featureNames);
    if (!(ppm instanceof PolynomialPpm)) throw new TypeError("not a polynomial");
    const ours = [ppm.polynomial.intercept, ...ppm.polynomial.coefficients];
    expect(largestGap(ours, exact.map((row) => Number(row.coef_exact_min_norm)))).toBeLessThan(1e-11); // biome-ignore format: one call
  });

  test("ridge beats the minimum-norm fit on the planted quadratic", () => {
    const { targets, foldOf, ...rest } = table();
    const run = (name: string) =>
      crossValidate(
        { ...rest, targets },
        { family: ppmFamily(name), scale: 7000, foldOf: foldOf!, rng: createRng(1) },
      );
    expect(run("quadratic-ridge").rmse.mean).toBeLessThan(run("quadratic").rmse.mean);
  });
});
