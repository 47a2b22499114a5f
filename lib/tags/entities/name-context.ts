/** What the words around a name, and the rest of the response, say of it. */
import { isCommonWord, KIND, kindsOf } from "./dictionary.js";
import type { EntityType, Span } from "./entity.js";
import type { Unit } from "./name-units.js";
import { AGENT_VERB, PLACE_PREPOSITION } from "./name-words.js";
import type { Casing } from "./segments.js";
import type { Token } from "./tokens.js";

export type NameType = Extract<EntityType, "person" | "place" | "organization" | "work">;

/** What the whole response says of its words. */
export interface NameContext {
  casingAt(token: Token): Casing;
  /** The word stands with a capital inside a sentence somewhere, and nowhere in lower case. */
  isNameInside(key: string): boolean;
  /** The word stands in lower case somewhere. */
  isWordElsewhere(key: string): boolean;
}

/** A line that is being read. */
export interface Reading {
  readonly line: string;
  readonly units: readonly Unit[];
  readonly context: NameContext;
  /** Names found so far, in order. */
  readonly spans: readonly Span[];
}

/** Whether the dictionary knows the unit as one of these kinds. */
export function has(unit: Unit, kinds: number): boolean {
  return (unit.kinds & kinds) !== 0;
}

/** A common word, or one that names nothing of the six types. */
export function isPlain(unit: Unit): boolean {
  if (has(unit, KIND.person | KIND.place | KIND.organization)) return false;
  if (has(unit, KIND.given | KIND.surname)) return has(unit, KIND.common | KIND.doubtful);
  return !unit.isName || has(unit, KIND.other) || unit.size > 1 || isCommonWord(unit.key);
}

/** The word right before a unit; "" where punctuation parts them. */
export function precedingWord({ units }: Reading, i: number): string {
  const before = units[i - 1];
  return before !== undefined && units[i]!.first.gap === " " ? before.key : "";
}

/** A preposition of place before the units [start, end), or a comma and a place after them. */
export function placeAround(reading: Reading, start: number, end: number): boolean {
  const { units } = reading;
  let before = precedingWord(reading, start);
  if (before === "the") before = precedingWord(reading, start - 1);
  if (PLACE_PREPOSITION.has(before)) {
    return (
      before !== "to" ||
      !/^(?:said|talk|spoke|speak|wrote|write|gave|give|listen|accord|attribut|compar|similar|thanks|owing|due|known|credit|belong|married|dedicat)/.test(
        units[start - 2]?.key ?? "",
      )
    );
  }
  const after = units[end];
  return after !== undefined && after.first.gap === ", " && has(after, KIND.place);
}

/** A verb after the unit that only people and companies do. */
export function agentFollows({ units }: Reading, i: number): boolean {
  const after = units[i + 1];
  return after !== undefined && after.first.gap === " " && AGENT_VERB.has(after.key);
}

/** Before a lower-case noun ("Krebs cycle") a name stands for something else. */
export function isModifier({ units }: Reading, i: number): boolean {
  const next = units[i + 1];
  if (units[i]!.last.possessive || next === undefined || next.isName || next.first.gap !== " ") return false;
  return (kindsOf(next.key) & KIND.opener) === 0 && !/(?:ed|s|ly)$/.test(next.key);
}
