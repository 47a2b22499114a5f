/** Words: what overlap measures and lexicons compare. */

/**
 * A run of letters, digits and their marks, with inner apostrophes; in scripts that are written without
 * spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every character. A run is cut after 9,999 characters, since a
 * pattern without bounds overflows its stack on some megabytes without a space.
 */
const SPACELESS =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const WORD = new RegExp(
  `[${SPACELESS}]\\p{M}{0,999}|` +
    `(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}]){1,9999}(?:'(?:(?![${SPACELESS}])[\\p{L}\\p{N}]){1,9999}){0,999}`,
  "gu",
);
/** The common case, tried first because it is several times faster: nothing beyond ASCII. */
const ASCII_WORD = /[a-z0-9]{1,9999}(?:'[a-z0-9]{1,9999}){0,999}/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The words of a text, lower-cased, in order; typographic apostrophes count as plain ones. */
export function words(text: string): string[] {
  const { lower, pattern } = prepare(text);
  return lower.match(pattern) ?? [];
}

/** The first words of a text, as {@link words} gives them; a long rest costs little. */
export function firstWords(text: string, maxCount: number): string[] {
  // One match after the other is slower where all are wanted.
  if (text.length <= LONG_WORD * maxCount) return words(text).slice(0, maxCount);
  const { lower, pattern } = prepare(text);
  const found: string[] = [];
  for (const [word] of lower.matchAll(pattern)) {
    if (found.length === maxCount) break;
    found.push(word);
  }
  return found;
}

/** A text with this many characters a word wanted has probably more words. */
const LONG_WORD = 16;

function prepare(text: string): { lower: string; pattern: RegExp } {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return { lower, pattern: ASCII_WORD };
  return { lower: lower.replaceAll("\u2019", "'"), pattern: WORD };
}
