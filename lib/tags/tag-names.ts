/** Tags as people write them: `safety_concern=high`, `subject_of_expertise=Law`, `rouge=low`. */
import { BadInputError, similarName } from "../base/index.js";
import { formatTag, TAG_NAMES, TAGS, type Tag, tagColumn } from "./tag.js";

const BIN_NAMES = ["low", "middle", "high"] as const;

/**
 * The short name of a tag, unlike every other tag's: `dimension=value`; the bins of measures and lengths are low,
 * middle and high; a dimension with a single tag is its name alone (`format_constraints`).
 */
export function shortTagName(tag: Tag): string {
  switch (tag.kind) {
    case "measure":
      return `${tag.measure}=${BIN_NAMES[tag.bin]}`;
    case "subject":
      return `subject_of_expertise=${tag.subject}`;
    case "language":
      return `languages=${tag.language}`;
    case "scalar":
      return `${tag.dimension}=${tag.value}`;
    case "open-set":
      return tag.dimension;
  }
}

/** The short names of all 90 tags in vocabulary order. */
export const SHORT_TAG_NAMES: readonly string[] = TAGS.map(shortTagName);

const COLUMN_OF_SHORT_NAME: ReadonlyMap<string, number> = new Map(
  SHORT_TAG_NAMES.map((name, column) => [keyOf(name), column]),
);

/** The column of a tag by its short name, in any case, or by its full feature string; undefined where it is none. */
export function columnOfTagName(text: string): number | undefined {
  return tagColumn(text.trim()) ?? COLUMN_OF_SHORT_NAME.get(keyOf(text));
}

/**
 * {@link columnOfTagName}, of a text that has to be a tag.
 * @param place where the text stands, for the message
 * @throws {BadInputError} with the tag most like it
 */
export function readTagName(text: string, place: string): number {
  const column = columnOfTagName(text);
  if (column !== undefined) return column;
  const similar = similarName(text.trim(), text.includes("::") ? TAG_NAMES : SHORT_TAG_NAMES);
  const form = `${shortTagName(TAGS[0]!)}, or in full ${formatTag(TAGS[0]!)}`;
  throw new BadInputError([
    {
      place,
      value: text,
      rule: "no tag of the vocabulary",
      remedy: similar === null ? `write a tag as in ${form}` : `did you mean ${JSON.stringify(similar)}?`,
    },
  ]);
}

function keyOf(name: string): string {
  return name
    .trim()
    .replace(/\s*=\s*/, "=")
    .toLowerCase();
}
