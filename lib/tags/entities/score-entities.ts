/** Precision and recall of the entities against texts whose entities were marked by hand. */
import type { Rng } from "../../base/index.js";
import { bootstrapInterval, type Interval, wilsonInterval } from "../../math/index.js";
import { findDates } from "./dates.js";
import { ENTITY_TYPES, type Entity, type EntityType } from "./entity.js";
import { nameKey } from "./entity-key.js";
import { findEntities } from "./find-entities.js";
import { TITLES } from "./name-words.js";
import { findNumbers } from "./numbers.js";

/** A text and each entity in it, once. */
export interface MarkedText {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Omit<Entity, "key">[];
}

/** Shares in [0, 1]; NaN where there is nothing to count. */
export interface EntityScore {
  readonly type: EntityType | "all";
  /** Entities marked, found, and both. */
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  /** 95 %, Wilson. */
  readonly precisionInterval: Interval;
  readonly recall: number;
  readonly recallInterval: Interval;
  readonly f1: number;
  /** 95 %, bootstrap over texts. */
  readonly f1Interval: Interval;
}

interface Tally {
  readonly type: EntityType;
  readonly isMarked: boolean;
  readonly isFound: boolean;
}

/** Scores of each type and of all: right is an entity with the key and the type of a marked one, each once a text. */
export function scoreEntities(
  texts: readonly MarkedText[],
  rng: Rng,
  find: (text: string) => readonly Entity[] = findEntities,
): EntityScore[] {
  const tallies = texts.map((text) => tally(text, find(text.text)));
  return [...ENTITY_TYPES, "all" as const].map((type) => {
    const own = tallies.map((list) => list.filter((each) => type === "all" || each.type === type));
    const [marked, found, right] = countsOf(own.flat());
    return {
      type,
      marked,
      found,
      right,
      precision: right / found,
      precisionInterval: wilsonInterval(right, found),
      recall: right / marked,
      recallInterval: wilsonInterval(right, marked),
      f1: f1Of([marked, found, right]),
      f1Interval: bootstrapInterval(
        own.length,
        (indices) => f1Of(countsOf([...indices].flatMap((i) => own[i]!))),
        rng.fork(type),
      ),
    };
  });
}

function tally({ entities }: MarkedText, found: readonly Entity[]): Tally[] {
  const marked = new Set(entities.map(({ text, type }) => `${type} ${markedKey(text, type)}`));
  const seen = new Set(found.map(({ key, type }) => `${type} ${key}`));
  return [...new Set([...marked, ...seen])].map((each) => ({
    type: each.slice(0, each.indexOf(" ")) as EntityType,
    isMarked: marked.has(each),
    isFound: seen.has(each),
  }));
}

type Counts = readonly [marked: number, found: number, right: number];

function countsOf(tallies: readonly Tally[]): Counts {
  const count = (test: (each: Tally) => boolean): number => tallies.filter(test).length;
  return [
    count(({ isMarked }) => isMarked),
    count(({ isFound }) => isFound),
    count(({ isMarked, isFound }) => isMarked && isFound),
  ];
}

function f1Of([marked, found, right]: Counts): number {
  return (2 * right) / (marked + found);
}

/** The key of a marked entity: read alone, or after the words that dates and ordinals need before them. */
function markedKey(text: string, type: EntityType): string {
  if (type === "date" || type === "number") {
    const findAll = type === "date" ? findDates : findNumbers;
    const whole = ["", "in ", "the "]
      .flatMap((before) => findAll(before + text))
      .find((each) => each.text === text);
    return whole?.key ?? text;
  }
  const [first = "", ...rest] = text.split(" ");
  const isTitled = type === "person" && rest.length > 0 && TITLES.has(first.toLowerCase().replace(".", ""));
  return nameKey(isTitled ? rest.join(" ") : text);
}
