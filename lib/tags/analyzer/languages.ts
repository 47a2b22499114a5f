/**
 * Languages of a prompt: by script where a script settles it, else piece by piece (sentences, what follows a
 * colon, quotations) by English's own words and the identifier's n-grams. Where neither says clearly, English:
 * it is by far the most frequent language, and the only one that is a tag.
 */
import { sentences, words } from "../../text/index.js";
import { guessLanguage } from "./language-detector.js";
import {
  ENGLISH_WORDS,
  GREETINGS,
  MALAY_WORDS,
  SCRIPT_LANGUAGES,
  SHARED_SCRIPTS,
  SHARED_WORDS,
  SWAHILI_WORDS,
  TELLING,
} from "./language-profiles.js";

/** A further language counts when it has at least this share of the letters: a quoted word is not one. */
const MIN_SHARE = 0.15;
/** … and at least so many letters where English is there too. */
const MIN_LETTERS_BESIDE_ENGLISH = 18;
/** English is there beside another language from so many letters of its own on. */
const MIN_ENGLISH_LETTERS = 6;
/** This share of words that only English has settles a piece without the identifier. */
const CLEAR_ENGLISH_SHARE = 0.2;
/** Fewer words say too little for n-grams, unless letters beyond ASCII speak as well. */
const MIN_WORDS = 3;
/** The identifier's English score over its best one, from which on the piece is English after all. */
const ENGLISH_RATIO = { plain: 0.8, withEnglishWord: 0.5, beyondAscii: 0.95 } as const;
/** One character of these scripts says as much as several letters. */
const DENSE_SCRIPTS = new Set(["Han", "Hiragana", "Katakana", "Hangul"]);
const DENSE_WEIGHT = 3;

/** Less than that, and the piece is foreign even where the identifier calls its answer unreliable. */
const UNRELIABLE_RATIO = 0.4;
/** So many of its commonest words make a piece Swahili, which the identifier does not know. */
const MIN_SWAHILI_WORDS = 2;
const MAX_GREETING_LENGTH = 12;

