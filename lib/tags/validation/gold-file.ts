/** Files of gold tags, and of predictions to score: JSON Lines with the descriptive columns of a features file. */
import { BadInputError, type JsonObject, type Problem } from "../../base/index.js";
import { type ParsedRow, RowFields, readJsonLines } from "../../datasets/index.js";
import { parseFeatures } from "../extraction/parse-features.js";
import { MarkLog, PROVENANCE_COLUMN } from "../extraction/provenance.js";
import { DESCRIPTIVE_DIMENSIONS, type DescriptiveTags, isGiven } from "./descriptive-tags.js";
import type { GoldRow } from "./dimension-rows.js";
import { commonDimensions } from "./validate-analysis.js";

export interface GoldFileOptions {
  /** Whether every row needs its prompt, as it does when an analyzer is to read it. Default true. */
  readonly prompts?: boolean;
}

/**
 * Reads gold tags: an id, a prompt, a group if wanted, and some of the descriptive columns. A column that is absent or
 * null is not annotated; an empty list says that there is none.
 * @throws {BadInputError} listing every problem: repeated ids, values that are none, rows without a single dimension …
 */
export async function readGoldFile(
  path: string,
  { prompts = true }: GoldFileOptions = {},
): Promise<GoldRow[]> {
  const { rows } = await readJsonLines(path, (row, place): ParsedRow<GoldRow> => {
    const fields = new RowFields(row, place);
    const id = fields.requiredText("id", "comparison_id", "prompt_hash");
    const prompt = prompts ? fields.requiredText("prompt", "text") : promptOf(row);
    const group = fields.optionalText("group") || undefined;
    const { tags, problems } = parseTags(row, place, false);
    if (problems.length === 0 && !DESCRIPTIVE_DIMENSIONS.some((dimension) => isGiven(tags, dimension))) {
      const remedy = "tag it, or take the row out of the gold";
      fields.problem("a gold row needs one of the eight descriptive columns at least", undefined, remedy);
    }
    const value = { id, prompt: prompt === "" ? id : prompt, group, tags };
    return withProblems(fields.parsed(id, value), problems);
  });
  return rows;
}

/** Predicted tags of one row of a features file. */
interface PredictedRow {
  readonly id: string;
  readonly prompt: string;
  readonly tags: DescriptiveTags;
}

/**
 * The predictions for gold rows from a features file, joined by id and in the gold's order; other rows are ignored.
 * A dimension that no row has is not scored. As in every features file, null in place of a list is an empty one.
 * @throws {BadInputError} listing the gold rows whose id the file does not have, or has with another prompt, and where
 * no dimension is on both sides; and as `readFeaturesFile`
 */
export async function readPredictedTags(
  path: string,
  gold: readonly GoldRow[],
): Promise<readonly DescriptiveTags[]> {
  const marks = new MarkLog("tag all rows in one way: `hyper tags --recompute`");
  const { rows } = await readJsonLines(path, (row, place): ParsedRow<PredictedRow> => {
    const fields = new RowFields(row, place);
    const id = fields.requiredText("id", "comparison_id", "prompt_hash");
    const { tags, problems } = parseTags(row, place, true);
    const flaw = marks.add(Object.hasOwn(row, PROVENANCE_COLUMN) ? row[PROVENANCE_COLUMN] : undefined, place);
    const all = flaw === null ? problems : [...problems, flaw];
    return withProblems(fields.parsed(id, { id, prompt: promptOf(row), tags }), all);
  });
  marks.settle();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const problems = gold.flatMap((row) => joinProblems(row, byId.get(row.id), path));
  if (problems.length > 0) throw new BadInputError(problems);
  const predicted = gold.map(({ id }) => byId.get(id)!.tags);
  checkCommon(gold, predicted, path);
  return predicted;
}

/** @throws {BadInputError} where no dimension is both in the gold and predicted */
export function checkCommon(
  gold: readonly GoldRow[],
  predicted: readonly (DescriptiveTags | null)[],
  place: string,
): void {
  if (commonDimensions(gold, predicted).length > 0) return;
  const named = DESCRIPTIVE_DIMENSIONS.filter((dimension) =>
    gold.some(({ tags }) => isGiven(tags, dimension)),
  );
  const rule = `has none of the dimensions that the gold has: ${named.join(", ")}`;
  throw new BadInputError([{ place, rule, remedy: "make them with `hyper tags`" }]);
}

function joinProblems(gold: GoldRow, found: PredictedRow | undefined, path: string): Problem[] {
  if (found === undefined) {
    const rule = "a row for every gold id is needed, and this one has none";
    return [{ place: path, value: gold.id, rule, remedy: "tag the same prompts, under the same ids" }];
  }
  if (found.prompt === "" || gold.prompt === gold.id || found.prompt === gold.prompt) return [];
  const rule = `the prompt of ${JSON.stringify(gold.id)} is not that of the gold`;
  return [{ place: path, value: found.prompt, rule, remedy: "tag the gold's prompts, or correct the ids" }];
}

/**
 * The descriptive columns of a row; absent ones stay absent.
 * @param emptyNulls whether null in place of a list is an empty list; else it is absent
 */
function parseTags(
  row: JsonObject,
  place: string,
  emptyNulls: boolean,
): { tags: DescriptiveTags; problems: readonly Problem[] } {
  const own = DESCRIPTIVE_DIMENSIONS.filter((dimension) => Object.hasOwn(row, dimension));
  const { features, problems } = parseFeatures(
    Object.fromEntries(own.map((dimension) => [dimension, row[dimension]!])),
    place,
  );
  const given = own.filter((dimension) => row[dimension] !== null || emptyNulls);
  return { tags: Object.fromEntries(given.map((dimension) => [dimension, features[dimension]])), problems };
}

function promptOf(row: JsonObject): string {
  const prompt = row.prompt ?? row.text;
  return typeof prompt === "string" ? prompt : "";
}

function withProblems<T>(parsed: ParsedRow<T>, more: readonly Problem[]): ParsedRow<T> {
  if (more.length === 0) return parsed;
  return { id: parsed.id, problems: [...parsed.problems, ...more] };
}
