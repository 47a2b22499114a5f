/**
 * Preference pairs from the project's own JSON Lines and from the original's features files.
 * Formats: docs/formats.md.
 */
import type { JsonObject } from "../base/index.js";
import {
  type ParsedRow,
  type ReadOptions,
  type ReadResult,
  readJsonLines,
  streamJsonLines,
} from "./json-lines.js";
import type { Preference } from "./preference.js";
import type { ReadLog } from "./read-log.js";
import { RowFields } from "./row-fields.js";
import { majorityLabel } from "./votes.js";

export interface PreferenceOptions extends ReadOptions {
  /** Whether each pair must have a human and an LM label, as training needs. Default `optional`. */
  readonly labels?: "optional" | "required";
}

/**
 * Reads a file of preference pairs, plain or gzip.
 * @throws {BadInputError} listing every problem (file:line, value, rule, remedy); with `skipBad`, only for a
 * file that cannot be used at all
 */
export function readPreferences(
  path: string,
  options: PreferenceOptions = {},
): Promise<ReadResult<Preference>> {
  return readJsonLines(path, preferenceParser(options), options);
}

/** The same pair by pair, for files that do not fit in memory; throws after the last good pair. */
export function streamPreferences(
  path: string,
  options: PreferenceOptions & { readonly log?: ReadLog } = {},
): AsyncGenerator<Preference> {
  return streamJsonLines(path, preferenceParser(options), options);
}

function preferenceParser(options: PreferenceOptions): typeof parsePreference {
  return options.labels === "required" ? parseLabelled : parsePreference;
}

/** One row as a pair; the row parser of {@link readPreferences}, for readers that need more fields than it. */
export function parsePreference(row: JsonObject, place: string): ParsedRow<Preference> {
  return toPreference(new RowFields(row, place), false);
}

/** The same where prompt and completions may be blank: nobody could judge such a pair, but it can be described. */
export function parseUnjudgedPair(row: JsonObject, place: string): ParsedRow<Preference> {
  return toPreference(new RowFields(row, place), false, (fields, names) => fields.presentText(...names));
}

function parseLabelled(row: JsonObject, place: string): ParsedRow<Preference> {
  return toPreference(new RowFields(row, place), true);
}

type TextOf = (fields: RowFields, names: readonly string[]) => string;
const textWithContent: TextOf = (fields, names) => fields.requiredText(...names);

function toPreference(
  fields: RowFields,
  labelsRequired: boolean,
  textOf: TextOf = textWithContent,
): ParsedRow<Preference> {
  const id = fields.requiredText("id", "comparison_id", "prompt_hash");
  const prompt = textOf(fields, ["prompt", "text"]);
  const completionA = textOf(fields, ["completion_a", "response_a"]);
  const completionB = textOf(fields, ["completion_b", "response_b"]);
  const modelA = fields.optionalText("model_a");
  const modelB = fields.optionalText("model_b");
  const source = fields.optionalText("source");
  const aggregate = fields.label("pref_human");
  const humanVotes = fields.labels("pref_human_votes");
  const human = aggregate ?? majorityLabel(humanVotes);
  const lm = fields.label("pref_lm", "pref_gpt4");
  if (labelsRequired && human === null && !fields.isFlawed("pref_human", "pref_human_votes")) {
    fields.problem(
      'a human label is required here: "pref_human" or "pref_human_votes"',
      undefined,
      "label it",
    );
  }
  if (labelsRequired && lm === null && !fields.isFlawed("pref_lm", "pref_gpt4")) {
    fields.problem('an LM label is required here: "pref_lm" or "pref_gpt4"', undefined, "label it");
  }
  const value = { id, prompt, completionA, completionB, modelA, modelB, source, humanVotes, human, lm };
  return fields.parsed(id, { ...value, extra: fields.rest() });
}
