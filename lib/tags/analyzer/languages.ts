/** Languages of a prompt: by script, and in the Latin script by common words, sentence by sentence. */
import { sentences, words } from "../../text/index.js";
import { COMMON_WORDS, SCRIPT_LANGUAGES, TELLING_LETTERS } from "./language-profiles.js";

/** A language counts when it has at least this share of the letters: a quoted word is not a second language. */
const MIN_SHARE = 0.2;
/** A Latin sentence is another language than English only with so many of its common words … */
const MIN_COMMON_WORDS = 2;
/** … making up at least this share of its words. */
const MIN_COMMON_SHARE = 0.2;
/** One character of these scripts says as much as several letters. */
const DENSE_SCRIPTS = new Set(["Han", "Hiragana", "Katakana", "Hangul"]);
const DENSE_WEIGHT = 3;

const SCRIPTS = SCRIPT_LANGUAGES.map(([script, language]) => ({
  language,
  pattern: new RegExp(`\\p{Script=${script}}`, "gu"),
  weight: DENSE_SCRIPTS.has(script) ? DENSE_WEIGHT : 1,
}));
const LATIN = /\p{Script=Latin}/gu;
const BEYOND_LATIN = /[^\0-\u024f]/;
const PROFILES = Object.entries(COMMON_WORDS).map(
  ([language, list]) => [language, new Set(list.split(/\s+/))] as const,
);

/** English names of the languages of a text, the most used first; none for a text without letters. */
export function findLanguages(text: string): string[] {
  const letters = new Map<string, number>();
  const add = (language: string, count: number): void => {
    if (count > 0) letters.set(language, (letters.get(language) ?? 0) + count);
  };
  if (BEYOND_LATIN.test(text)) for (const [language, count] of scriptLanguages(text)) add(language, count);
  for (const sentence of sentences(text)) {
    const count = sentence.match(LATIN)?.length ?? 0;
    if (count > 0) add(latinLanguage(sentence), count);
  }
  const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
  return [...letters]
    .filter(([, count]) => count >= MIN_SHARE * total)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language);
}

function scriptLanguages(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language, pattern, weight } of SCRIPTS) {
    const count = (text.match(pattern)?.length ?? 0) * weight;
    if (count > 0) counts.set(language, (counts.get(language) ?? 0) + count);
  }
  // Kana settles that the Han characters beside it are Japanese.
  if (counts.has("Japanese") && counts.has("Chinese")) move(counts, "Chinese", "Japanese");
  for (const [language, of, telling] of TELLING_LETTERS) {
    if (counts.has(of) && telling.test(text)) move(counts, of, language);
  }
  return counts;
}

function move(counts: Map<string, number>, from: string, to: string): void {
  counts.set(to, (counts.get(to) ?? 0) + counts.get(from)!);
  counts.delete(from);
}

/** The language with the most common words; English where nothing says otherwise clearly. */
function latinLanguage(sentence: string): string {
  const all = words(sentence);
  let best = { language: "English", hits: 0 };
  for (const [language, common] of PROFILES) {
    const hits = all.filter((word) => common.has(word)).length;
    if (hits > best.hits) best = { language, hits };
  }
  const clear = best.hits >= MIN_COMMON_WORDS && best.hits >= MIN_COMMON_SHARE * all.length;
  return clear ? best.language : "English";
}
