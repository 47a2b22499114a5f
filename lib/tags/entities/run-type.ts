/** The type of several capitalised words together. */
import { KIND } from "./dictionary.js";
import { has, isPlain, type NameType, placeAround, precedingWord, type Reading } from "./name-context.js";
import type { Unit } from "./name-units.js";
import {
  DIRECTIONS,
  NAME_ENDINGS,
  NAME_OPENERS,
  ORGANIZATION_ENDINGS,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
  OTHER_ENDINGS,
  PARTICLES,
  PLACE_ENDINGS,
  PLACE_HEADS,
  PLACE_OPENERS,
  weakOrganizationEndings,
  weakPlaceEndings,
} from "./name-words.js";
import { hasTitleCue } from "./titles.js";

/** The type of the units [start, end), two or more; "none" where they name nothing, null where they must be split. */
export function typeOfRun(reading: Reading, start: number, end: number): NameType | "none" | null {
  const title = titleType(reading, start, end);
  if (title !== null) return title;
  if (OTHER_ENDINGS.has(reading.units[end - 1]!.last.key)) return "none";
  return (
    headType(reading.units, start, end) ??
    endingType(reading, start, end) ??
    openerType(reading.units, start, end) ??
    personType(reading, start, end) ??
    unknownType(reading, start, end)
  );
}

/** "Inception (2010)", "the novel Emma", "Dune by Frank Herbert". */
export function titleType({ line, units, context }: Reading, start: number, end: number): NameType | null {
  const [first, last] = [units[start]!, units[end - 1]!];
  if (context.casingAt(first.first) === "shouting") return null;
  if (units.slice(start, end).some((unit) => has(unit, KIND.given | KIND.organization))) return null;
  if (end - start === 1 && has(first, KIND.person | KIND.place) && !has(first, KIND.work)) return null;
  const before = line.slice(Math.max(0, first.start - 60), first.start);
  return hasTitleCue(before, line.slice(last.end, last.end + 24), end - start) ? "work" : null;
}

/** "University of …", "Gulf of …", "FC …". */
function headType(units: readonly Unit[], start: number, end: number): NameType | null {
  if (ORGANIZATION_OPENERS.has(units[start]!.key)) return "organization";
  const of = units.slice(start, end).findIndex(({ key }) => key === "of" || key === "for" || key === "to");
  if (of < 1) return null;
  const head = units[start + of - 1]!.last.key;
  if (ORGANIZATION_HEADS.has(head)) return "organization";
  return PLACE_HEADS.has(head) || PLACE_ENDINGS.has(head) ? "place" : null;
}

/** By the last word: "Stanford University", "Amazon River"; common words before it count only inside a sentence. */
export function endingType({ units, context }: Reading, start: number, end: number): NameType | null {
  if (end - start < 2) return null;
  const { first } = units[start]!;
  const ending = units[end - 1]!.last.key;
  const before = units.slice(start, end - 1).filter(({ key }) => !PARTICLES.has(key));
  const isNamed = before.some((unit) => !isPlain(unit) || has(unit, KIND.other));
  const isClear = isNamed || (context.casingAt(first) === "sentence" && !first.opens);
  if (PLACE_ENDINGS.has(ending)) return isClear ? "place" : null;
  if (ORGANIZATION_ENDINGS.has(ending)) return isClear ? "organization" : null;
  if (isNamed && before.length > 1 && weakOrganizationEndings().has(ending)) return "organization";
  if (isNamed && before.length > 1 && (ending === "hall" || ending === "field")) return "place";
  if (before.length === 0 || before.some((unit) => isPlain(unit) || has(unit, KIND.given | KIND.other)))
    return null;
  if (weakOrganizationEndings().has(ending)) return "organization";
  return weakPlaceEndings().has(ending) ? "place" : null;
}

/** "Mount …", "St. …", "North …" before a place, or before a word that is no common one. */
function openerType(units: readonly Unit[], start: number, end: number): NameType | null {
  const [first, second] = [units[start]!, units[start + 1]!];
  if (end - start > 3 || first.size > 1) return null;
  if (DIRECTIONS.has(first.key)) return has(second, KIND.place) && end - start === 2 ? "place" : null;
  return PLACE_OPENERS.has(first.key) && (has(second, KIND.place) || !isPlain(second)) ? "place" : null;
}

