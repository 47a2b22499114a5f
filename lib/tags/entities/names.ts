/** People, places, organizations and bare titles of works among the capitalised words of a line. */
import { isCommonWord, KIND } from "./dictionary.js";
import type { Span } from "./entity.js";
import { nameKey } from "./entity-key.js";
import { has, isPlain, type NameContext, type NameType, type Reading } from "./name-context.js";
import { type Run, runsOf } from "./name-runs.js";
import { type Unit, unitsOf } from "./name-units.js";
import { NAME_OPENERS, OTHER_HEADS, PLACE_OPENERS, TITLES } from "./name-words.js";
import { endingType, typeOfRun } from "./run-type.js";
import type { Token } from "./tokens.js";
import { typeOfUnit } from "./unit-type.js";

/** The names of a line whose tokens are given, in order. */
export function findNames(line: string, tokens: readonly Token[], context: NameContext): Span[] {
  const units = unitsOf(line, tokens);
  const spans: Span[] = [];
  const reading: Reading = { line, units, context, spans };
  const emit: Emit = (start, end, type) => spans.push(spanOf(reading, start, end, type));
  for (const run of runsOf(units)) resolve(reading, run, emit);
  return spans;
}

type Emit = (start: number, end: number, type: NameType) => void;

function spanOf({ line, units }: Reading, first: number, stop: number, type: NameType): Span {
  const [start, end] = [units[first]!.start, units[stop - 1]!.end];
  const text = line.slice(start, end);
  return { start, end, text, type, key: nameKey(text) };
}

/** Finds what a run holds: one name, several side by side, or none. */
function resolve(reading: Reading, run: Run, emit: Emit): void {
  const { units } = reading;
  const { end } = run;
  let { start } = run;
  while (start < end && isOpener(reading, start, end)) start++;
  if (start >= end) return;
  // "Battle of …" is an event.
  if (OTHER_HEADS.has(units[start]!.key) && units[start + 1]?.key === "of") return;
  const titled = afterTitle(units, start, end);
  if (titled > start && titled < end && endingType(reading, start, end) === null) {
    resolve(reading, { start, end: titled - 1 }, emit);
    resolveTitled(reading, { start: titled, end }, emit);
    return;
  }
  if (end - start === 1) {
    const type = typeOfUnit(reading, start);
    if (type !== null) emit(start, end, type);
    return;
  }
  const type = typeOfRun(reading, start, end);
  if (type === null) split(reading, { start, end }, emit);
  else if (type !== "none") emit(start, end, type);
}

/** After "Dr." and the like: a person. */
function resolveTitled(reading: Reading, { start, end }: Run, emit: Emit): void {
  const { units, context } = reading;
  const unit = units[start]!;
  if (has(unit, KIND.other) && end - start === 1) return;
  if (context.casingAt(unit.first) === "title" && isPlain(unit)) return;
  const isRest = (next: Unit): boolean =>
    has(next, KIND.surname) || !has(next, KIND.place | KIND.organization | KIND.other);
  let stop = start + 1;
  while (stop < end && isRest(units[stop]!)) stop++;
  emit(start, stop, "person");
  if (stop < end) resolve(reading, { start: stop, end }, emit);
}

/** The place after the last title of a run; `start` where there is none. */
function afterTitle(units: readonly Unit[], start: number, end: number): number {
  for (let i = end; i > start; i--) if (units[i - 1]!.size === 1 && TITLES.has(units[i - 1]!.key)) return i;
  return start;
}

const NAMED = KIND.given | KIND.surname | KIND.person | KIND.place | KIND.organization;

/** Words that only open a sentence ("However", "Visit"), or name nothing ("French"), at the start of a run. */
function isOpener(reading: Reading, i: number, end: number): boolean {
  const unit = reading.units[i]!;
  const { first } = unit;
  if (unit.size > 1 || TITLES.has(unit.key) || (first.shape === "initial" && i + 1 < end)) return false;
  if (!unit.isName) return true;
  if (has(unit, NAMED)) return false;
  if (i + 1 < end && (NAME_OPENERS.has(unit.key) || PLACE_OPENERS.has(unit.key))) return false;
  if (has(unit, KIND.opener)) return first.opens;
  if (has(unit, KIND.other)) return end - i === 1 || endingType(reading, i, end) === null;
  return first.opens && isCommonWord(unit.key) && endingType(reading, i, end) === null;
}

const KNOWN = KIND.place | KIND.organization | KIND.person | KIND.work | KIND.other;

/** Takes the first known unit out of a run and looks at both sides alone. */
function split(reading: Reading, { start, end }: Run, emit: Emit): void {
  const { units } = reading;
  const middle =
    start +
    Math.max(
      0,
      units.slice(start, end).findIndex((unit) => has(unit, KNOWN)),
    );
  if (middle > start) resolve(reading, { start, end: middle }, emit);
  const type = typeOfUnit(reading, middle);
  if (type !== null) emit(middle, middle + 1, type);
  // "Tokyo Skytree", "Toyota Camry": what follows a known name without being known is part of something else.
  const rest = units.slice(middle + 1, end);
  if (rest.some((unit) => has(unit, ~KIND.common))) resolve(reading, { start: middle + 1, end }, emit);
}
