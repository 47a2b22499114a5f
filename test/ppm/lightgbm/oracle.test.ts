import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matrixFromRows, matrixRow } from "../../../lib/math/index.js";
import { binTable } from "../../../lib/ppm/lightgbm/binned-table.js";
import {
  featureImportance,
  formatLightGbmModel,
  LIGHTGBM_DEFAULTS,
  lightgbmFamily,
  parseLightGbmModel,
  trainLightGbm,
} from "../../../lib/ppm/lightgbm/index.js";
import { hasShared, sharedPath } from "../../shared.js";
import { withoutParameters } from "./tables.js";

const oracle = (file: string) => readFileSync(sharedPath("oracle", file), "utf8");

function csv(file: string) {
  const [header = [], ...lines] = oracle(file)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return { header, lines };
}

function ppmTable() {
  const { header, lines } = csv("ppm-table.csv");
  return {
    featureNames: header.slice(4, 94),
    folds: lines.map((line) => Number(line[1])),
    counts: matrixFromRows(lines.map((line) => line.slice(4, 94).map(Number))),
    targets: Float64Array.from(lines, (line) => Number(line[94])),
  };
}

function regressionTable() {
  const { header, lines } = csv("reg1000x10.csv");
  const rowsOf = (split: string) => lines.filter((line) => line[0] === split);
  const inputs = (split: string) =>
    matrixFromRows(rowsOf(split).map((line) => line.slice(1, 11).map(Number)));
  return {
    training: {
      rows: inputs("train"),
      targets: rowsOf("train").map((line) => Number(line[11])),
      params: LIGHTGBM_DEFAULTS,
      featureNames: header.slice(1, 11),
    },
    all: lines.map((line) => ({ x: line.slice(1, 11).map(Number), expected: Number(line[12]) })),
  };
}

function foldZeroTraining() {
  const { counts, targets, folds, featureNames } = ppmTable();
  const train = [...folds.keys()].filter((row) => folds[row] !== 0);
  return {
    rows: matrixFromRows(train.map((row) => matrixRow(counts, row))),
    targets: train.map((row) => targets[row]!),
    params: LIGHTGBM_DEFAULTS,
    featureNames,
  };
}

/** Bins of every row, useless columns left out. */
function binsOf(training: ReturnType<typeof foldZeroTraining>): number[][] {
  const { features, rowCount } = binTable(training.rows, training.params);
  return Array.from({ length: rowCount }, (_, row) => features.map(({ bins }) => bins[row]!));
}

describe.skipIf(!hasShared("oracle", "lgbm-ppm-fold0.model.txt"))("on the shared tables", () => {
  test("225 × 90 counts: the model is the real LightGBM's, byte for byte", () => {
    const expected = withoutParameters(oracle("lgbm-ppm-fold0.model.txt"));
    expect(withoutParameters(formatLightGbmModel(trainLightGbm(foldZeroTraining())))).toBe(expected);
  });

  test("800 × 10 numbers: the model is the real LightGBM's, and so is each prediction to 1e-12", () => {
    const { training, all } = regressionTable();
    const model = trainLightGbm(training);
    const expected = oracle("lgbm-reg1000x10.model.txt");
    expect(withoutParameters(formatLightGbmModel(model))).toBe(withoutParameters(expected));
    const loaded = parseLightGbmModel(expected, "lgbm-reg1000x10.model.txt");
    for (const row of all) {
      const allowed = 1e-12 * Math.abs(row.expected);
      expect(Math.abs(model.predict(row.x) - row.expected)).toBeLessThanOrEqual(allowed);
      expect(Math.abs(loaded.predict(row.x) - row.expected)).toBeLessThanOrEqual(allowed);
    }
  });

  test.each([
    ["lgbm-bins-ppm-fold0.csv", foldZeroTraining],
    ["lgbm-bins-reg1000x10.csv", () => regressionTable().training],
  ])("%s: every training value is in the bin that LightGBM gave it", (file, training) => {
    const expected = csv(file).lines.map((line) => line.map(Number));
    expect(binsOf(training())).toEqual(expected);
  });

  test("ten-fold out-of-fold predictions are LightGBM's to 1e-9", () => {
    const table = ppmTable();
    const { header, lines } = csv("cv-predictions.csv");
    const column = header.indexOf("lightgbm");
    const fits = lightgbmFamily().prepare(table, 1);
    const rows = [...table.folds.keys()];
    for (let fold = 0; fold < 10; fold++) {
      const heldOut = Int32Array.from(rows.filter((row) => table.folds[row] === fold));
      const train = Int32Array.from(rows.filter((row) => table.folds[row] !== fold));
      const { predicted } = fits.predictHeldOut(train, heldOut);
      for (const [i, row] of heldOut.entries()) {
        const expected = Number(lines[row]![column]);
        expect(Math.abs(predicted[i]! - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
      }
    }
  });

  test("importance by splits is what the model file lists", () => {
    const text = oracle("lgbm-ppm-fold0.model.txt");
    const model = parseLightGbmModel(text, "lgbm-ppm-fold0.model.txt");
    const importance = featureImportance(model, "split");
    const listed = text.slice(text.indexOf("feature_importances:")).matchAll(/^Column_(\d+)=(\d+)$/gm);
    const expected = new Float64Array(90);
    for (const [, column, count] of listed) expected[Number(column)] = Number(count);
    expect(importance).toEqual(expected);
  });
});
