/** Expertise level: what one must know to follow an instruction. */
import type { ScalarValue, Subject } from "../vocabulary.js";
import { EXPERT_CUES, LAY_CUES } from "./prompt-cues.js";
import type { SubjectFinding } from "./subjects.js";

/** Subjects in which everybody gets along without training. */
const EVERYDAY: ReadonlySet<Subject> = new Set<Subject>([
  "Culinary arts",
  "Family and consumer science",
  "Human physical performance and recreation",
  "Geography",
  "Media studies and communication",
  "Transportation",
  "Education",
  "Literature",
  "Journalism",
  "Others",
]);
const EXPERT_CUE_POINTS = 2;
const CODE_POINTS = 2;
const LAY_POINTS = -3;
const LONG_WORD = /\b\p{L}{11,}\b/gu;
/** So many long words count as much as one strong term. */
const LONG_WORDS_A_POINT = 3;
const MAX_TERM_POINTS = 3;
const MAX_LONG_WORD_POINTS = 2;
const BASIC_MIN = 2;
const EXPERT_MIN = 4;

/** Grades by points: expert vocabulary, terms of a trained subject, code, long words; less for lay wording. */
export function gradeExpertise(
  text: string,
  { subjects, terms }: SubjectFinding,
  hasCode: boolean,
): ScalarValue<"expertise_level"> {
  const cues = EXPERT_CUES.reduce(
    (sum, cue) =>
      sum + new Set((text.match(new RegExp(cue.source, "gi")) ?? []).map((hit) => hit.toLowerCase())).size,
    0,
  );
  const trained = subjects.some((subject) => !EVERYDAY.has(subject));
  const longWords = new Set(text.match(LONG_WORD) ?? []).size;
  const points =
    EXPERT_CUE_POINTS * cues +
    (trained ? Math.min(MAX_TERM_POINTS, 1 + terms.expert + terms.basic) : 0) +
    (hasCode ? CODE_POINTS : 0) +
    Math.min(MAX_LONG_WORD_POINTS, Math.floor(longWords / LONG_WORDS_A_POINT)) +
    (LAY_CUES.test(text) ? LAY_POINTS : 0);
  if (points >= EXPERT_MIN) return "expert domain knowledge";
  return points >= BASIC_MIN ? "basic domain knowledge" : "general public";
}
