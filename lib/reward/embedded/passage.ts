/** A text read once: its tokens, words, sentences, lines and code, for every feature that asks. */

export interface Passage {
  readonly text: string;
  readonly lower: string;
  /** Lower-cased words, numbers and single symbols, in order. */
  readonly tokens: readonly string[];
  /** The tokens that are words or numbers. */
  readonly words: readonly string[];
  /** Distinct words that are not function words, in order of first use. */
  readonly contentWords: readonly string[];
  readonly sentences: readonly string[];
  /** Lines that are not blank. */
  readonly lines: readonly string[];
  /** The contents of fenced code blocks; the whole text where it is code without fences; else empty. */
  readonly code: string;
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{N}_]+(?:['’][\p{L}]+)*|[^\s]/gu;
const WORD = /^[\p{L}\p{N}]/u;
const FENCE = /```[^\n]*\n([\s\S]*?)(?:```|$)/g;
const CODE_LINE =
  /[;{}]\s*$|^\s*(?:def|class|return|import|from|if|for|while|else|elif|func|fn|let|const|var|public|private|#include)\b.*[:;({)]|^\s{2,}\w+\s*[-+*/]?=[^=]/;

// Function words say little of a text's subject, so they neither count as overlap nor enter crosses.
const FUNCTION_WORDS = new Set(
  (
    "a an the and or but if then else so as at by for from in into of off on onto out over to up with without " +
    "is are was were be been being am do does did done have has had having will would shall should can could may might must " +
    "i you he she it we they me him her us them my your his its our their mine yours this that these those " +
    "what which who whom whose when where why how there here not no nor too very just also than such some any each " +
    "all both more most other own same s t don't i'm it's you're about between during before after above below again"
  ).split(" "),
);

// Some patterns take longer than linear time on texts made to that end; a book is not a response.
const MAX_CHARACTERS = 32_768;

/** Reads a text; what lies beyond its first 32,768 characters is not read. */
export function readPassage(whole: string): Passage {
  const text = whole.slice(0, MAX_CHARACTERS);
  const lower = text.toLowerCase();
  const tokens = lower.match(TOKEN) ?? [];
  const words = tokens.filter((token) => WORD.test(token));
  return {
    text,
    lower,
    tokens,
    words,
    contentWords: [...new Set(words)].filter((word) => !FUNCTION_WORDS.has(word)),
    sentences: splitSentences(text),
    lines: text.split("\n").filter((line) => line.trim() !== ""),
    code: codeOf(text),
  };
}

/** Sentences end at `.`, `!` or `?` before a space, and at line breaks; list markers are not sentences. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?]["')\]]?)\s+|\n+/)
    .map((part) => part.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, "").trim())
    .filter((part) => WORD.test(part) || /[\p{L}\p{N}]/u.test(part));
}

function codeOf(text: string): string {
  const fenced = [...text.matchAll(FENCE)].map((match) => match[1] ?? "");
  if (fenced.length > 0) return fenced.join("\n");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const codeLines = lines.filter((line) => CODE_LINE.test(line)).length;
  return lines.length >= 2 && codeLines >= 0.4 * lines.length ? text : "";
}