const KNOWN_PERSON = KIND.person | KIND.surname | KIND.given;

/** No common word, and no place or organization. */
function isForeign(unit: Unit): boolean {
  return !isPlain(unit) && !has(unit, KIND.organization | KIND.place);
}

function isInitial(unit: Unit): boolean {
  return unit.first.shape === "initial" && unit.text.includes(".");
}

/** A given name or initials, then words that are no place or organization. */
function personType({ units, context }: Reading, start: number, end: number): NameType | null {
  const parts = units.slice(start, end);
  const [first, ...rest] = parts as [Unit, ...Unit[]];
  if (parts.length > 6 || parts.some(isOtherName)) return null;
  const names = rest.filter(({ key }) => !PARTICLES.has(key) && !NAME_ENDINGS.has(key));
  const last = names.at(-1);
  // "Henry IV"
  if (last === undefined)
    return has(first, KIND.given) && rest.length === 1 && rest[0]!.first.shape === "upper" ? "person" : null;
  const isSure = (unit: Unit): boolean => has(unit, KNOWN_PERSON) || isForeign(unit);
  if (context.casingAt(first.first) !== "sentence" && !names.every(isSure)) return null;
  if (has(first, KIND.given | KIND.person)) return afterGivenName(first, names) ? "person" : null;
  if (parts.slice(0, -1).some(isInitial) && isSure(last)) return "person";
  const hasParticle = rest.some(({ key, isName }) => !isName && PARTICLES.has(key));
  if (hasParticle && isForeign(first) && isForeign(last)) return "person";
  if (NAME_OPENERS.has(first.key) && isForeign(last)) return "person";
  if (!has(last, KIND.surname | KIND.person) || isPlain(last)) return null;
  return parts.slice(0, -1).every((unit) => isForeign(unit) || mayBeGivenName(unit)) ? "person" : null;
}

/** Inside a sentence even a common word may be a given name, before a surname. */
function mayBeGivenName(unit: Unit): boolean {
  return (
    !unit.first.opens &&
    unit.first.shape === "capital" &&
    !has(unit, KIND.opener | KIND.other | KIND.place | KIND.organization)
  );
}

/** A known phrase or word that is no part of a person's name. */
function isOtherName(unit: Unit): boolean {
  if (has(unit, KIND.other) && !has(unit, KIND.given | KIND.surname)) return true;
  return unit.size > 1 && has(unit, KIND.place | KIND.organization | KIND.work);
}

/** Whether what follows a given name can be the rest of it. */
function afterGivenName(first: Unit, names: readonly Unit[]): boolean {
  const last = names.at(-1)!;
  const isKnown = (unit: Unit): boolean => has(unit, KNOWN_PERSON);
  if (first.size > 1) return names.every((unit) => isKnown(unit) || NAME_ENDINGS.has(unit.key));
  if (has(first, KIND.doubtful) && !isKnown(last) && isPlain(last)) return false;
  if (has(first, KIND.place) && !has(first, KIND.doubtful) && !isKnown(last)) return false;
  if (names.every((unit) => isKnown(unit) || isInitial(unit) || isForeign(unit))) return true;
  const isFree = (unit: Unit): boolean => !has(unit, KIND.place | KIND.organization | KIND.opener);
  return !first.first.opens && names.length <= 2 && names.every(isFree);
}

/** Words that no dictionary has: names, where no heading explains their capitals. */
function unknownType(reading: Reading, start: number, end: number): NameType | "none" | null {
  const parts = reading.units.slice(start, end);
  const [first] = parts as [Unit];
  if (parts.some((unit) => has(unit, KIND.place | KIND.organization | KIND.person | KIND.work | KIND.other)))
    return null;
  if (parts.every(isPlain) || reading.context.casingAt(first.first) !== "sentence") return "none";
  const canBePart = (unit: Unit): boolean =>
    unit.first.shape === "capital" &&
    (!isPlain(unit) || (has(unit, KIND.given | KIND.surname) && !first.first.opens));
  if (parts.length > 4 || !parts.every(canBePart)) return "none";
  if (precedingWord(reading, start) === "the") return "organization";
  return placeAround(reading, start, end) ? "place" : "person";
}
