/** Tables and models that several tests use. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRng, type Json } from "../../../lib/base/index.js";
import { type Matrix, matrixFromRows } from "../../../lib/math/index.js";
import {
  type LabelledRows,
  type LightGbmModel,
  parseLightGbmParams,
  trainLightGbm,
} from "../../../lib/ppm/lightgbm/index.js";

export interface Case {
  readonly name: string;
  readonly params: Record<string, Json>;
  readonly hasValidation: boolean;
}

const folder = fileURLToPath(new URL("../../fixtures/lightgbm/", import.meta.url));
export const fixture = (file: string): string => readFileSync(`${folder}${file}`, "utf8");
export const CASES = JSON.parse(fixture("cases.json")) as readonly Case[];

/** Rows of a fixture: the target first, then the columns. */
export function labelledRows(csv: string): LabelledRows {
  const lines = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(",").map(Number));
  return { targets: lines.map((line) => line[0]!), rows: matrixFromRows(lines.map((line) => line.slice(1))) };
}

export function trainCase({ name, params, hasValidation }: Case): LightGbmModel {
  const training = labelledRows(fixture(`${name}.train.csv`));
  return trainLightGbm({
    ...training,
    params: parseLightGbmParams(params),
    featureNames: names(training.rows.columns),
    validation: hasValidation ? labelledRows(fixture(`${name}.valid.csv`)) : undefined,
  });
}

export const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `tag:${i}`);

/** A text model up to its parameters, which name files and machines. */
export const withoutParameters = (text: string): string => text.slice(0, text.indexOf("\nparameters:"));

/** Whole numbers 0 … most, with some cells missing. */
export function randomTable(seed: number, rows: number, columns: number, missingShare = 0, most = 9) {
  const rng = createRng(seed);
  const table: Matrix = {
    rows,
    columns,
    data: Float64Array.from({ length: rows * columns }, () =>
      rng.next() < missingShare ? Number.NaN : Math.floor(rng.next() * (most + 1)),
    ),
  };
  const targets = Float64Array.from(
    { length: rows },
    (_, i) => (table.data[i * columns]! > 4 ? 1 : 0) + rng.next(),
  );
  return { rows: table, targets };
}
