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

export interface SubjectFinding {
  /** One to three subjects, the best first; "Others" where none is found. */
  readonly subjects: readonly Subject[];
  /** Distinct terms of the subjects found, by tier. */
  readonly terms: Readonly<Record<TermTier, number>>;
}

/** Finds the subjects whose terms weigh most. */
export function findSubjects(text: string, languages: readonly string[] = ["English"]): SubjectFinding {
  const foreign = languages.some((language) => language !== "English");
  const scores = scoreSubjects(stemsOf(text), foreign);
  for (const [subject, points] of shapePoints(text)) {
    if (points === 0) continue;
    const before = scores.get(subject) ?? { subject, score: 0, terms: NO_TERMS };
    scores.set(subject, { ...before, score: before.score + points });
  }
  const ranked = [...scores.values()].sort(
    (a, b) => b.score - a.score || SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject),
  );
  const best = ranked[0]?.score ?? 0;
  if (best < MIN_SCORE) return { subjects: ["Others"], terms: NO_TERMS };
  const found = ranked
    .filter(({ score }, i) => i === 0 || (score >= MIN_FURTHER_SCORE && score >= MIN_SHARE * best))
    .slice(0, MAX_SUBJECTS);
  const named = found.filter(({ subject }, i) => i === 0 || (subject !== "Others" && found[0]!.subject !== "Others"));
  return {
    subjects: named.map(({ subject }) => subject),
    terms: {
      hint: Math.max(...found.map((x) => x.terms.hint)),
      everyday: Math.max(...found.map((x) => x.terms.everyday)),
      basic: Math.max(...found.map((x) => x.terms.basic)),
      expert: Math.max(...found.map((x) => x.terms.expert)),
    },
  };
}
