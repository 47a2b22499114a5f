/**
 * What is known of a phrase before its sentence is looked at: compromise's dictionary (given names, surnames, cities,
 * countries, organizations, teams; and the verbs and adjectives that make a word a common one), and our own lists.
 */
import { lazy } from "../../base/index.js";
import { countTokens } from "../../text/index.js";
import { loadCompromise } from "./compromise.js";
import { foldName } from "./entity-key.js";
import { COMMON_NOUNS } from "./gazetteers/common-nouns.js";
import { FUNCTION_WORDS, NOT_NAME_WORDS, NOT_NAMES } from "./gazetteers/not-names.js";
import { NOT_ORGANIZATIONS, ORGANIZATION_WORDS, ORGANIZATIONS } from "./gazetteers/organizations.js";
import { GIVEN_NAMES, GIVEN_WORDS, PEOPLE, PEOPLE_WORDS, SURNAME_WORDS } from "./gazetteers/people.js";
import { NOT_PLACES, PLACE_WORDS, PLACES } from "./gazetteers/places.js";
import { WORK_WORDS, WORKS } from "./gazetteers/works.js";

/** What a phrase may be; several may hold. */
export const KIND = {
  person: 1,
  given: 2,
  surname: 4,
  place: 8,
  organization: 16,
  work: 32,
  /** It is also a word or another name: the sentence must decide. */
  doubtful: 64,
  /** A capitalised word that names nothing of the six types: languages, peoples, software, titles, headings. */
  other: 128,
  /** A verb, adjective, noun … of the language. */
  common: 256,
  /** A verb, adverb or function word: at the start of a sentence it is no part of a name. */
  opener: 512,
  /** An article, preposition, pronoun …: where it starts a sentence it is no part of a name, nor the end of one. */
  functional: 1024,
} as const;

const KIND_OF_TAG: Readonly<Record<string, number>> = {
  Person: KIND.person,
  FirstName: KIND.given,
  MaleName: KIND.given,
  FemaleName: KIND.given,
  LastName: KIND.surname,
  Place: KIND.place,
  City: KIND.place,
  Country: KIND.place,
  Region: KIND.place,
  Organization: KIND.organization,
  SportsTeam: KIND.organization,
  Demonym: KIND.other,
  Honorific: KIND.other,
};

const OPENER_TAG =
  /Verb|Tense|Gerund|Participle|Modal|Copula|Auxiliary|Infinitive|Imperative|Adverb|Preposition|Conjunction|Determiner|Pronoun|Question|Expression|Negative/;

interface Model {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: {
    readonly switches: Readonly<Record<string, string>>;
    readonly orgWords: Readonly<Record<string, true>>;
    readonly placeWords: Readonly<Record<string, true>>;
  };
}

interface Dictionary {
  /** Folded phrase → its kinds, as bits. */
  readonly kinds: Map<string, number>;
  /** First word → most words of a phrase that starts with it. */
  readonly longest: Map<string, number>;
}

const model = lazy(() => loadCompromise().model() as unknown as Model);

const dictionary = lazy((): Dictionary => {
  const made: Dictionary = { kinds: new Map(), longest: new Map() };
  readLexicon(made, model());
  readLists(made);
  return made;
});

/** Kinds of a folded phrase, as bits; 0 for one that is not known. */
export function kindsOf(phrase: string): number {
  return dictionary().kinds.get(phrase) ?? 0;
}

/** Most words of a known phrase that starts with this word. */
export function longestPhrase(firstWord: string): number {
  return dictionary().longest.get(firstWord) ?? 0;
}

/** Nouns that end the name of an organization ("University"). */
export const organizationNouns = lazy((): string[] => Object.keys(model().two.orgWords));
/** Nouns that end the name of a place ("River"). */
export const placeNouns = lazy((): string[] => Object.keys(model().two.placeWords));

const COMMON_ENDING =
  /(?:tion|sion|ment|ness|ity|ism|ist|ology|ography|ance|ence|ship|hood|able|ible|ful|less|ous|ive|ical|ings?|edly|ly|ware|ies|ices|isms|ists|tions|ments|tures?|ersy|acy|ency|ancy|omy|etry|aphy|gram|scope|meter|cracy)$/;

/**
 * Whether it is an ordinary word: in the dictionary, by its ending, or because LLaMA's vocabulary holds it (or its
 * singular) as one token, in lower case: only frequent words are.
 */
export function isCommonWord(word: string): boolean {
  if ((kindsOf(word) & KIND.common) !== 0) return true;
  if (word.length > 24 || !/^[a-z]+$/.test(word)) return false;
  if (word.length > 6 && COMMON_ENDING.test(word)) return true;
  if (word.length > 5 && /is[mt]s?$/.test(word)) return true;
  if (word.length > 4 && word.endsWith("s") && (kindsOf(word.slice(0, -1)) & KIND.common) !== 0) return true;
  return isOneToken(word) || (word.length > 3 && word.endsWith("s") && isOneToken(word.slice(0, -1)));
}

function isOneToken(word: string): boolean {
  return word.length > 2 && countTokens(word) === 1;
}

function readLexicon(made: Dictionary, { one, two }: Model): void {
  const drop = new Set([...list(NOT_PLACES), ...list(NOT_ORGANIZATIONS)]);
  for (const [phrase, tags] of Object.entries(one.lexicon)) {
    const folded = foldName(phrase);
    if (folded === "" || drop.has(folded)) continue;
    for (const tag of typeof tags === "string" ? [tags] : tags) {
      add(made, folded, KIND_OF_TAG[tag] ?? (OPENER_TAG.test(tag) ? KIND.common | KIND.opener : KIND.common));
    }
  }
  // Given names that are words or places too ("Grant", "Rose", "Jordan").
  for (const [word, choice] of Object.entries(two.switches)) {
    if (!choice.startsWith("Person|")) continue;
    const known = made.kinds.get(word) ?? 0;
    made.kinds.set(word, (known & ~KIND.person) | KIND.given | KIND.doubtful);
    if (choice === "Person|Place") add(made, word, KIND.place);
  }
}

function readLists(made: Dictionary): void {
  for (const [names, kind] of [
    [PLACES, KIND.place],
    [ORGANIZATIONS, KIND.organization],
    [PEOPLE, KIND.person],
    [GIVEN_NAMES, KIND.given],
    [GIVEN_WORDS, KIND.given | KIND.doubtful | KIND.common],
    [SURNAME_WORDS, KIND.surname | KIND.common],
    [WORKS, KIND.work],
    [PLACE_WORDS, KIND.doubtful],
    [ORGANIZATION_WORDS, KIND.doubtful],
    [PEOPLE_WORDS, KIND.doubtful],
    [WORK_WORDS, KIND.doubtful],
    [NOT_NAMES, KIND.other],
    [NOT_NAME_WORDS, KIND.common],
    [COMMON_NOUNS, KIND.common],
    [FUNCTION_WORDS, KIND.common | KIND.opener | KIND.functional],
  ] as const) {
    for (const name of list(names)) {
      const folded = foldName(name);
      add(made, folded, kind);
      // "the Great Gatsby": the article may stay outside.
      const bare = folded.replace(/^(?:the|a|an) /, "");
      if (bare !== folded && bare.includes(" ")) add(made, bare, kind);
    }
  }
}

function add({ kinds, longest }: Dictionary, phrase: string, kind: number): void {
  kinds.set(phrase, (kinds.get(phrase) ?? 0) | kind);
  const [first = "", ...rest] = phrase.split(" ");
  longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
}

function list(names: string): string[] {
  return names
    .split(/[,\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
