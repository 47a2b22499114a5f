/**
 * The entities of a response, in the order in which they stand in it: titles in quotation marks, dates, names, then
 * numbers, each in what the ones before left. Names are read from capitals: scripts without them (Chinese, Arabic …)
 * give dates and numbers only. Nothing is learnt: compromise's dictionary, lists of our own, and rules.
 *
 * Why not compromise's own tagger: on the marked sentences in test/fixtures its phrases of people, places and
 * organizations have a precision of 0.6 to 0.8 and a recall of 0.4 to 0.8 (one of six better), and take more than ten
 * times as long; compromise-dates and chrono-node find half to two thirds of the dates there.
 */
import { findDates } from "./dates.js";
import { ENTITY_MAX_LENGTH, type Entity, type Span } from "./entity.js";
import type { NameContext } from "./name-context.js";
import { findNames } from "./names.js";
import { findNumbers } from "./numbers.js";
import { type ProseLine, proseLines } from "./prose.js";
import { casingsOf } from "./segments.js";
import { without } from "./spans.js";
import { findMarkedTitles } from "./titles.js";
import { isCapitalised, type Token, tokenize } from "./tokens.js";

/**
 * Entities of the six types, each mention, in order.
 * @param text a response; characters beyond {@link ENTITY_MAX_LENGTH} are left out
 */
export function findEntities(text: string): readonly Entity[] {
  const lines = proseLines(text.slice(0, ENTITY_MAX_LENGTH)).map(readLine);
  const seen = wordsSeen(lines);
  return lines.flatMap((line) => entitiesOfLine(line, seen));
}

/** A line after its quoted titles and dates are taken out. */
interface ReadLine {
  readonly line: string;
  readonly rest: string;
  readonly spans: readonly Span[];
  readonly tokens: readonly Token[];
  readonly isHeading: boolean;
}

function readLine({ text: line, isHeading }: ProseLine): ReadLine {
  const titles = findMarkedTitles(line);
  const untitled = without(line, titles);
  const dates = findDates(untitled);
  const rest = without(untitled, dates);
  return { line, rest, spans: [...titles, ...dates], tokens: tokenize(rest), isHeading };
}

interface WordsSeen {
  readonly lower: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
}

function wordsSeen(lines: readonly ReadLine[]): WordsSeen {
  const lower = new Set<string>();
  const inside = new Set<string>();
  for (const { tokens } of lines) {
    for (const token of tokens) {
      if (token.shape === "lower") lower.add(token.key);
      else if (isCapitalised(token) && !token.opens) inside.add(token.key);
    }
  }
  return { lower, inside };
}

function entitiesOfLine({ line, rest, spans, tokens, isHeading }: ReadLine, seen: WordsSeen): Entity[] {
  const casings = casingsOf(tokens, isHeading);
  const context: NameContext = {
    casingAt: (token) => casings[token.index]!,
    isNameInside: (key) => seen.inside.has(key) && !seen.lower.has(key),
    isWordElsewhere: (key) => seen.lower.has(key),
  };
  const names = tokens.some(isCapitalised) ? findNames(line, tokens, context) : [];
  const numbers = findNumbers(without(rest, names));
  return [...spans, ...names, ...numbers]
    .sort((a, b) => a.start - b.start)
    .map(({ text, type, key }) => ({ text, type, key }));
}
