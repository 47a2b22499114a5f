/** Violence: a verb of harm and what it strikes. */
import {
  BODY_PARTS,
  CARED_FOR_ANIMALS,
  PROPERTY,
  PUBLIC_PLACES,
  QUANTITIES,
  standsForPeople,
  TRAILING,
} from "./people.js";
import {
  DETERMINERS,
  HARM_VERBS,
  HARMLESS_OBJECTS,
  type HarmVerb,
  OBJECT_END,
  PARTICLES,
  VERB_CUES,
} from "./verbs.js";

export interface Violence {
  /** Grade of the worst verb with an object that it can harm; 0 where there is none. */
  readonly grade: 0 | 1 | 2 | 3;
  /** Whether a verb alarms though its object is a mere thing. */
  readonly alarming: boolean;
  /** Whether the worst verb is one of contests too: to beat, to choke, to punch. */
  readonly sporting: boolean;
  /** Where the worst verb stands, as an index of the sentence. */
  readonly at: number;
}

type ObjectKind = "person" | "animal" | "place" | "property" | "name" | "thing" | "none";

/** What a real name is replaced with before a sentence is lower-cased. */
export const NAME = "namedone";

const TOKEN = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*'?|[.,;:!?()"]/gu;
const MAX_OBJECT_WORDS = 8;
const OWNERS = new Set(["my", "your", "his", "her", "their", "our", "own", "the", "a", "an", "this", "that"]);
/** "Shoot someone a message": a thing is given, nobody is struck. */
const GIVEN =
  /^(?:text|message|email|e-mail|mail|note|line|smile|look|glance|hug|kiss|compliment|five|bone)$/;

/** Finds the worst violence of a lower-case sentence. */
export function findViolence(sentence: string): Violence {
  const tokens = [...sentence.matchAll(TOKEN)].map((match) => ({ word: match[0], at: match.index }));
  const wordsOnly = tokens.map(({ word }) => word);
  let worst: Violence = { grade: 0, alarming: false, sporting: false, at: 0 };
  tokens.forEach(({ word, at }, i) => {
    const verb = HARM_VERBS.get(word);
    const before = wordsOnly[i - 1] ?? "";
    if (verb === undefined || DETERMINERS.has(before)) return;
    if (!word.endsWith("ing") && before !== "" && !VERB_CUES.has(before) && !/ly$/.test(before)) return;
    const { kind, head } = objectAfter(wordsOnly, i + 1, verb.base);
    const harmless = HARMLESS_OBJECTS[verb.base]?.includes(head) ?? false;
    const grade = harmless ? 0 : gradeOf(kind, verb);
    const exceeds = grade > worst.grade;
    worst = {
      grade: exceeds ? grade : worst.grade,
      alarming: worst.alarming || verb.alarming,
      sporting: exceeds ? !verb.alarming : worst.sporting,
      at: exceeds ? at : worst.at,
    };
  });
  return worst;
}

function gradeOf(kind: ObjectKind, { person, place, alarming }: HarmVerb): Violence["grade"] {
  if (kind === "person" || kind === "animal") return person;
  if (kind === "name") return place === 3 && alarming ? 3 : 0;
  return kind === "place" || kind === "property" ? place : 0;
}

/** The object that begins at a word, after particles. */
function objectAfter(
  words: readonly string[],
  start: number,
  verb: string,
): { kind: ObjectKind; head: string } {
  let from = start;
  while (from < start + 2 && PARTICLES.has(words[from] ?? "")) from++;
  const object: string[] = [];
  for (const word of words.slice(from, from + MAX_OBJECT_WORDS)) {
    if (OBJECT_END.has(word) || !/^[\p{L}\p{N}]/u.test(word)) break;
    object.push(word);
  }
  const of = object.indexOf("of");
  if (of < 0) return classify(object, verb);
  const whole = object.slice(of + 1);
  const part = object.slice(0, of);
  const partHead = part.at(-1) ?? "";
  const passesOn =
    QUANTITIES.has(partHead) || BODY_PARTS.has(partHead) || PROPERTY.has(partHead) || partHead === "life";
  return passesOn ? classify(whole, verb) : classify(part, verb);
}

