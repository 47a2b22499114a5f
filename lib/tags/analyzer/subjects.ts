/** Subjects of expertise of an instruction. */
import { SUBJECTS, type Subject } from "../vocabulary.js";
import type { TermTier } from "./lexicons/index.js";
import { shapePoints } from "./subject-cues.js";
import { NO_TERMS, scoreSubjects } from "./subject-scores.js";
import { stemsOf } from "./term-matcher.js";

/** At most so many subjects, as the original's tagger gives. */
export const MAX_SUBJECTS = 3;
/** Least score of the best subject. */
const MIN_SCORE = 1;
/** Least score and least share of the best one's score of any further subject. */
const MIN_FURTHER_SCORE = 3;
const MIN_SHARE = 0.7;

/** Points a subject, by subject; other evidence than word lists comes in this form. */
export type SubjectPoints = readonly (readonly [Subject, number])[];

export interface SubjectFinding {
  /** One to three subjects, the best first; "Others" where none is found. */
  readonly subjects: readonly Subject[];
  /** Distinct terms of the subjects found, by tier: the most that one of them has. */
  readonly terms: Readonly<Record<TermTier, number>>;
  /** Distinct terms of any subject, by the lowest tier that a list gives them. */
  readonly allTerms: Readonly<Record<TermTier, number>>;
  /** The words of the text, as `stemsOf` gives them. */
  readonly stems: readonly string[];
}

export interface SubjectOptions {
  /** Languages of the text; words of others than English are looked for where one is. Default English. */
  readonly languages?: readonly string[];
  /** Further evidence. */
  readonly points?: SubjectPoints;
}

/** Finds the subjects whose terms weigh most. */
export function findSubjects(
  text: string,
  { languages = ["English"], points = [] }: SubjectOptions = {},
): SubjectFinding {
  const stems = stemsOf(text);
  const { scores, allTerms } = scoreSubjects(
    stems,
    languages.some((language) => language !== "English"),
  );
  for (const [subject, added] of [...shapePoints(text), ...points]) {
    const before = scores.get(subject) ?? { subject, score: 0, terms: NO_TERMS };
    scores.set(subject, { ...before, score: before.score + added });
  }
  const ranked = [...scores.values()].sort(
    (a, b) => b.score - a.score || SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject),
  );
  const best = ranked[0];
  if (best === undefined || best.score < MIN_SCORE)
    return { subjects: ["Others"], terms: NO_TERMS, allTerms, stems };
  const further = ranked
    .slice(1)
    .filter(({ score }) => score >= MIN_FURTHER_SCORE && score >= MIN_SHARE * best.score)
    // "Others" is what nothing else fits: it stands alone.
    .filter(({ subject }) => subject !== "Others" && best.subject !== "Others");
  const found = [best, ...further].slice(0, MAX_SUBJECTS);
  const most = (tier: TermTier): number => Math.max(...found.map(({ terms }) => terms[tier]));
  return {
    subjects: found.map(({ subject }) => subject),
    terms: { hint: most("hint"), everyday: most("everyday"), basic: most("basic"), expert: most("expert") },
    allTerms,
    stems,
  };
}
