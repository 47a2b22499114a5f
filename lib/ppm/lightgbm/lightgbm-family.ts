/** The family `lightgbm`: boosted trees as performance prediction models. */

import { z } from "zod";
import type { Json, JsonObject } from "../../base/index.js";
import { createMatrix, type Matrix, matrixRow } from "../../math/index.js";
import type { PpmFamily, PpmShape, PreparedFits, TrainingTable } from "../family.js";
import type { Ppm } from "../ppm.js";
import type { LightGbmModel } from "./model.js";
import { formatLightGbmModel } from "./model-text.js";
import { type LightGbmParams, parseLightGbmParams } from "./params.js";
import { parseLightGbmModel } from "./parse-model.js";
import { trainLightGbm } from "./train.js";

/**
 * Boosted trees with these settings, the rest as LightGBM has them. NaN counts are missing values.
 * @throws {BadInputError} on unknown settings or values out of range
 */
export function lightgbmFamily(params: Partial<LightGbmParams> = {}): PpmFamily {
  const settings = parseLightGbmParams({ ...params });
  return {
    name: "lightgbm",
    acceptsMissing: true,
    needsScale: false,
    prepare: (table, scale) => prepareFits(table, scale, settings),
    fromJson,
  };
}

/** Bins depend on the training rows, so fits share nothing but the scaled counts. */
function prepareFits(
  { featureNames, counts, targets }: TrainingTable,
  scale: number,
  params: LightGbmParams,
): PreparedFits {
  const scaled: Matrix = { ...counts, data: counts.data.map((count) => count / scale) };
  const fitOn = (train: Int32Array): LightGbmModel =>
    trainLightGbm({
      rows: takeRows(scaled, train),
      targets: Float64Array.from(train, (row) => targets[row]!),
      params,
      featureNames,
    });
  return {
    fit(train) {
      const model = fitOn(train);
      return { ppm: new LightGbmPpm(model, scale), details: detailsOf(model) };
    },
    predictHeldOut(train, heldOut) {
      const model = fitOn(train);
      const predicted = Float64Array.from(heldOut, (row) => model.predict(matrixRow(scaled, row)));
      return { predicted, details: detailsOf(model) };
    },
  };
}

function takeRows(matrix: Matrix, rows: Int32Array): Matrix {
  const taken = createMatrix(rows.length, matrix.columns);
  for (const [i, row] of rows.entries()) taken.data.set(matrixRow(matrix, row), i * matrix.columns);
  return taken;
}

function detailsOf({ trees }: LightGbmModel): JsonObject {
  return { trees: trees.length, leaves: trees.reduce((total, tree) => total + tree.leafCount, 0) };
}

/** A LightGBM model of counts divided by a scale. */
export class LightGbmPpm implements Ppm {
  readonly family = "lightgbm";
  readonly featureNames: readonly string[];
  /** Trees are no polynomial. */
  readonly polynomial = null;
  /** Trees do not say how unsure they are. */
  readonly uncertainty = null;

  constructor(
    readonly model: LightGbmModel,
    readonly scale = 1,
  ) {
    this.featureNames = model.featureNames;
  }

  predict(counts: ArrayLike<number>): number {
    if (this.scale === 1) return this.model.predict(counts);
    const scaled = new Float64Array(counts.length);
    for (let i = 0; i < scaled.length; i++) scaled[i] = counts[i]! / this.scale;
    return this.model.predict(scaled);
  }

  predictMany(rows: readonly ArrayLike<number>[]): Float64Array {
    return Float64Array.from(rows, (row) => this.predict(row));
  }

  toJson(): JsonObject {
    return { text: formatLightGbmModel(this.model) };
  }
}

const SAVED = z.strictObject({ text: z.string() });

function fromJson({ featureNames, scale }: PpmShape, model: Json): Ppm {
  const { text } = SAVED.parse(model);
  return new LightGbmPpm(parseLightGbmModel(text, "model.text").withNames(featureNames), scale);
}
