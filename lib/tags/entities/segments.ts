/** Which parts of a line are written like a title, so that capitals there say nothing. */
import { isCommonWord, KIND, kindsOf } from "./dictionary.js";
import { isCapitalised, type Token } from "./tokens.js";

/** How the capitals of a part of a line are to be read. */
export type Casing = "sentence" | "title" | "shouting";

/** The casing at each token: parts are cut where sentences, headings and quotations open. */
export function casingsOf(tokens: readonly Token[], isHeading: boolean): Casing[] {
  const casings: Casing[] = [];
  for (let start = 0; start < tokens.length; ) {
    let end = start + 1;
    while (end < tokens.length && !tokens[end]!.opens) end++;
    const casing = casingOf(tokens.slice(start, end), isHeading);
    while (casings.length < end) casings.push(casing);
    start = end;
  }
  return casings;
}

function casingOf(part: readonly Token[], isHeading: boolean): Casing {
  const words = part.filter(({ shape, key }) => shape !== "number" && (key.length > 3 || shape !== "lower"));
  const capitals = words.filter((token) => isCapitalised(token) && token.key !== "i");
  const upper = capitals.filter(({ shape }) => shape === "upper");
  if (upper.length >= 3 && upper.length >= 0.8 * words.length) return "shouting";
  const ordinary = capitals.filter(({ key }, i) => (i > 0 || words.length <= 3) && isPlainWord(key));
  const isTitle =
    ordinary.length > 0 &&
    words.length >= 2 &&
    capitals.length >= 0.75 * words.length &&
    ordinary.length >= 0.3 * capitals.length;
  return isTitle || (isHeading && ordinary.length > 0) ? "title" : "sentence";
}

const NAMED = KIND.person | KIND.place | KIND.organization | KIND.given | KIND.surname;

function isPlainWord(key: string): boolean {
  const kinds = kindsOf(key);
  return (kinds & NAMED) === 0 && ((kinds & KIND.other) !== 0 || isCommonWord(key));
}
