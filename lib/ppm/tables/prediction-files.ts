/** Predictions as CSV, each with a manifest beside it. */
import { BadInputError, createManifest, type JsonObject, writeCsv, writeManifest } from "../../base/index.js";
import type { CrossValidation } from "../validation/cross-validation.js";
import type { FoldStatistic } from "../validation/fold-statistic.js";
import type { CountTable } from "./count-table.js";

/** What made a file. */
type Provenance = Omit<Parameters<typeof createManifest>[0], "settings">;

/** Columns of numbers, one a row of the table. */
export type NumberColumns = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Writes out-of-fold predictions: `row` (from 0), `fold`, `actual`, `predicted`, in the table's order; the rows of
 * several repeats one after the other, with `repeat` (from 0) first.
 * @param runs the repeats; one for a plain cross-validation
 * @param columns further columns of the first repeat, such as the ends of intervals
 */
export async function writeCrossValidation(
  path: string,
  runs: CrossValidation | readonly CrossValidation[],
  provenance: Provenance & { readonly settings?: JsonObject },
  columns: NumberColumns = {},
): Promise<void> {
  const all = "folds" in runs ? [runs] : runs;
  const settings = provenance.settings ?? summarizeCrossValidation(all[0]!);
  const manifest = await createManifest({ ...provenance, settings });
  const added = Object.keys(columns);
  const names = ["row", "fold", "actual", "predicted", ...added];
  writeCsv(
    path,
    all.length > 1 ? ["repeat", ...names] : names,
    all.flatMap(({ foldOf, actual, predicted }, repeat) =>
      Array.from(predicted, (value, row) => ({
        ...{ repeat, row, fold: foldOf[row]!, actual: actual[row]!, predicted: value },
        ...Object.fromEntries(added.map((name) => [name, repeat === 0 ? columns[name]![row]! : ""])),
      })),
    ),
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
 * Writes the table's rows, all columns unchanged, with a column `predicted` and any further ones at the end.
 * @param predicted one a row of the table
 * @throws {BadInputError} if the table has a column of such a name already
 */
export async function writePredictions(
  path: string,
  { csv }: CountTable,
  predicted: Float64Array,
  provenance: Provenance & { readonly settings?: JsonObject },
  columns: NumberColumns = {},
): Promise<void> {
  const added: NumberColumns = { predicted, ...columns };
  checkNewColumns(csv, Object.keys(added));
  const manifest = await createManifest({ ...provenance, settings: provenance.settings ?? {} });
  const rows = csv.rows.map((record, row) => ({
    ...record,
    ...Object.fromEntries(Object.entries(added).map(([name, values]) => [name, values[row]!])),
  }));
  writeCsv(path, [...csv.columns, ...Object.keys(added)], rows);
  writeManifest(path, manifest);
}

/** @throws {BadInputError} listing names that the table has already */
export function checkNewColumns({ path, columns }: CountTable["csv"], names: readonly string[]): void {
  const rule = "the table has a column of the name that predictions get";
  const problems = names
    .filter((name) => columns.includes(name))
    .map((value) => ({ place: `${path}:1`, value, rule, remedy: "rename it" }));
  if (problems.length > 0) throw new BadInputError(problems);
}
