/** What a prompt shows of the expertise that it needs: counts and cues, each a small number. */
import type { Subject } from "../vocabulary.js";
import {
  ADVICE_CUE,
  CREATION_CUE,
  EXPERT_CUE,
  FACT_CUE,
  FORM_CUE,
  LAY_CUE,
  TASK_CUE,
  THEORY_CUE,
} from "./expertise-cues.js";
import { COMMON_WORDS } from "./lexicons/index.js";
import { asksForCode } from "./subject-cues.js";
import type { SubjectFinding } from "./subjects.js";

/** Subjects whose everyday words are already those of a trade. */
const TECHNICAL: ReadonlySet<Subject> = new Set<Subject>([
  "Biology",
  "Chemistry",
  "Earth sciences",
  "Physics",
  "Space sciences",
  "Computer sciences",
  "Logic",
  "System science",
  "Chemical engineering",
  "Civil engineering",
  "Electrical engineering",
  "Materials science and engineering",
  "Mechanical engineering",
  "Mathematics",
  "Economics",
  "Law",
  "Philosophy",
  "Divinity",
]);
const LONG_WORD_LENGTH = 9;
const RARE_WORD_LENGTH = 4;
const WORD = /[A-Za-z][A-Za-z'-]+/g;
const INNER_NAME = /(?<=[a-z,;] )[A-Z][a-z]+/g;

export const EXPERTISE_FEATURES = [
  "expertTerms",
  "basicTerms",
  "everydayTerms",
  "hints",
  "anyExpertTerm",
  "anyBasicTerm",
  "everydayTermsOnly",
  "basicTermsOfAll",
  "everydayTermsOfAll",
  "rareWords",
  "longWords",
  "meanWordLength",
  "logWordCount",
  "innerNames",
  "digits",
  "expertCues",
  "layCue",
  "taskCue",
  "theoryCues",
  "factCue",
  "adviceCue",
  "formCue",
  "creationCue",
  "codeAsked",
  "isMathematics",
  "isOthers",
  "isTechnical",
] as const;
export type ExpertiseFeature = (typeof EXPERTISE_FEATURES)[number];

/**
 * The features of a prompt, in the order of {@link EXPERTISE_FEATURES}; counts are capped, cues are 0 or 1.
 * @param finding what `findSubjects` gives for the text
 */
export function expertiseFeatures(text: string, finding: SubjectFinding): number[] {
  const { subjects, terms, allTerms, stems } = finding;
  const words = text.match(WORD) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const main = subjects[0]!;
  const known = terms.expert + terms.basic;
  const features: Record<ExpertiseFeature, number> = {
    expertTerms: Math.min(3, terms.expert),
    basicTerms: Math.min(4, terms.basic),
    everydayTerms: Math.min(4, terms.everyday),
    hints: Math.min(4, terms.hint),
    anyExpertTerm: flag(terms.expert > 0),
    anyBasicTerm: flag(terms.basic > 0),
    everydayTermsOnly: flag(known === 0 && terms.everyday + terms.hint > 0),
    basicTermsOfAll: Math.min(4, allTerms.basic),
    everydayTermsOfAll: Math.min(4, allTerms.everyday),
    rareWords: Math.min(8, new Set(stems.filter(isRare)).size),
    longWords: Math.min(4, words.filter((word) => word.length >= LONG_WORD_LENGTH).length),
    meanWordLength: Math.min(10, letters / Math.max(1, words.length)),
    logWordCount: Math.log(Math.max(1, words.length)),
    innerNames: Math.min(3, text.match(INNER_NAME)?.length ?? 0),
    digits: Math.min(3, (text.match(/\d/g)?.length ?? 0) / 5),
    expertCues: Math.min(3, new Set(text.match(EXPERT_CUE)).size),
    layCue: flag(LAY_CUE.test(text)),
    taskCue: flag(TASK_CUE.test(text)),
    theoryCues: Math.min(2, text.match(THEORY_CUE)?.length ?? 0),
    factCue: flag(FACT_CUE.test(text)),
    adviceCue: flag(ADVICE_CUE.test(text)),
    formCue: flag(FORM_CUE.test(text)),
    creationCue: flag(CREATION_CUE.test(text)),
    codeAsked: flag(asksForCode(text)),
    isMathematics: flag(main === "Mathematics"),
    isOthers: flag(main === "Others"),
    isTechnical: flag(TECHNICAL.has(main)),
  };
  return EXPERTISE_FEATURES.map((name) => features[name]);
}

function isRare(stem: string): boolean {
  return stem.length >= RARE_WORD_LENGTH && !COMMON_WORDS.has(stem);
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}
