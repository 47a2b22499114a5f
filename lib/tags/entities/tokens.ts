/** Words of a line as names need them: with their capitals, initials, possessives and what stands before them. */
import { foldName } from "./entity-key.js";

export type Shape = "lower" | "capital" | "upper" | "initial" | "number";

export interface Token {
  /** Place among the words of the line. */
  readonly index: number;
  /** Without a possessive ending. */
  readonly text: string;
  readonly start: number;
  /** Of {@link text}. */
  readonly end: number;
  readonly possessive: boolean;
  readonly shape: Shape;
  /** Folded; for words in lower case only the word. */
  readonly key: string;
  /** What stands between this token and the one before it. */
  readonly gap: string;
  /** A sentence, a heading or a quotation starts here, so that a capital says nothing. */
  readonly opens: boolean;
}

/** Initials ("J.", "U.S.", "Ph.D"), words with inner hyphens and apostrophes, numbers. */
const TOKEN =
  /(?:\p{Lu}\.){2,8}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.(?=[ -]?\p{Lu})|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’&.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+){0,6}[+]?|\p{N}[\p{L}\p{N}]*/gu;
const MAX_TOKEN_LENGTH = 60;

/** Abbreviations that do not end a sentence. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|drs|prof|st|ste|mt|ft|sr|jr|vs|gen|col|sen|rep|gov|lt|capt|cpt|sgt|maj|rev|hon|pres|adm|no|nos|vol|inc|ltd|co|corp|bros|ave|blvd|rd|dept|univ|est|approx|fig|eq|ed|eds|al|cf|etc|eg|ie|messrs|mme|mlle|sra?|ph|op|ca)$/;
const ENDS_SENTENCE = /[.!?…:•|¦⟪⟦\uE000]|[–—]\s|(?:^|\s)-\s|["“«„]/u;

/** The words and numbers of a line, in order. Time is linear: no token can start inside another. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    if (match[0].length > MAX_TOKEN_LENGTH) continue;
    const gap = line.slice(end, match.index);
    const token = readToken(match[0], match.index, gap, tokens.at(-1));
    tokens.push(token);
    end = match.index + match[0].length;
  }
  return tokens;
}

/** "Mars-grown", "AI-powered": the word before the hyphen. */
const COMPOUND_TAIL = /-\p{Ll}[\p{Ll}-]{3,}$/u;
const POSSESSIVE = /['’](?:s|S)$/;
const LOWER = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}'’&.-]+$/u;
const UPPER = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

function readToken(word: string, start: number, gap: string, last: Token | undefined): Token {
  const possessive = POSSESSIVE.test(word);
  const text = possessive ? word.slice(0, -2) : word.replace(COMPOUND_TAIL, "");
  const shape = shapeOf(text);
  return {
    index: last === undefined ? 0 : last.index + 1,
    text,
    start,
    end: start + text.length,
    possessive,
    shape,
    key: shape === "lower" ? text : foldName(text),
    gap,
    opens: last === undefined || opensSentence(gap, last),
  };
}

function shapeOf(text: string): Shape {
  if (/^\p{N}/u.test(text)) return "number";
  if (LOWER.test(text)) return "lower";
  if (/^\p{Lu}\.$|^(?:\p{Lu}\.)+\p{Lu}?$|^\p{Lu}$/u.test(text)) return "initial";
  if (UPPER.test(text)) return "upper";
  return "capital";
}

function opensSentence(gap: string, last: Token): boolean {
  if (!ENDS_SENTENCE.test(gap)) return false;
  return !(gap.startsWith(".") && ABBREVIATION.test(last.key) && !/[\n"“⟦⟪]/.test(gap));
}

/** Whether the word could be part of a name. */
export function isCapitalised(token: Token): boolean {
  return token.shape === "capital" || token.shape === "upper" || token.shape === "initial";
}
