/** Finds the legal value that a model means where it spells it otherwise, and none where that would be a guess. */
import { JOINT_SUBJECT, SCALAR_VALUES, type ScalarDimension, SUBJECTS } from "../vocabulary.js";

/** Values of a closed set and the other names that stand for them. */
interface ClosedSet {
  /** Folded name → value; null where a name could stand for several. */
  readonly byName: ReadonlyMap<string, string | null>;
  readonly names: readonly string[];
}

/** Fewer letters than this, and another word is as near as the same word misspelt. */
const MIN_LENGTH_OF_TYPO = 7;

/** The subject of the vocabulary, or the joint label of journalism and media studies; null for any other text. */
export function subjectNamed(text: string): string | null {
  return valueNamed(text, SUBJECT_SET);
}

/** The value of a scalar dimension; null for a text that is none. */
export function scalarNamed(dimension: ScalarDimension, text: string): string | null {
  return valueNamed(text, SCALAR_SETS[dimension]);
}

function valueNamed(text: string, { byName, names }: ClosedSet): string | null {
  const name = foldName(text);
  const known = byName.get(name);
  if (known !== undefined || name.length < MIN_LENGTH_OF_TYPO) return known ?? null;
  const near = new Set(names.filter((one) => differByOneLetter(one, name)).map((one) => byName.get(one)));
  return near.size === 1 ? ([...near][0] ?? null) : null;
}

/** Case, quotes, kinds of hyphen and space, plurals, and the word "and" do not tell names apart. */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .split(" ")
    .filter((word) => word !== "" && word !== "and")
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ");
}

/** Whether one letter too many, too few, another one, or two in the wrong order is all that differs. */
export function differByOneLetter(a: string, b: string): boolean {
  if (a.length > b.length) return differByOneLetter(b, a);
  if (b.length - a.length > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  const isSwap = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return isSwap || a.slice(i + 1) === b.slice(i + 1);
}

function closedSet(
  values: readonly string[],
  aliases: Readonly<Record<string, string>>,
  shortFormOf: (value: string) => string,
): ClosedSet {
  const byName = new Map<string, string | null>();
  for (const value of values) {
    const short = foldName(shortFormOf(value));
    byName.set(short, byName.has(short) ? null : value);
  }
  for (const [name, value] of Object.entries(aliases)) byName.set(foldName(name), value);
  // Last, so that a value's own name is never another's short form.
  for (const value of values) byName.set(foldName(value), value);
  return { byName, names: [...byName.keys()] };
}

/** Also known by what stands before the "and": "Medicine" can only be "Medicine and health". */
const SUBJECT_SET = closedSet(
  [...SUBJECTS, JOINT_SUBJECT],
  {
    Math: "Mathematics",
    Computing: "Computer sciences",
    "Computer science and programming": "Computer sciences",
    Programming: "Computer sciences",
    Astronomy: "Space sciences",
    Geology: "Earth sciences",
    Health: "Medicine and health",
    "Journalism, media studies": JOINT_SUBJECT,
    "Journalism and communication": JOINT_SUBJECT,
    Politics: "Political science",
    None: "Others",
    "None of the above": "Others",
  },
  (subject) => (subject === JOINT_SUBJECT ? subject : subject.split(" and ")[0]!),
);

/** Also known by their first word: only one level is "expert". */
const firstWord = (value: string): string => value.split(" ")[0]!;
const SCALAR_SETS: Readonly<Record<ScalarDimension, ClosedSet>> = {
  expertise_level: closedSet(
    SCALAR_VALUES.expertise_level,
    { "general knowledge": "general public" },
    firstWord,
  ),
  open_endedness: closedSet(
    SCALAR_VALUES.open_endedness,
    { none: "no", medium: "moderate", "not open-ended": "no" },
    firstWord,
  ),
  safety_concern: closedSet(
    SCALAR_VALUES.safety_concern,
    { none: "safe", "no concern": "safe", medium: "moderate" },
    firstWord,
  ),
  complexity_of_intents: closedSet(SCALAR_VALUES.complexity_of_intents, { medium: "moderate" }, firstWord),
};
