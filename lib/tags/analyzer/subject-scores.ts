/** How much a text speaks of each subject, by the terms of the word lists. */
import type { Subject } from "../vocabulary.js";
import {
  NEUTRAL_PHRASES,
  OTHER_LANGUAGES,
  SUBJECT_LEXICON,
  TERM_TIERS,
  type TermTier,
} from "./lexicons/index.js";
import { compileTerms, type TermHit } from "./term-matcher.js";

/** Weight of a term by its tier: what only suggests a subject counts least. */
const TIER_WEIGHTS: Readonly<Record<TermTier, number>> = { hint: 1, everyday: 2.5, basic: 3.5, expert: 4 };
/** Every further word of a term says so much more: "civil war" beats "war". */
const PHRASE_BONUS = 0.75;
/** A term of k subjects counts this power of 1 / k for each. */
const SHARED_POWER = 0.5;

interface TermLabel {
  /** Null for a phrase that is about nothing. */
  readonly subject: Subject | null;
  readonly tier: TermTier;
}

const findTerms = compileTerms<TermLabel>([
  ...Object.entries(SUBJECT_LEXICON).flatMap(([subject, terms]) =>
    TERM_TIERS.map((tier) => [{ subject: subject as Subject, tier }, terms[tier]] as const),
  ),
  [{ subject: null, tier: "hint" }, NEUTRAL_PHRASES],
]);
const findForeignTerms = compileTerms<TermLabel>(
  Object.entries(OTHER_LANGUAGES).map(([subject, terms]) => [
    { subject: subject as Subject, tier: "everyday" },
    terms,
  ]),
);

/** What one subject has in a text. */
export interface SubjectScore {
  readonly subject: Subject;
  readonly score: number;
  /** Distinct terms of each tier. */
  readonly terms: Readonly<Record<TermTier, number>>;
}

export interface SubjectScores {
  /** The subjects that the text has terms of. */
  readonly scores: Map<Subject, SubjectScore>;
  /** Distinct terms of any subject, by the lowest tier that a list gives them. */
  readonly allTerms: Readonly<Record<TermTier, number>>;
}

export const NO_TERMS: SubjectScore["terms"] = { hint: 0, everyday: 0, basic: 0, expert: 0 };

/**
 * Scores every subject that a text has terms of.
 * @param stems the words of the text, as `stemsOf` gives them
 * @param foreign whether to look for words of other languages than English too
 */
export function scoreSubjects(stems: readonly string[], foreign: boolean): SubjectScores {
  const scores = new Map<Subject, SubjectScore>();
  const allTerms = { ...NO_TERMS };
  for (const [term, tiers] of tiersOfTerms(stems, foreign)) {
    const phraseBonus = PHRASE_BONUS * (term.split(" ").length - 1);
    let lowest: TermTier = "expert";
    for (const [subject, tier] of tiers) {
      const before = scores.get(subject) ?? { subject, score: 0, terms: NO_TERMS };
      scores.set(subject, {
        subject,
        score: before.score + (TIER_WEIGHTS[tier] + phraseBonus) / tiers.size ** SHARED_POWER,
        terms: { ...before.terms, [tier]: before.terms[tier] + 1 },
      });
      if (TIER_WEIGHTS[tier] < TIER_WEIGHTS[lowest]) lowest = tier;
    }
    allTerms[lowest]++;
  }
  return { scores, allTerms };
}

/** The distinct terms of a text, each with its tier in every subject that lists it. */
function tiersOfTerms(stems: readonly string[], foreign: boolean): Map<string, Map<Subject, TermTier>> {
  const found = new Map<string, Map<Subject, TermTier>>();
  const hits = [...findTerms(stems), ...(foreign ? findForeignTerms(stems) : [])];
  for (const { label, term } of withoutParts(hits)) {
    if (label.subject === null) continue;
    const tiers = found.get(term) ?? new Map<Subject, TermTier>();
    const known = tiers.get(label.subject);
    // A word of two lists of one subject counts once, by the weaker: hints are the words that mislead.
    if (known === undefined || TIER_WEIGHTS[label.tier] < TIER_WEIGHTS[known]) {
      tiers.set(label.subject, label.tier);
    }
    found.set(term, tiers);
  }
  return found;
}

/** Leaves out terms inside longer ones: a "suspension bridge" is no card game, a "nuclear family" no reactor. */
function withoutParts<Label>(hits: readonly TermHit<Label>[]): TermHit<Label>[] {
  const longestAt = new Map<number, number>();
  for (const { at, length } of hits) longestAt.set(at, Math.max(longestAt.get(at) ?? 0, length));
  let coveredTo = 0;
  const coveredBefore = new Map<number, number>();
  for (const at of [...longestAt.keys()].sort((a, b) => a - b)) {
    coveredBefore.set(at, coveredTo);
    coveredTo = Math.max(coveredTo, at + longestAt.get(at)!);
  }
  return hits.filter(
    ({ at, length }) => length === longestAt.get(at) && at + length > coveredBefore.get(at)!,
  );
}
