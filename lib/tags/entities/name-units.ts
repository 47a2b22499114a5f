/** Units of names: single words, or phrases of the dictionary taken together. */
import { KIND, kindsOf, longestPhrase } from "./dictionary.js";
import { isCapitalised, type Token } from "./tokens.js";

export interface Unit {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Kinds of the dictionary, as bits. */
  readonly kinds: number;
  readonly first: Token;
  readonly last: Token;
  /** Number of words. */
  readonly size: number;
  /** Could be, or be part of, a name. */
  readonly isName: boolean;
}

const SMALL_WORD =
  /^(?:the|a|an|of|and|in|on|at|to|for|from|by|with|is|with|de|la|le|les|du|der|die|das|n|s|y|e|&)$/;
const GAP_INSIDE = /^(?:[,:]? |['’]s? |['’]? |\.? |[-–] ?|! | ?& ?|\/)$/;
const NAMED = KIND.person | KIND.place | KIND.organization | KIND.work | KIND.other;

/** The words of a line in order, those of known phrases joined, longest first. */
export function unitsOf(line: string, tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const size = phraseAt(tokens, i);
    units.push(unitOf(line, tokens.slice(i, i + size)));
    i += size;
  }
  return units;
}

/** Number of words of the longest known phrase that starts here; 1 where there is none. */
function phraseAt(tokens: readonly Token[], i: number): number {
  const first = tokens[i]!;
  if (first.shape === "lower") return 1;
  let phrase = first.key;
  let best = 1;
  let capitals = isCapitalised(first) ? 1 : 0;
  const most = longestPhrase(first.key.split(" ")[0]!);
  for (let n = 1; n < most && i + n < tokens.length; n++) {
    const token = tokens[i + n]!;
    if (!GAP_INSIDE.test(token.gap)) break;
    if (token.shape === "lower" && !SMALL_WORD.test(token.key)) break;
    if (isCapitalised(token)) capitals++;
    phrase += ` ${token.key}`;
    if (capitals > 0 && token.shape !== "lower" && (kindsOf(phrase) & NAMED) !== 0) best = n + 1;
  }
  return best;
}

export function unitOf(line: string, tokens: readonly Token[]): Unit {
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  const key = tokens.length === 1 ? first.key : tokens.map((token) => token.key).join(" ");
  return {
    text: line.slice(first.start, last.end),
    key,
    start: first.start,
    end: last.end,
    kinds: first.shape === "lower" ? 0 : knownKinds(key, first),
    first,
    last,
    size: tokens.length,
    isName: tokens.length > 1 || isCapitalised(first),
  };
}

/** Initials are no names alone. Short names of organizations and places ("US", "ING") are written in capitals; in another way they are words. */
function knownKinds(key: string, token: Token): number {
  const kinds = kindsOf(key) || (key.endsWith("s") ? kindsOf(key.slice(0, -1)) & KIND.other : 0);
  if (token.shape === "initial" && key.length === 1) return token.text.endsWith(".") ? 0 : kinds;
  if (key.length > 3 || token.shape !== "capital") return kinds;
  return kinds & ~(key.length > 2 ? KIND.organization : KIND.organization | KIND.place);
}
