import { describe, expect, test } from "vitest";
import { matrixRow } from "../../../lib/math/index.js";
import { formatLightGbmModel, parseLightGbmModel } from "../../../lib/ppm/lightgbm/index.js";
import { CASES, fixture, labelledRows, trainCase, withoutParameters } from "./tables.js";

describe.each(CASES)("$name", (golden) => {
  const text = fixture(`${golden.name}.model.txt`);

  test("training gives the real LightGBM's model, byte for byte", () => {
    expect(withoutParameters(formatLightGbmModel(trainCase(golden)))).toBe(withoutParameters(text));
  });

  test("reading and writing its model changes nothing", () => {
    expect(formatLightGbmModel(parseLightGbmModel(text, "model.txt"))).toBe(text);
  });

  test("its model predicts what it predicted", () => {
    const model = parseLightGbmModel(text, "model.txt");
    const { rows } = labelledRows(fixture(`${golden.name}.train.csv`));
    const expected = fixture(`${golden.name}.predictions.txt`).trimEnd().split("\n").map(Number);
    expect(expected.map((_, i) => model.predict(matrixRow(rows, i)))).toEqual(expected);
  });
});

test("a model stopped early ends with its best round", () => {
  const model = trainCase(CASES.find((golden) => golden.hasValidation)!);
  const errors = [...model.validationErrors!];
  expect(model.trees).toHaveLength(model.bestIteration!);
  expect(errors).toHaveLength(model.bestIteration! + 4);
  expect(Math.min(...errors)).toBe(errors[model.bestIteration! - 1]);
});
