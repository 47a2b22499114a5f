/**
 * Features files: JSON Lines with an id and feature columns a row, and whatever else the row had.
 * Format: docs/formats.md; the original's files are read as they are.
 */
import {
  BadInputError,
  createManifest,
  type Json,
  type JsonObject,
  writeManifest,
} from "../../base/index.js";
import {
  type ParsedRow,
  type Preference,
  parseUnjudgedPair,
  type ReadOptions,
  type ReadResult,
  RowFields,
  readJsonLines,
  writeJsonLines,
} from "../../datasets/index.js";
import { fitBins } from "../counting/bins.js";
import { binsToJson } from "../counting/bins-json.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import { methodSettings } from "./features-manifest.js";
import { parseFeatures } from "./parse-features.js";
import { formatProvenance, MarkLog, PROVENANCE_COLUMN, type Provenance } from "./provenance.js";

/** One row of a features file. */
export interface FeatureRow {
  readonly id: string;
  readonly features: Features;
}

/** A features file's rows, and what made them; null where the rows do not say. */
export interface FeaturesFile extends ReadResult<FeatureRow> {
  readonly provenance: Provenance | null;
}

/**
 * Reads a features file, plain or gzip. A row needs an id (`id`, `comparison_id` or `prompt_hash`); feature
 * columns that are absent or null give no tag.
 * @throws {BadInputError} listing every problem; also where no row has a single feature column, and (with
 * `skipBad` too) where rows were made with different definitions, encoders or analyzers
 */
export async function readFeaturesFile(path: string, options: ReadOptions = {}): Promise<FeaturesFile> {
  let anyColumn = false;
  const marks = new MarkLog("tag all rows in one way: `hyper tags --recompute`");
  const result = await readJsonLines(
    path,
    (row, place): ParsedRow<FeatureRow> => {
      const fields = new RowFields(row, place);
      const id = fields.requiredText("id", "comparison_id", "prompt_hash");
      const { features, present, problems } = parseFeatures(row, place);
      anyColumn ||= present.length > 0;
      const flaw = marks.add(ownValue(row, PROVENANCE_COLUMN), place);
      return withProblems(
        fields.parsed(id, { id, features }),
        flaw === null ? problems : [...problems, flaw],
      );
    },
    options,
  );
  if (!anyColumn && result.rows.length > 0) {
    throw new BadInputError([
      {
        place: path,
        rule: `no row has any of the feature columns ${FEATURE_COLUMNS.join(", ")}`,
        remedy: "make them with `hyper tags`",
      },
    ]);
  }
  marks.settle();
  return { ...result, provenance: marks.provenance };
}

function ownValue(row: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** A preference pair with its row as it was read. */
export interface PreferenceRow {
  readonly preference: Preference;
  readonly row: JsonObject;
}

/** Reads preference pairs to be tagged, keeping every row whole and checking features that are already there. */
export function readPreferenceRows(
  path: string,
  options: ReadOptions = {},
): Promise<ReadResult<PreferenceRow>> {
  return readJsonLines(
    path,
    (row, place) => {
      const { id, value, problems } = parseUnjudgedPair(row, place);
      const pair = value === undefined ? undefined : { preference: value, row };
      return withProblems({ id, value: pair, problems }, parseFeatures(row, place).problems);
    },
    options,
  );
}

function withProblems<T>(parsed: ParsedRow<T>, more: ParsedRow<T>["problems"]): ParsedRow<T> {
  if (more.length === 0) return parsed;
  return { id: parsed.id, problems: [...parsed.problems, ...more] };
}

export interface FeaturesFileInfo {
  /** What made it, for the manifest. */
  readonly command: string;
  readonly provenance: Provenance;
  /** Files the rows come from. */
  readonly inputs: readonly string[];
}

/**
 * Writes rows with their features, in order, whole or not at all, and a manifest with the methods and the bins fitted
 * to the file beside it.
 * @param rows whatever each row holds, its id among it; feature columns of the same name are replaced. A row with all
 * of them keeps its mark, or has none; others get that of `info`
 * @throws {RangeError} if the lengths differ
 */
export async function writeFeaturesFile(
  path: string,
  rows: readonly JsonObject[],
  features: readonly Features[],
  info: FeaturesFileInfo,
): Promise<void> {
  if (rows.length !== features.length) {
    throw new RangeError(`writeFeaturesFile: ${rows.length} rows for ${features.length} rows of features`);
  }
  // Before the file is written: it may take the place of its own input.
  const manifest = await createManifest({
    command: info.command,
    settings: {
      ...methodSettings(info.provenance),
      rows: rows.length,
      bins: binsToJson(fitBins(features)),
    },
    inputs: info.inputs,
  });
  writeJsonLines(path, mergeRows(rows, features, formatProvenance(info.provenance)));
  writeManifest(path, manifest);
}

function* mergeRows(
  rows: readonly JsonObject[],
  features: readonly Features[],
  mark: string,
): Generator<JsonObject> {
  for (const [i, row] of rows.entries()) {
    const isGiven = FEATURE_COLUMNS.every((column) => Object.hasOwn(row, column));
    const marking: JsonObject = isGiven ? {} : { [PROVENANCE_COLUMN]: mark };
    yield { ...row, ...(features[i] as unknown as JsonObject), ...marking };
  }
}
