import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLanguages } from "../../lib/tags/analyzer/languages.js";

interface Sentence {
  readonly text: string;
  readonly languages: readonly string[];
}

/** Own sentences: 46 languages, English prompts with code, names and foreign words, and mixed ones. */
const SENTENCES = readFileSync(new URL("../fixtures/languages.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Sentence);
const isRight = ({ text, languages }: Sentence): boolean =>
  JSON.stringify(findLanguages(text).toSorted()) === JSON.stringify([...languages].sort());
const isEnglish = ({ languages }: Sentence): boolean => languages.join() === "English";

describe("languages", () => {
  test("English prompts come out as English alone, whatever names, code or quotations they hold", () => {
    expect(SENTENCES.filter(isEnglish).filter((sentence) => !isRight(sentence))).toEqual([]);
  });

  test("at least 95 % of short sentences in 45 other languages are named rightly", () => {
    const foreign = SENTENCES.filter((sentence) => sentence.languages.length === 1 && !isEnglish(sentence));
    expect(new Set(foreign.flatMap(({ languages }) => languages)).size).toBeGreaterThanOrEqual(45);
    expect(foreign.filter(isRight).length / foreign.length).toBeGreaterThanOrEqual(0.95);
  });

  test("prompts in two languages are named with both", () => {
    const mixed = SENTENCES.filter(({ languages }) => languages.length > 1);
    expect(mixed.filter((sentence) => !isRight(sentence))).toEqual([]);
  });

  test.each([
    ["Bonjour !", ["French"]],
    ["¿QUIÉN ESCRIBIÓ ESTA NOVELA TAN LARGA?", ["Spanish"]],
    ["```\nint main() { return 0; }\n```", []],
    ["2 + 2 = ?", []],
    ["\ud800", []],
    ["\0\0", []],
  ])("%j is in %j", (text, languages) => {
    expect(findLanguages(text)).toEqual(languages);
  });
});
