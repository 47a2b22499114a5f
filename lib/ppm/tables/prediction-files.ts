/** Predictions as CSV, each with a manifest beside it. */
import { BadInputError, createManifest, type JsonObject, writeCsv, writeManifest } from "../../base/index.js";
import type { CrossValidation, FoldStatistic } from "../validation/cross-validation.js";
import type { CountTable } from "./count-table.js";

/** What made a file. */
type Provenance = Omit<Parameters<typeof createManifest>[0], "settings">;

/** Writes out-of-fold predictions: `row` (from 0), `fold`, `actual`, `predicted`, in the table's order. */
export async function writeCrossValidation(
  path: string,
  validation: CrossValidation,
  provenance: Provenance,
): Promise<void> {
  const { foldOf, actual, predicted } = validation;
  const manifest = await createManifest({ ...provenance, settings: summarizeCrossValidation(validation) });
  writeCsv(
    path,
    ["row", "fold", "actual", "predicted"],
    Array.from(predicted, (value, row) => ({
      row,
      fold: foldOf[row]!,
      actual: actual[row]!,
      predicted: value,
    })),
  );
  writeManifest(path, manifest);
}

/** The figures of a cross-validation as JSON; undefined ones are null. */
export function summarizeCrossValidation(validation: CrossValidation): JsonObject {
  const { family, scale, folds, predicted, spearman, rmse, details } = validation;
  return {
    family,
    scale,
    rows: predicted.length,
    folds: folds.length,
    spearman: statisticJson(spearman),
    rmse: statisticJson(rmse),
    details,
  };
}

function statisticJson({ mean, sd, pooled, perFold, undefinedFolds }: FoldStatistic): JsonObject {
  const defined = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    mean: defined(mean),
    sd: defined(sd),
    pooled: defined(pooled),
    perFold: perFold.map(defined),
    undefinedFolds,
  };
}

/**
 * Writes the table's rows, all columns unchanged, with a column `predicted` at the end.
 * @param predicted one a row of the table
 * @throws {BadInputError} if the table has such a column already
 */
export async function writePredictions(
  path: string,
  { csv }: CountTable,
  predicted: Float64Array,
  provenance: Provenance & { readonly settings?: JsonObject },
): Promise<void> {
  if (csv.columns.includes("predicted")) {
    const rule = "the table has a column of the name that predictions get";
    throw new BadInputError([{ place: `${csv.path}:1`, value: "predicted", rule, remedy: "rename it" }]);
  }
  const manifest = await createManifest({ ...provenance, settings: provenance.settings ?? {} });
  const rows = csv.rows.map((record, row) => ({ ...record, predicted: predicted[row]! }));
  writeCsv(path, [...csv.columns, "predicted"], rows);
  writeManifest(path, manifest);
}
