/**
 * Rules of harm over concepts: who does what to whom, with what, to what end. A concept is a list of words; a rule names
 * the concepts that must follow each other closely, and those that must or must not stand anywhere else. So a few lists
 * cover many phrasings: verb × object × intent.
 */
import { PEOPLE } from "./people.js";
import { compileScanner, tokensOf } from "./word-families.js";

/** Words and rules of one kind of harm. */
export interface HarmKind {
  /** Concept → words, by blanks; `_` joins the words of a phrase, `=` takes a word as it stands, without its forms. */
  readonly words: Readonly<Record<string, string>>;
  /**
   * "grade concept concept … +anywhere -nowhere": the concepts in this order, each at most {@link MAX_GAP} words after the
   * last (`<n`: at most n); `a|b` is either. A grade with `!` holds in fiction and for questions of fact as well.
   */
  readonly rules: readonly string[];
}

/** A rule that applied. */
export interface HarmMatch {
  readonly grade: 1 | 2 | 3;
  readonly always: boolean;
}

interface Step {
  readonly concepts: readonly number[];
  readonly maxGap: number;
}
interface Rule extends HarmMatch {
  readonly steps: readonly Step[];
  readonly anywhere: readonly (readonly number[])[];
  readonly nowhere: readonly number[];
}

const MAX_GAP = 5;
/** People by the list, without words that mostly mean something else. */
const NOT_MEANT = new Set(
  "cook date crush groom black blacks white whites general race races crew coach minor crowd nation staff others humans people owner myself yourself homeless judge escort guide".split(
    " ",
  ),
);
const PRONOUNS = new Set(
  "him her them his their hers theirs he she they people someone's everyone's".split(" "),
);

/** Finds which rules apply to a lower-case text. */
export type HarmFinder = (text: string, marks: readonly string[]) => HarmMatch[];

/**
 * Compiles kinds; the words of the first are shared by all.
 * @throws {RangeError} for a rule that names an unknown concept
 */
export function compileHarms(kinds: readonly HarmKind[]): HarmFinder {
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    if (!ids.has(name)) ids.set(name, ids.size);
    return ids.get(name)!;
  };
  const [shared, ...others] = kinds;
  const lists: [string, string][] = [];
  const rules: Rule[] = [];
  const sharedNames = new Set([...Object.keys(shared?.words ?? {}), "other", "secret", "request"]);
  [shared!, ...others].forEach(({ words, rules: written }, k) => {
    const scope = (name: string): number => idOf(sharedNames.has(name) ? name : `${k}.${name}`);
    for (const [name, list] of Object.entries(words)) {
      scope(name);
      lists.push([sharedNames.has(name) ? name : `${k}.${name}`, list]);
    }
    rules.push(
      ...written.map((rule) => parseRule(rule, scope, new Set([...sharedNames, ...Object.keys(words)]))),
    );
  });
  const scan = compileScanner(lists);
  const other = idOf("other");
  const byFirst = new Map<number, Rule[]>();
  for (const rule of rules)
    for (const concept of rule.steps[0]!.concepts)
      byFirst.set(concept, [...(byFirst.get(concept) ?? []), rule]);

  return (text, marks) => {
    const tokens = tokensOf(text);
    const at: Map<number, number[]> = new Map();
    const note = (concept: number, i: number): void => {
      const places = at.get(concept);
      if (places === undefined) at.set(concept, [i]);
      else if (places.at(-1) !== i) places.push(i);
    };
    scan(tokens, (family, i) => note(idOf(family), i));
    tokens.forEach((token, i) => {
      if (isOther(token)) note(other, i);
    });
    for (const mark of marks) note(idOf(mark), -1);
    const found: HarmMatch[] = [];
    const seen = new Set<Rule>();
    for (const concept of at.keys())
      for (const rule of byFirst.get(concept) ?? []) {
        if (seen.has(rule)) continue;
        seen.add(rule);
        if (applies(rule, at)) found.push(rule);
      }
    return found;
  };
}

function applies({ steps, anywhere, nowhere }: Rule, at: ReadonlyMap<number, readonly number[]>): boolean {
  if (nowhere.some((concept) => at.has(concept))) return false;
  if (!anywhere.every((concepts) => concepts.some((concept) => at.has(concept)))) return false;
  let ends = placesOf(steps[0]!, at);
  for (const step of steps.slice(1)) {
    ends = placesOf(step, at).filter((place) =>
      ends.some((end) => place > end && place - end <= step.maxGap + 1),
    );
    if (ends.length === 0) return false;
  }
  return true;
}

function placesOf({ concepts }: Step, at: ReadonlyMap<number, readonly number[]>): number[] {
  return concepts.flatMap((concept) => at.get(concept) ?? []);
}

function parseRule(text: string, idOf: (name: string) => number, known: ReadonlySet<string>): Rule {
  const [grade, ...parts] = text.split(/\s+/) as [string, ...string[]];
  const named = (part: string): number[] =>
    part.split("|").map((name) => {
      if (!known.has(name)) throw new RangeError(`rule "${text}": no concept "${name}"`);
      return idOf(name);
    });
  return {
    grade: Number(grade[0]) as HarmMatch["grade"],
    always: grade.endsWith("!"),
    steps: parts
      .filter((part) => !/^[+-]/.test(part))
      .map((part) => {
        const [names, gap] = part.split("<") as [string, string?];
        return { concepts: named(names), maxGap: gap === undefined ? MAX_GAP : Number(gap) };
      }),
    anywhere: parts.filter((part) => part.startsWith("+")).map((part) => named(part.slice(1))),
    nowhere: parts.filter((part) => part.startsWith("-")).flatMap((part) => named(part.slice(1))),
  };
}

/** Whether a word stands for somebody else. */
function isOther(token: string): boolean {
  if (PRONOUNS.has(token)) return true;
  const bare = token.replace(/'s?$/, "");
  if (NOT_MEANT.has(bare)) return false;
  return (
    PEOPLE.has(bare) ||
    (bare.endsWith("s") && PEOPLE.has(bare.slice(0, -1)) && !NOT_MEANT.has(bare.slice(0, -1)))
  );
}
