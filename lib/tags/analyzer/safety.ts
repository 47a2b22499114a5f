/** Safety concern: how far an instruction could lead to discomfort, harm or damage. */
import { SCALAR_VALUES, type ScalarValue } from "../vocabulary.js";
import {
  CONTEST,
  DENIAL,
  HARMLESS,
  HIGH_TERMS,
  HUMAN_TARGET,
  LOW_TERMS,
  MODERATE_TERMS,
  PEOPLE_GROUP,
  PRIVATE_DATA,
  SOFTENING,
  VIOLENT_VERB,
} from "./safety-lexicon.js";
import { compileTerms, stemsOf } from "./term-matcher.js";

const GRADES = SCALAR_VALUES.safety_concern;
const findTerms = compileTerms<number>([
  [3, HIGH_TERMS],
  [2, MODERATE_TERMS],
  [1, LOW_TERMS],
]);
/** Words between a violent verb and whom it strikes. */
const TARGET_REACH = 4;

/**
 * Grades a prompt: the worst term counts, harmless uses left out ("kill a process"); one grade less where
 * the prompt is about prevention, help, history or fiction.
 */
export function gradeSafety(text: string): ScalarValue<"safety_concern"> {
  const lower = text.toLowerCase().replaceAll("’", "'");
  const graded = HARMLESS.reduce((rest, pattern) => rest.replace(pattern, " "), lower);
  const worst = findTerms(stemsOf(graded)).reduce((grade, { label }) => Math.max(grade, label), 0);
  const grade = strikesPeople(graded) ? 3 : Math.max(worst, wrongsPeople(graded) ? 2 : 0);
  const softened = grade >= 2 && SOFTENING.test(lower) ? grade - 1 : grade;
  return GRADES[softened]!;
}

/** Whether a verb of violence is followed closely by a human being. */
function strikesPeople(lower: string): boolean {
  return lower.split(/[.!?\n]/).some((sentence) => {
    if (CONTEST.test(sentence)) return false;
    for (let rest = sentence; ; ) {
      const verb = VIOLENT_VERB.exec(rest);
      if (verb === null) return false;
      rest = rest.slice(verb.index + verb[0].length);
      const next = rest.trim().split(/\s+/, TARGET_REACH).join(" ");
      if (HUMAN_TARGET.test(next)) return true;
    }
  });
}

/** Whether people are denied their rights as a group, or somebody's private data is asked for. */
function wrongsPeople(lower: string): boolean {
  return (PEOPLE_GROUP.test(lower) && DENIAL.test(lower)) || PRIVATE_DATA.test(lower);
}
