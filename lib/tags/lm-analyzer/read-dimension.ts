/** One dimension's value from a model's JSON: put right where its meaning is plain, refused where it is not. */
import { type Json, shorten } from "../../base/index.js";
import type { DescriptiveFeatures } from "../analyzer/analyze-prompt.js";
import { SCALAR_DIMENSIONS, type ScalarDimension } from "../vocabulary.js";
import { foldName, scalarNamed, subjectNamed } from "./closed-values.js";
import type { Dimension } from "./dimensions.js";
import { isNoLanguage, languageNamed } from "./language-names.js";
import { wellFormed } from "./shown-turns.js";

export type DimensionValue = DescriptiveFeatures[Dimension];
export type ReadDimension = { readonly value: DimensionValue } | { readonly problem: string };

/** Entries of an open list that are kept, and characters of each. */
const MAX_ENTRIES = 20;
const MAX_ENTRY_LENGTH = 80;

/** Reads a value; the subjects are all that are named, be they more than count. */
export function readDimension(dimension: Dimension, value: Json | undefined): ReadDimension {
  if (value === undefined) return { problem: `"${dimension}" is missing` };
  if (isScalar(dimension)) return readScalar(dimension, value);
  const texts = textsOf(value);
  if (texts === null) return problem(dimension, "a list of texts", value);
  if (dimension === "subject_of_expertise") return readNames(dimension, texts, subjectNamed);
  if (dimension === "languages") return readNames(dimension, texts, naturalLanguage);
  const entries = texts.flatMap((text) => (Array.isArray(value) ? [text] : text.split(/[,;\n]/)));
  return { value: openEntries(entries) };
}

function isScalar(dimension: Dimension): dimension is ScalarDimension {
  return (SCALAR_DIMENSIONS as readonly string[]).includes(dimension);
}

function readScalar(dimension: ScalarDimension, value: Json): ReadDimension {
  const single = Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value;
  const found = typeof single === "string" ? scalarNamed(dimension, single) : null;
  return found === null ? problem(dimension, "one of its values", value) : { value: found as DimensionValue };
}

/** Null and "" are empty lists; null for what holds anything but texts. */
function textsOf(value: Json): string[] | null {
  const list: readonly Json[] = Array.isArray(value) ? value : value === null ? [] : [value as Json];
  return list.every((one) => typeof one === "string")
    ? list.map((one) => String(one).trim()).filter((one) => one !== "")
    : null;
}

/** "" for what is to be passed over. */
function naturalLanguage(text: string): string | null {
  return isNoLanguage(text) ? "" : languageNamed(text);
}

/** Names of a closed set; a text that is no name may hold several. */
function readNames(
  dimension: Dimension,
  texts: readonly string[],
  named: (text: string) => string | null,
): ReadDimension {
  const found = new Set<string>();
  for (const text of texts) {
    const whole = named(text);
    const parts = whole === null ? text.split(/[,;/\n]| and /).map((part) => part.trim()) : [];
    const names = whole === null ? parts.filter((part) => part !== "").map(named) : [whole];
    if (names.length === 0 || names.includes(null)) return problem(dimension, "known names", text);
    for (const name of names) if (name !== "") found.add(name!);
  }
  return { value: [...found] };
}

/** What models write where there is nothing to name. */
const NOTHING: ReadonlySet<string> = new Set(
  (
    "none,no,nil,null,na,n a,not applicable,not specified,unspecified,nothing,empty,no constraint,no format constraint," +
    "no specific format,no material,no in context material,plain text,none specified,no special format,open,free form"
  )
    .split(",")
    .map(foldName),
);

/** Distinct entries, without those that say that there are none. */
function openEntries(texts: readonly string[]): string[] {
  const entries = texts
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !NOTHING.has(foldName(text)))
    .map((text) =>
      text.length > MAX_ENTRY_LENGTH ? `${wellFormed(text.slice(0, MAX_ENTRY_LENGTH))}…` : text,
    );
  return [...new Set(entries)].slice(0, MAX_ENTRIES);
}

function problem(dimension: Dimension, rule: string, value: Json): ReadDimension {
  return { problem: `"${dimension}" must hold ${rule}, not ${shorten(JSON.stringify(value))}` };
}
