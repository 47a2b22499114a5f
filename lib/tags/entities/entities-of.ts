/**
 * Named entities by rules: people, places and organizations found by compromise's tagger, and dates and
 * numbers found by patterns. Names are compared in lower case without punctuation, articles and possessives.
 */
import nlp from "compromise/two";
import { createMemo, sentences } from "../../text/index.js";

/** Characters beyond it are left out. */
export const ENTITY_MAX_LENGTH = 20_000;
/** Longer sentences are read up to here: the tagger is not made for them. */
const SENTENCE_MAX_LENGTH = 600;

/** The entities of a text, each once. */
export function entitiesOf(text: string): ReadonlySet<string> {
  return textMemo(text.slice(0, ENTITY_MAX_LENGTH), findEntities);
}

const textMemo = createMemo<ReadonlySet<string>>(5_000);
const sentenceMemo = createMemo<readonly string[]>(50_000);

function findEntities(text: string): ReadonlySet<string> {
  const prose = text.replace(FENCED_CODE, "\n").replace(LIST_MARKS, "");
  const found = new Set(datesAndNumbers(prose));
  for (const sentence of sentences(prose)) {
    if (!mayHoldName(sentence)) continue;
    for (const name of sentenceMemo(sentence.slice(0, SENTENCE_MAX_LENGTH), namesIn)) found.add(name);
  }
  return found;
}

/** Code between fences holds identifiers, not names. */
const FENCED_CODE = /```[^`]*(?:```|$)/g;
/** Bullets, numbers of list items and headings, emphasis. */
const LIST_MARKS = /^[ \t]{0,8}(?:[-*•#>]{1,6}|\d{1,3}[.)])[ \t]+|\*\*|__/gm;

/** A capital that no sentence start, colon or bracket explains. */
const CAPITAL_INSIDE = /[^\s.:!?;–—(["'“‘-]["'”’)]? ["'“‘(]?(?!I\b)\p{Lu}/u;
const FIRST_WORD = /^\W{0,3}(\p{L}[\p{L}.]*)/u;

/** The tagger takes milliseconds a sentence; most sentences can be ruled out without it. */
function mayHoldName(sentence: string): boolean {
  return CAPITAL_INSIDE.test(sentence) || startsWithKnownName(sentence);
}

function startsWithKnownName(sentence: string): boolean {
  const first = FIRST_WORD.exec(sentence)?.[1];
  const tag = first === undefined ? undefined : LEXICON.get(first.toLowerCase());
  return tag !== undefined && NAME_TAGS.has(tag);
}

const LEXICON = readLexicon();

/** The tagger's own dictionary: word → tag. */
function readLexicon(): ReadonlyMap<string, string> {
  const { one } = nlp.model() as { one: { lexicon: Record<string, string | string[]> } };
  return new Map(
    Object.entries(one.lexicon).map(([word, tag]) => [word, typeof tag === "string" ? tag : (tag[0] ?? "")]),
  );
}

/** Tags of compromise that make a word part of a name. */
const NAME_TAGS: ReadonlySet<string> = new Set(
  `Person FirstName MaleName FemaleName LastName Honorific Place Country City Region Address Organization
  SportsTeam Company School`.split(/\s+/),
);

/** Neighbouring capitalised words tagged as names, joined until punctuation parts them. */
function namesIn(sentence: string): readonly string[] {
  const names: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const name = normalizeName(open.join(" "));
    if (/\p{L}{2}/u.test(name)) names.push(name);
    open = [];
  };
  for (const terms of nlp(sentence).document) {
    for (const { text, pre, post, tags } of terms) {
      if (/[^\s]/.test(pre)) close();
      const isName = /^\p{Lu}/u.test(text) && [...(tags ?? [])].some((tag) => NAME_TAGS.has(tag));
      if (isName) open.push(text);
      else close();
      if (/[^\s.]/.test(post)) close();
    }
    close();
  }
  return names;
}

function normalizeName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]s?(?= |$)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|a|an) /, "");
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const DATES = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, parts: [1, 2, 3] },
  { pattern: new RegExp(`\\b(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "gi"), parts: [3, 1, 2] },
  { pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS}),? (\\d{4})\\b`, "gi"), parts: [3, 2, 1] },
  { pattern: new RegExp(`\\b(${MONTHS})(?: of)?,? (\\d{4})\\b`, "gi"), parts: [2, 1] },
] as const;
/** Digits with thousands and decimals, and the sign of what they count. */
const NUMBER =
  /(?<![\w.,])([$€£¥]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?( ?%|(?:st|nd|rd|th)\b)?(?![\w])/g;

/** Whole dates count as one entity, year first; what is left of the text gives the numbers. */
function datesAndNumbers(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  for (const { pattern, parts } of DATES) {
    rest = rest.replace(pattern, (...groups: string[]) => {
      found.push(parts.map((part) => datePart(groups[part]!)).join("-"));
      return " ";
    });
  }
  for (const [, money = "", whole = "", decimals = "", sign = ""] of rest.matchAll(NUMBER)) {
    found.push(`${money}${whole.replaceAll(",", "")}${decimals}${sign.trim() === "%" ? "%" : ""}`);
  }
  return found;
}

/** Months and days as two digits, so that the ways of writing a date agree. */
function datePart(text: string): string {
  const month = MONTHS.split("|").indexOf(text.toLowerCase());
  return (month >= 0 ? String(month + 1) : text).padStart(2, "0");
}
