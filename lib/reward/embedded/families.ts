/** Feature families and their places in the raw column space. */
import { PROMPT_CLASSES } from "./prompt-class.js";
import { STYLE_FEATURES } from "./style/index.js";

/**
 * - `style`: the style features.
 * - `class-style`: each style feature within each class of prompts.
 * - `ngrams`: words and word pairs of the response.
 * - `class-words`: words of the response within each class of prompts.
 * - `crosses`: a content word of the prompt with one of the response: which answer fits which question.
 * - `refusal`: words and word pairs of the prompt where the response refuses: what to refuse.
 */
export const FAMILIES = ["style", "class-style", "ngrams", "class-words", "crosses", "refusal"] as const;
export type Family = (typeof FAMILIES)[number];
/** Families whose columns are hashes. */
export type HashedFamily = Exclude<Family, "style" | "class-style">;

export const STYLE_COUNT = STYLE_FEATURES.length;
export const CLASS_STYLE_COUNT = PROMPT_CLASSES.length * STYLE_COUNT;
/** Columns below this are style columns; hashed families follow, each with its own range. */
export const DENSE_COUNT = STYLE_COUNT + CLASS_STYLE_COUNT;
/** Columns of one hashed family: 2^17. */
export const HASHED_SIZE = 1 << 17;
export const RAW_COLUMN_COUNT = DENSE_COUNT + 4 * HASHED_SIZE;

/** The first column of a hashed family. */
export function hashedStart(family: HashedFamily): number {
  return DENSE_COUNT + (FAMILIES.indexOf(family) - 2) * HASHED_SIZE;
}

/** The family of a raw column. */
export function familyOf(column: number): Family {
  if (column < STYLE_COUNT) return "style";
  if (column < DENSE_COUNT) return "class-style";
  return FAMILIES[2 + Math.floor((column - DENSE_COUNT) / HASHED_SIZE)]!;
}
