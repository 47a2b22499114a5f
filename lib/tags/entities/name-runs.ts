/** Runs: neighbouring units that may form one name, with the small words inside ("van", "of the"). */
import { KIND } from "./dictionary.js";
import type { Unit } from "./name-units.js";
import {
  NAME_ENDINGS,
  ORGANIZATION_ENDINGS,
  ORGANIZATION_HEADS,
  OTHER_HEADS,
  PARTICLES,
  PLACE_ENDINGS,
  PLACE_HEADS,
  weakOrganizationEndings,
  weakPlaceEndings,
} from "./name-words.js";

/** Units [start, end). */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Longer runs are cut: no name has so many words, and a run is looked at once for each of its words. */
const MAX_UNITS = 12;

/** The runs of a line, in order; those that start with a lower-case word do so with a name's particle. */
export function runsOf(units: readonly Unit[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < units.length; ) {
    if (!canStart(units[i]!)) {
      i++;
      continue;
    }
    let end = i + 1;
    for (let next = joined(units, i, end); next > end && next <= i + MAX_UNITS; next = joined(units, i, end))
      end = next;
    runs.push({ start: i, end });
    i = end;
  }
  return runs;
}

function canStart(unit: Unit): boolean {
  return unit.isName && !isArticle(unit);
}

/** The new end of a run when what follows belongs to it, else the old one. */
function joined(units: readonly Unit[], start: number, end: number): number {
  const last = units[end - 1]!;
  const next = units[end];
  if (next === undefined) return end;
  if (last.last.possessive && !endsAsPlace(units, end)) return end;
  if (isFreeStanding(last) && !endsWithNoun(units, end) && !continuesPerson(last, next)) return end;
  if (isGapInside(next, last)) {
    if (next.isName && !isArticle(next)) return end + 1;
    if (next.isName) return end;
    const after = skipParticles(units, end);
    if (after > end) return after;
    if (next.key === "of" || next.key === "for" || (next.key === "to" && last.key === "road"))
      return afterOf(units, end);
    if (next.key === "and" && units.slice(start, end).some(({ key }) => key === "of" || key === "for")) {
      const then = units[end + 1];
      if (
        then?.isName &&
        then.first.gap === " " &&
        then.kinds === 0 &&
        ORGANIZATION_HEADS.has(units[start]!.first.key)
      )
        return end + 2;
    }
  }
  return end;
}

/** Works and full names of people are complete. */
function isFreeStanding(unit: Unit): boolean {
  return unit.size > 1 && (unit.kinds & (KIND.work | KIND.person)) !== 0;
}

/** "Martin Luther" + "King", "Downey" + "Jr." */
function continuesPerson(last: Unit, next: Unit): boolean {
  return (
    (last.kinds & KIND.person) !== 0 &&
    next.isName &&
    ((next.kinds & KIND.surname) !== 0 || NAME_ENDINGS.has(next.key))
  );
}

function isGapInside(next: Unit, last: Unit): boolean {
  const { gap } = next.first;
  return (
    gap === " " ||
    gap === " & " ||
    (gap === ". " && last.last.text.length <= 4 && !next.first.opens) ||
    (gap === "" && last.last.shape === "initial")
  );
}

/** "the", "in" … with a capital: they open what follows. */
function isArticle(unit: Unit): boolean {
  return (
    unit.size === 1 &&
    (unit.kinds & KIND.opener) !== 0 &&
    (unit.kinds & (KIND.given | KIND.surname)) === 0 &&
    unit.first.shape === "capital" &&
    SMALL.has(unit.key)
  );
}

const SMALL: ReadonlySet<string> = new Set(
  "the a an in on at by for from with to of and or but if is are was as it its this that he she they we you my your his her our their i when where what who why how not no".split(
    " ",
  ),
);

/** After up to three particles that a capital follows: the place behind it. */
function skipParticles(units: readonly Unit[], place: number): number {
  let i = place;
  while (
    i < place + 3 &&
    units[i] !== undefined &&
    !units[i]!.isName &&
    PARTICLES.has(units[i]!.key) &&
    units[i]!.first.gap === " "
  )
    i++;
  const name = units[i];
  return i > place && name?.isName && !isArticle(name) && name.first.gap === " " ? i + 1 : place;
}

function afterOf(units: readonly Unit[], end: number): number {
  const head = units[end - 1]!.last.key;
  const isHead =
    OTHER_HEADS.has(head) ||
    ORGANIZATION_HEADS.has(head) ||
    PLACE_HEADS.has(head) ||
    (PLACE_ENDINGS.has(head) && units[end]!.key === "of");
  if (!isHead) return end;
  const skip = units[end + 1]?.key === "the" ? 2 : 1;
  const name = units[end + skip];
  return name?.isName && name.first.gap === " " && !isArticle(name) ? end + skip + 1 : end;
}

/** Whether a noun such as "Cathedral" ends the capitals after this place, so that a possessive stays inside. */
function endsAsPlace(units: readonly Unit[], place: number): boolean {
  const next = units[place];
  if ((units[place - 1]!.kinds & (KIND.place | KIND.organization)) !== 0) return false;
  return next?.isName === true && (PLACE_ENDINGS.has(next.key) || ORGANIZATION_ENDINGS.has(next.key));
}

function endsWithNoun(units: readonly Unit[], place: number): boolean {
  const next = units[place];
  if (next === undefined || !next.isName || next.first.gap !== " ") return false;
  const key = next.last.key;
  return (
    PLACE_ENDINGS.has(key) ||
    weakPlaceEndings().has(key) ||
    ORGANIZATION_ENDINGS.has(key) ||
    weakOrganizationEndings().has(key)
  );
}