function classify(object: readonly string[], verb: string): { kind: ObjectKind; head: string } {
  const words = [...object];
  if (words.length > 1 && /^(?:my|your)self$/.test(words.at(-1)!)) words.pop();
  while (
    words.length > 1 &&
    (TRAILING.has(words.at(-1)!) || /.ly$/.test(words.at(-1)!)) &&
    !isPerson(words.at(-1)!)
  ) {
    if (BODY_PARTS.has(words.at(-1)!) || /^(?:family|bully)$/.test(words.at(-1)!)) break;
    words.pop();
  }
  const head = words.at(-1) ?? "";
  if (head === "") return { kind: "none", head };
  if (words.some((word) => GIVEN.test(word)) && words.length > 2) return { kind: "thing", head };
  const owner = words.findLastIndex((word, i) => i < words.length - 1 && /(?:'s|s')$/.test(word));
  const ownerWord = owner < 0 ? "" : bare(words[owner]!);
  const ofPerson =
    isPerson(ownerWord) || (owner < 0 && /^(?:my|his|her|their)$/.test(words[0]!) && words.length > 1);
  if (isPerson(head) || (head === "her" && words.length === 1)) return { kind: "person", head: bare(head) };
  if (BODY_PARTS.has(head)) {
    if (VITAL.test(head) && WOUNDING.has(verb)) return { kind: "person", head };
    const human = ofPerson || words.some((word) => word === "human" || isPerson(word));
    return { kind: human ? "person" : "thing", head };
  }
  if (/^(?:death|life|murder|funeral)$/.test(head) && ofPerson) return { kind: "person", head };
  if (isPerson(ownerWord) && RUINING.has(verb)) return { kind: "property", head };
  if (head === NAME && words.length === 1) return { kind: "name", head };
  if (CARED_FOR_ANIMALS.has(head)) return { kind: "animal", head };
  if (PROPERTY.has(head) && (isPerson(ownerWord) || words.some((word) => OTHERS.test(word))))
    return { kind: "property", head };
  if (CONSUMED.test(head) && verb === "poison") return { kind: "person", head };
  if (
    FIRE_VERBS.has(verb) &&
    /^(?:house|houses|home|homes|car|cars|shop|store|shed|barn)$/.test(head) &&
    !words.includes("my")
  ) {
    return { kind: "property", head };
  }
  if (PUBLIC_PLACES.has(head)) return { kind: "place", head };
  // "Someone a headshot", "people there": what follows the person is no noun of its own.
  const person = words.findIndex((word) => INDEFINITE.test(word));
  if (person >= 0 && !OWNERS.has(words[person + 1] ?? "")) return { kind: "person", head: words[person]! };
  return { kind: "thing", head };
}

/** Cut, slit or snapped, they kill, whosever they are. */
const VITAL = /^(?:throats?|necks?|skulls?|arter(?:y|ies)|kneecaps?|windpipe|carotid|jugular)$/;
const WOUNDING = new Set(["slit", "slash", "snap", "cut", "sever", "break", "stab", "pierce"]);
/** Whatever of another's is sabotaged is harmed. */
const RUINING = new Set(["sabotage", "vandalize", "vandalise", "wreck", "ransack", "torch"]);
const CONSUMED =
  /^(?:food|water|drinks?|wells?|suppl(?:y|ies)|coffee|tea|meals?|lunch|dinner|cake|soup|reservoir|bait)$/;
const FIRE_VERBS = new Set(["burn", "torch", "blow", "bomb", "firebomb", "explode"]);
const INDEFINITE = /^(?:someone|somebody|anyone|everyone|everybody|him|them)$/;
/** Somebody else's property: without an owner's name. */
const OTHERS = /^(?:his|her|their|rival|rival's|enemy|ex|neighbou?r)$/;

function isPerson(word: string): boolean {
  return standsForPeople(word);
}

function bare(word: string): string {
  return word.replace(/'s?$/, "");
}
