/** Relevance and repetition: does the response speak of what was asked, and does it say things once? */
import type { Passage } from "../passage.js";
import type { StyleFeature } from "./style-feature.js";

export const RELEVANCE_FEATURES: readonly StyleFeature[] = [
  {
    name: "prompt-covered",
    about: "share of the prompt's content words that the response uses",
    value: ({ prompt, response }) => shareIn(prompt.contentWords, new Set(response.words)),
  },
  {
    name: "from-prompt",
    about: "share of the response's content words that come from the prompt",
    value: ({ prompt, response }) => shareIn(response.contentWords, new Set(prompt.words)),
  },
  {
    name: "opening-covers",
    about: "share of the prompt's content words in the first sentence",
    value: ({ prompt, response }) =>
      shareIn(
        prompt.contentWords,
        new Set((response.sentences[0] ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu)),
      ),
  },
  {
    name: "closing-covers",
    about: "share of the prompt's content words in the last sentence",
    value: ({ prompt, response }) =>
      shareIn(
        prompt.contentWords,
        new Set((response.sentences.at(-1) ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu)),
      ),
  },
  {
    name: "numbers-used",
    about: "share of the prompt's numbers that the response uses",
    value: ({ prompt, response }) =>
      shareIn(
        prompt.contentWords.filter((word) => /^\d/.test(word)),
        new Set(response.words),
      ),
  },
  {
    name: "quotes-used",
    about: "share of the prompt's quoted terms that the response uses",
    value: ({ prompt, response }) => {
      const quoted = [...prompt.lower.matchAll(/["“`]([^"”`\n]{2,40})["”`]/g)].map((match) =>
        match[1]!.trim(),
      );
      return share(quoted.length, quoted.filter((term) => response.lower.includes(term)).length);
    },
  },
  {
    name: "copies-prompt",
    about: "1 where the response contains the whole prompt",
    value: ({ prompt, response }) =>
      prompt.lower.length > 15 && response.lower.includes(prompt.lower.trim()) ? 1 : 0,
  },
  {
    name: "new-words",
    about: "share of content words among all words (dense rather than empty)",
    value: ({ response }) => share(response.words.length, response.contentWords.length),
  },
  {
    name: "repeated-trigrams",
    about: "share of three-word sequences that occurred before",
    value: ({ response }) => repeatedShare(trigrams(response)),
  },
  {
    name: "repeated-sentences",
    about: "share of sentences that occurred before",
    value: ({ response }) => repeatedShare(response.sentences),
  },
];

function share(total: number, part: number): number {
  return total === 0 ? 0 : part / total;
}

function shareIn(words: readonly string[], set: ReadonlySet<string>): number {
  return share(words.length, words.filter((word) => set.has(word)).length);
}

function repeatedShare(parts: readonly string[]): number {
  return share(parts.length, parts.length - new Set(parts).size);
}

function trigrams({ words }: Passage): string[] {
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
