/** Finds the terms of word lists in a text, in one pass over its words. */
import { lazy } from "../../base/index.js";
import { words } from "../../text/index.js";

/** A term of one or more words; with `prefix`, the last one stands for every word that starts so. */
interface Term<Label> {
  readonly stems: readonly string[];
  readonly name: string;
  readonly prefix: boolean;
  readonly label: Label;
}

/** An occurrence of a term: the place of its first word, and how many words it has. */
export interface TermHit<Label> {
  readonly label: Label;
  readonly term: string;
  readonly at: number;
  readonly length: number;
}

/** Reports each occurrence of each term, in the order of the text. */
export type TermMatcher<Label> = (stems: readonly string[]) => TermHit<Label>[];

const MIN_PREFIX_LENGTH = 3;

/**
 * A matcher of word lists; they are compiled when first needed.
 * @param lists label → terms, parted by commas; `stem*` stands for every word that starts so
 */
export function compileTerms<Label>(lists: Iterable<readonly [Label, string]>): TermMatcher<Label> {
  const compiled = lazy(() => indexTerms(lists));
  return (stems) => {
    const { byFirstWord, byPrefix } = compiled();
    return stems.flatMap((stem, at) => {
      const candidates = [...(byFirstWord.get(stem) ?? []), ...prefixTerms(stem, byPrefix)];
      return candidates
        .filter((term) => occursAt(term, stems, at))
        .map((term) => ({ label: term.label, term: term.name, at, length: term.stems.length }));
    });
  };
}

interface TermIndex<Label> {
  readonly byFirstWord: ReadonlyMap<string, Term<Label>[]>;
  readonly byPrefix: ReadonlyMap<string, Term<Label>[]>;
}

function indexTerms<Label>(lists: Iterable<readonly [Label, string]>): TermIndex<Label> {
  const byFirstWord = new Map<string, Term<Label>[]>();
  const byPrefix = new Map<string, Term<Label>[]>();
  for (const [label, list] of lists) {
    for (const written of list.split(",")) {
      const prefix = written.trim().endsWith("*");
      const stems = prefix ? words(spellOut(written)) : stemsOf(written);
      if (stems.length === 0) continue;
      const index = prefix && stems.length === 1 ? byPrefix : byFirstWord;
      const term = { stems, name: stems.join(" "), prefix, label };
      const known = index.get(stems[0]!);
      if (known) known.push(term);
      else index.set(stems[0]!, [term]);
    }
  }
  return { byFirstWord, byPrefix };
}

function prefixTerms<Label>(stem: string, byPrefix: ReadonlyMap<string, Term<Label>[]>): Term<Label>[] {
  const found: Term<Label>[] = [];
  for (let length = MIN_PREFIX_LENGTH; length <= Math.min(stem.length, 24); length++) {
    const terms = byPrefix.get(stem.slice(0, length));
    if (terms) found.push(...terms);
  }
  return found;
}

function occursAt<Label>({ stems, prefix }: Term<Label>, text: readonly string[], at: number): boolean {
  const last = stems.length - 1;
  return stems.every((stem, i) =>
    prefix && i === last ? (text[at + i]?.startsWith(stem) ?? false) : text[at + i] === stem,
  );
}

/** The words of a text as they are compared: lower-cased, plurals and possessives cut. */
export function stemsOf(text: string): string[] {
  return words(spellOut(text)).map(stemOf);
}

/** Names that would lose their sign as words. */
function spellOut(text: string): string {
  return text.replace(/\bc\+\+/gi, "cplusplus").replace(/\b([cf])#/gi, "$1sharp");
}

/** Words that would turn into others. */
const NO_PLURALS: ReadonlySet<string> = new Set(["news", "aids", "graves", "windows", "lens"]);

function stemOf(word: string): string {
  const base = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (base.length <= 3 || !base.endsWith("s") || NO_PLURALS.has(base)) return base;
  if (/(?:ss|us|is)$/.test(base)) return base;
  if (base.endsWith("ies") && base.length > 4) return `${base.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz|\w{3}o)es$/.test(base)) return base.slice(0, -2);
  return base.slice(0, -1);
}
