/** Lists of words by family, found in one pass over a text with the common forms of nouns and regular verbs. */
import { lazy } from "../../../base/index.js";

const TOKEN = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*\+?/gu;
const MAX_TOKENS = 160;

/** Calls back for each family that a word or phrase at a place belongs to. */
export type FamilyScanner = (tokens: readonly string[], note: (family: string, at: number) => void) => void;

/** The words of a lower-case text, at most {@link MAX_TOKENS}. */
export function tokensOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).slice(0, MAX_TOKENS);
}

type FamilyIndex = ReadonlyMap<
  string,
  readonly { readonly rest: readonly string[]; readonly family: string }[]
>;

/**
 * A scanner of word lists; they are compiled when first needed.
 * @param families name → words by blanks; `_` joins a phrase, `=` takes a word without its forms
 */
export function compileScanner(families: Iterable<readonly [string, string]>): FamilyScanner {
  const compiled = lazy(() => indexFamilies(families));
  return (tokens, note) => {
    const byFirst = compiled();
    tokens.forEach((token, i) => {
      for (const { rest, family } of byFirst.get(token) ?? [])
        if (rest.every((word, j) => sameWord(tokens[i + 1 + j], word))) note(family, i);
    });
  };
}

function indexFamilies(families: Iterable<readonly [string, string]>): FamilyIndex {
  const byFirst = new Map<string, { readonly rest: readonly string[]; readonly family: string }[]>();
  for (const [family, list] of families) {
    for (const term of list.trim().split(/\s+/)) {
      const [first, ...rest] = term.replace(/^=/, "").split("_") as [string, ...string[]];
      for (const form of term.startsWith("=") ? [first] : formsOf(first)) {
        const known = byFirst.get(form);
        if (known === undefined) byFirst.set(form, [{ rest, family }]);
        else known.push({ rest, family });
      }
    }
  }
  return byFirst;
}

/** A word of a phrase after the first: as it stands, in the plural or possessive. */
function sameWord(token: string | undefined, word: string): boolean {
  return token === word || token === `${word}s` || token === `${word}'s`;
}

/** Forms of a noun or regular verb; some that do not exist, which do no harm. */
function formsOf(word: string): string[] {
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  const forms = [word, `${word}s`, `${word}'s`, `${stem}ing`, `${stem}ed`];
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word))
    forms.push(`${word}${word.at(-1)}ing`, `${word}${word.at(-1)}ed`);
  if (/(?:s|x|ch|sh)$/.test(word)) forms.push(`${word}es`);
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  return [...new Set(forms)];
}