const SCRIPTS = SCRIPT_LANGUAGES.map(([script, language]) => ({
  language,
  pattern: new RegExp(`\\p{Script=${script}}`, "gu"),
  weight: DENSE_SCRIPTS.has(script) ? DENSE_WEIGHT : 1,
}));
const SHARED = SHARED_SCRIPTS.map(([script, fallback, languages]) => ({
  script,
  fallback,
  languages,
  letter: new RegExp(`\\p{Script=${script}}`, "gu"),
  run: new RegExp(`[\\p{Script=${script}}\\p{M}\\s]+`, "gu"),
}));
const LATIN = /\p{Script=Latin}/gu;
const LATIN_LETTER = /\p{Script=Latin}/u;
const BEYOND_LATIN = /[^\0-\u024f\u2000-\u206f]/;
const BEYOND_ASCII_LETTER = /[\u00c0-\u024f\u1e00-\u1eff]/;
/** Code and addresses are in no language. */
const NOT_LANGUAGE = /```[^`]*(?:```|$)|`[^`\n]*`|\bhttps?:\/\/\S+|\bwww\.\S+/g;
const PIECES = /(?<=:)\s+|[“”«»"„]|(?<=\s)['‘]|['’](?=[\s.,;:?!]|$)/;

/** English names of the languages of a text, the most used first; none for a text without letters. */
export function findLanguages(text: string): string[] {
  const prose = text.replace(NOT_LANGUAGE, " ");
  const greeting = prose.length <= MAX_GREETING_LENGTH ? GREETINGS[words(prose)[0] ?? ""] : undefined;
  if (greeting !== undefined) return [greeting];
  const letters = new Map<string, number>();
  const add = (language: string, count: number): void => {
    if (count > 0) letters.set(language, (letters.get(language) ?? 0) + count);
  };
  if (BEYOND_LATIN.test(prose)) for (const [language, count] of scriptLanguages(prose)) add(language, count);
  let undecided = 0;
  for (const piece of sentences(prose).flatMap((sentence) => sentence.split(PIECES))) {
    const count = piece.match(LATIN)?.length ?? 0;
    if (count === 0) continue;
    const language = latinLanguage(piece);
    if (language === null) undecided += count;
    else add(language, count);
  }
  if (undecided > 0) add(letters.size === 0 || letters.has("English") ? "English" : most(letters), undecided);
  return selectLanguages(letters);
}

/** The languages with enough letters; the first always. */
function selectLanguages(letters: ReadonlyMap<string, number>): string[] {
  const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const ranked = [...letters].sort(([, a], [, b]) => b - a);
  const hasEnglish = (letters.get("English") ?? 0) >= MIN_ENGLISH_LETTERS;
  const kept = ranked.filter(([language, count]) => {
    if (language === "English") return count === total || count >= MIN_ENGLISH_LETTERS;
    return count >= MIN_SHARE * total && (!hasEnglish || count >= MIN_LETTERS_BESIDE_ENGLISH);
  });
  return (kept.length > 0 ? kept : ranked.slice(0, 1)).map(([language]) => language);
}

function most(letters: ReadonlyMap<string, number>): string {
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function scriptLanguages(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language, pattern, weight } of SCRIPTS) {
    const count = (text.match(pattern)?.length ?? 0) * weight;
    if (count > 0) counts.set(language, (counts.get(language) ?? 0) + count);
  }
  // Kana settles that the Han characters beside it are Japanese.
  if (counts.has("Japanese") && counts.has("Chinese")) {
    counts.set("Japanese", counts.get("Japanese")! + counts.get("Chinese")!);
    counts.delete("Chinese");
  }
  for (const shared of SHARED) {
    const count = text.match(shared.letter)?.length ?? 0;
    if (count > 0) counts.set(sharedScriptLanguage(text, shared), count);
  }
  return counts;
}

function sharedScriptLanguage(
  text: string,
  { script, fallback, languages, run }: (typeof SHARED)[number],
): string {
  const own = (text.match(run) ?? []).join(" ");
  const told = TELLING.find(([, of, letters]) => of === script && letters.test(own));
  if (told) return told[0];
  const { language } = guessLanguage(own);
  return language !== null && languages.includes(language) ? language : fallback;
}

/** The language of a piece in the Latin script; null where it could be any. */
function latinLanguage(piece: string): string | null {
  const all = words(piece).filter((word) => LATIN_LETTER.test(word));
  const english = all.filter((word) => ENGLISH_WORDS.has(word));
  const own = english.filter((word) => !SHARED_WORDS.has(word)).length;
  if (own > 0 && own >= CLEAR_ENGLISH_SHARE * all.length) return "English";
  const beyondAscii = BEYOND_ASCII_LETTER.test(piece);
  if (all.length < (beyondAscii ? MIN_WORDS - 1 : MIN_WORDS)) return own > 0 ? "English" : null;
  if (isNames(piece, all.length)) return null;
  if (own === 0 && hits(all, SWAHILI_WORDS) >= MIN_SWAHILI_WORDS) return "Swahili";
  const { language, englishRatio, reliable } = guessLanguage(piece);
  if (language === "English") return "English";
  if (language === null || (!reliable && (own > 0 || englishRatio >= UNRELIABLE_RATIO))) return null;
  const bar =
    own > 0 ? ENGLISH_RATIO.withEnglishWord : beyondAscii ? ENGLISH_RATIO.beyondAscii : ENGLISH_RATIO.plain;
  if (englishRatio >= bar) return english.length > 0 ? "English" : null;
  return knownLanguage(language, all);
}

/** Malay and Indonesian are one to the identifier. */
function knownLanguage(language: string, all: readonly string[]): string {
  if (language !== "Malay") return language;
  return hits(all, MALAY_WORDS) > 0 ? "Malay" : "Indonesian";
}

function hits(all: readonly string[], list: ReadonlySet<string>): number {
  return all.filter((word) => list.has(word)).length;
}

/** A row of capitalised words is names or a title, which may be foreign in any language. */
function isNames(piece: string, wordCount: number): boolean {
  return wordCount <= 6 && !/(?:^|[\s'’(])\p{Ll}/u.test(piece) && /\p{Ll}/u.test(piece);
}
