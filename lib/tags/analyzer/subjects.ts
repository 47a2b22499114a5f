/** Subjects of expertise, by weighted word lists. */
import { SUBJECTS, type Subject } from "../vocabulary.js";
import { SUBJECT_LEXICON } from "./lexicons/index.js";
import { compileTerms, stemsOf } from "./term-matcher.js";

/** At most so many subjects, as the original's tagger gives. */
export const MAX_SUBJECTS = 3;
const WEIGHTS = { strong: 3, weak: 1 } as const;
type Strength = keyof typeof WEIGHTS;
/** Least score: one strong term, or two weak ones; a single weak one counts where no other subject has any. */
const MIN_SCORE = 2;
/** Least share of the best subject's score. */
const MIN_SHARE = 0.4;
/** Every further word of a term says so much more: "civil war" beats "war". */
const PHRASE_BONUS = 1;

const findTerms = compileTerms(
  Object.entries(SUBJECT_LEXICON).flatMap(([subject, terms]) =>
    (["strong", "weak"] as const).map(
      (strength) => [{ subject: subject as Subject, strength }, terms[strength]] as const,
    ),
  ),
);

export interface SubjectFinding {
  /** One to three subjects, the best first; "Others" where none is found. */
  readonly subjects: readonly Subject[];
  /** Distinct strong terms of the subjects found. */
  readonly strongTermCount: number;
}

/** Scores every subject by the distinct terms that occur in an instruction. */
export function findSubjects(text: string): SubjectFinding {
  const scores = new Map<Subject, { score: number; strong: number }>();
  const seen = new Set<string>();
  if (isWordProblem(text)) scores.set("Mathematics", { score: WEIGHTS.strong, strong: 1 });
  for (const { label, term } of findTerms(stemsOf(text))) {
    const key = `${label.subject}\n${term}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { score, strong } = scores.get(label.subject) ?? { score: 0, strong: 0 };
    scores.set(label.subject, {
      score: score + scoreOf(label.strength, term),
      strong: strong + (label.strength === "strong" ? 1 : 0),
    });
  }
  const ranked = [...scores].sort(
    ([a, { score: x }], [b, { score: y }]) => y - x || SUBJECTS.indexOf(a) - SUBJECTS.indexOf(b),
  );
  const best = ranked[0]?.[1].score ?? 0;
  const minScore = ranked.length === 1 ? 1 : Math.max(MIN_SCORE, MIN_SHARE * best);
  const found = ranked.filter(([, { score }]) => score >= minScore).slice(0, MAX_SUBJECTS);
  if (found.length === 0) return { subjects: ["Others"], strongTermCount: 0 };
  return {
    subjects: found.map(([subject]) => subject),
    strongTermCount: found.reduce((sum, [, { strong }]) => sum + strong, 0),
  };
}

function scoreOf(strength: Strength, term: string): number {
  return WEIGHTS[strength] + PHRASE_BONUS * (term.split(" ").length - 1);
}

const NUMERAL = /\b\d+(?:[.,]\d+)*\b/g;
const AMOUNT_ASKED =
  /\b(?:how (?:many|much|far|long|old|fast)|what (?:distance|share|amount|total|fraction|percentage|is \d))\b/i;

/** A question for an amount with two or more numbers in it: arithmetic, whatever it is dressed in. */
function isWordProblem(text: string): boolean {
  return AMOUNT_ASKED.test(text) && (text.match(NUMERAL)?.length ?? 0) >= 2;
}
