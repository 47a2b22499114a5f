/** The type of one capitalised word, or of one phrase of the dictionary. */
import { isCommonWord, KIND } from "./dictionary.js";
import type { Span } from "./entity.js";
import {
  agentFollows,
  has,
  isModifier,
  isPlain,
  type NameType,
  placeAround,
  precedingWord,
  type Reading,
} from "./name-context.js";
import type { Unit } from "./name-units.js";
import { DETERMINERS, PERSON_CUE } from "./name-words.js";
import { titleType } from "./run-type.js";
import { hasCueBefore } from "./titles.js";

/** The type of the unit at `i`; null where it names nothing. */
export function typeOfUnit(reading: Reading, i: number): NameType | null {
  const unit = reading.units[i]!;
  if (!unit.isName || unit.key.length < 2) return null;
  if (isTitle(reading, i)) return "work";
  if (has(unit, KIND.doubtful) && !isMeantAsName(reading, i)) return null;
  return knownType(reading, i) ?? (has(unit, KIND.other) ? null : undeclaredType(reading, i));
}

/** A known title with a word such as "film" or "wrote" before it, a year or an author behind it. */
function isTitle(reading: Reading, i: number): boolean {
  const unit = reading.units[i]!;
  if (!has(unit, KIND.work)) return false;
  return (
    titleType(reading, i, i + 1) !== null ||
    (!has(unit, KIND.person) && hasCueBefore(reading.line, unit.start))
  );
}

/** The type that the dictionary says. */
function knownType(reading: Reading, i: number): NameType | null {
  const unit = reading.units[i]!;
  const isPlace = has(unit, KIND.place);
  if (isPlace && has(unit, KIND.other) && !placeAround(reading, i, i + 1)) return null;
  if (isPlace && has(unit, KIND.person | KIND.given)) {
    return agentFollows(reading, i) && !placeAround(reading, i, i + 1) ? "person" : "place";
  }
  if (isPlace) return "place";
  if (has(unit, KIND.organization)) return "organization";
  if (has(unit, KIND.work)) return unit.size > 1 || !unit.first.opens ? "work" : null;
  return has(unit, KIND.person) ? "person" : null;
}

/** The type of a word that is a part of people's names, or that no dictionary has. */
function undeclaredType(reading: Reading, i: number): NameType | null {
  const unit = reading.units[i]!;
  if (unit.first.shape === "upper") return acronymType(unit, reading.spans);
  const isSentence = reading.context.casingAt(unit.first) === "sentence";
  if (has(unit, KIND.given | KIND.surname)) return givenNameType(reading, i, isSentence);
  if (/^(?:[OD]['’]|Ma?c)\p{Lu}/u.test(unit.text) && !/^Mac(?:OS|B)/.test(unit.text)) return "person";
  return isSentence ? unknownType(reading, i) : null;
}

/** "… Organization (XYZ)". */
function acronymType(unit: Unit, spans: readonly Span[]): NameType | null {
  const last = spans.at(-1);
  const follows = unit.first.gap === " (" && last?.type === "organization" && unit.start - last.end === 2;
  return follows ? "organization" : null;
}

function givenNameType(reading: Reading, i: number, isSentence: boolean): NameType | null {
  const unit = reading.units[i]!;
  if (isModifier(reading, i)) return null;
  if (!isPlain(unit)) return "person";
  const isInside = isSentence && !unit.first.opens;
  if (!has(unit, KIND.given)) {
    const isCued = PERSON_CUE.has(precedingWord(reading, i)) || listType(reading, i) === "person";
    return isInside && isCued ? "person" : null;
  }
  return isInside || reading.context.isNameInside(unit.key) || agentFollows(reading, i) ? "person" : null;
}

/** Whether a name that is a word too is meant as a name. */
function isMeantAsName(reading: Reading, i: number): boolean {
  const unit = reading.units[i]!;
  const casing = reading.context.casingAt(unit.first);
  const isCommon = isCommonWord(unit.key);
  if (casing !== "sentence") {
    if (casing === "shouting" || !has(unit, KIND.place | KIND.organization)) return false;
    return !isCommon || /^(?:of|at|for|by)$/.test(precedingWord(reading, i));
  }
  if (!unit.first.opens || !isCommon) return true;
  if (placeAround(reading, i, i + 1) || agentFollows(reading, i)) return true;
  return (unit.last.possessive && has(unit, KIND.organization)) || reading.context.isNameInside(unit.key);
}

/** Abbreviations, formulas and adjectives of names ("Riemannian"). */
const NO_NAME = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{N}|\.|.{4}(?:ian|ean|ese|esque)$/u;

/** A word that no dictionary has is a name where neither its sentence nor another one explains the capital. */
function unknownType(reading: Reading, i: number): NameType | null {
  const { context, units } = reading;
  const unit = units[i]!;
  if (isPlain(unit) || unit.first.shape !== "capital" || unit.key.length < 3 || NO_NAME.test(unit.text))
    return null;
  if (
    context.isWordElsewhere(unit.key) ||
    DETERMINERS.has(precedingWord(reading, i)) ||
    isModifier(reading, i)
  )
    return null;
  if (units[i - 1]?.last.possessive && unit.first.gap === " ") return null;
  const isShown = context.isNameInside(unit.key) || agentFollows(reading, i) || unit.last.possessive;
  if (unit.first.opens && !isShown) return null;
  return listType(reading, i) ?? (placeAround(reading, i, i + 1) ? "place" : "person");
}

/** The type of the name before this one in a list. */
function listType({ line, units, spans }: Reading, i: number): NameType | null {
  const last = spans.at(-1);
  if (last === undefined || last.type === "date" || last.type === "number") return null;
  return /^(?:, |,? (?:and|or|&) )$/.test(line.slice(last.end, Math.min(units[i]!.start, last.end + 8)))
    ? last.type
    : null;
}
