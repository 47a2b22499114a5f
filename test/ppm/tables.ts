/** Tables for tests: the small exact one, and generated ones. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createMatrix } from "../../lib/math/index.js";
import { readCountTable, type TrainingTable } from "../../lib/ppm/index.js";
import { randomMatrix } from "../math/random-matrix.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/ppm/${name}`, import.meta.url));

export const SMALL_TABLE = fixture("small-table.csv");

/** 16 candidates, 8 tags: bins that partition the rows (so columns are dependent) and a column of zeros. */
export const smallTable = () => readCountTable(SMALL_TABLE, { target: "Overall", foldColumn: "fold" });

interface ExactFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  readonly rank?: number;
  readonly penalty?: number;
}

/** What exact rational arithmetic gives for it. */
export interface ExactResults {
  readonly crossValidation: Readonly<Record<string, { predicted: number[]; ranks: number[] }>>;
  readonly fit: Readonly<Record<string, ExactFit>>;
  readonly leaveOneOut: Readonly<Record<string, { penalty: string; error: number }[]>>;
}

export const exactResults = (): ExactResults =>
  JSON.parse(readFileSync(fixture("small-table.expected.json"), "utf8"));

/** Random counts, and targets that are a function of them plus noise. */
export function randomTable(rowCount: number, featureCount: number, seed: string): TrainingTable {
  const draws = randomMatrix(rowCount, featureCount + 1, seed).data;
  const counts = createMatrix(rowCount, featureCount);
  const targets = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (let i = 0; i < featureCount; i++) {
      counts.data[row * featureCount + i] = Math.round(100 * Math.abs(draws[row * (featureCount + 1) + i]!));
    }
    const [a = 0, b = 0] = counts.data.subarray(row * featureCount, (row + 1) * featureCount);
    targets[row] = 0.6 + a / 2000 - (b / 500) ** 2 + draws[row * (featureCount + 1) + featureCount]! / 200;
  }
  const featureNames = Array.from({ length: featureCount }, (_, i) => `x${i}`);
  return { featureNames, counts, targets };
}
