/** Words: what overlap measures and lexicons compare. */

/**
 * A run of letters, digits and their marks, with inner apostrophes; in scripts that are written without
 * spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every character.
 */
const SPACELESS =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const WORD = new RegExp(
  `[${SPACELESS}]\\p{M}*|(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])+(?:'(?:(?![${SPACELESS}])[\\p{L}\\p{N}])+)*`,
  "gu",
);
/** The common case, tried first because it is several times faster: nothing beyond ASCII. */
const ASCII_WORD = /[a-z0-9]+(?:'[a-z0-9]+)*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The words of a text, lower-cased, in order; typographic apostrophes count as plain ones. */
export function words(text: string): string[] {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower.match(ASCII_WORD) ?? [];
  return lower.replaceAll("\u2019", "'").match(WORD) ?? [];
}
