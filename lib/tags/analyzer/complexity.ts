/**
 * Complexity of intents: how many goals and requirements an instruction has (paper, Table 12). One goal is
 * simple; a second one, or a requirement beside it, makes it moderate; four and more make it complex, as do two
 * full questions that have nothing to do with each other.
 */
import { sentences, words } from "../../text/index.js";
import type { ScalarValue } from "../vocabulary.js";
import { instructionOf } from "./instruction.js";
import { CODE_REQUEST } from "./openness-cues.js";
import {
  ANNOUNCES_TWO,
  CLAUSE_BREAK,
  CODE_CONDITION,
  CONSTRAINT_NOT_COUNTED,
  HALF_GOAL,
  NO_GOAL,
  QUESTION_CLAUSE,
  REQUEST_CLAUSE,
  REQUIREMENT,
} from "./request-cues.js";

const MODERATE_MIN = 2;
const COMPLEX_MIN = 4;
/** Constraints of form beyond so many add nothing: they are often one wish in two words. */
const MAX_CONSTRAINTS = 3;
/** Shorter questions are follow-ups ("Why?", "Any tips?") … */
const MIN_QUESTION_WORDS = 3;
/** … and these where nobody announced two questions. */
const MIN_FULL_QUESTION_WORDS = 5;
/** Items of a list that are asked for; fewer are an aside. */
const MIN_LIST_ITEMS = 3;
/** Ends of sentences, also before small letters and in the midst of numbered questions. */
const QUESTION_BREAK = /(?<=[?!.])\s+|\n+/;
const LIST_LINE = /^\s*(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/gm;

/** Grades by goals, requirements and constraints of form. */
export function gradeComplexity(
  text: string,
  constraints: readonly string[],
): ScalarValue<"complexity_of_intents"> {
  const instruction = instructionOf(text);
  if (asksTwoThings(instruction)) return "complex";
  const formal = new Set(
    constraints.filter((constraint) => !CONSTRAINT_NOT_COUNTED.test(constraint)).map(wishOf),
  );
  const demands =
    countGoals(instruction) + countRequirements(instruction) + Math.min(MAX_CONSTRAINTS, formal.size);
  if (demands >= COMPLEX_MIN) return "complex";
  return demands >= MODERATE_MIN ? "moderate" : "simple";
}

/** "Four steps as a numbered list" is one wish. */
function wishOf(constraint: string): string {
  return /^(?:#items|format=(?:bullet|numbered|list|steps))/.test(constraint) ? "list" : constraint;
}

/** Two full questions, announced as two or about different things. */
export function asksTwoThings(instruction: string): boolean {
  const questions = instruction
    .split(QUESTION_BREAK)
    .filter((sentence) => sentence.trim().endsWith("?") && words(sentence).length >= MIN_QUESTION_WORDS);
  if (questions.length >= 2 && ANNOUNCES_TWO.test(instruction)) return true;
  const [first, second] = questions.filter(
    (question) => words(question).length >= MIN_FULL_QUESTION_WORDS && !NO_GOAL.test(question),
  );
  if (first === undefined || second === undefined || questions.length > 3) return questions.length > 3;
  return !refersBack(second) && sharesNothing(first, second);
}

function refersBack(question: string): boolean {
  return /\b(?:it|its|that|this|they|them|their|these|those|he|she|his|her|him|one|ones|else|other|another|same|such|then|so|i|my|me|we|our)\b/i.test(
    question,
  );
}

/** Whether two questions have no word of content in common. */
function sharesNothing(first: string, second: string): boolean {
  const content = (text: string): string[] =>
    words(text)
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 5));
  const known = new Set(content(first));
  return content(second).every((word) => !known.has(word));
}

function countGoals(instruction: string): number {
  let goals = 0;
  for (const sentence of sentences(instruction)) {
    for (const clause of sentence.split(CLAUSE_BREAK)) {
      if (NO_GOAL.test(clause)) continue;
      if (HALF_GOAL.test(clause)) goals += 0.5;
      else if (REQUEST_CLAUSE.test(clause) || QUESTION_CLAUSE.test(clause)) goals += 1;
    }
    goals += listedGoals(sentence);
  }
  const lines = instruction.match(LIST_LINE)?.length ?? 0;
  return Math.max(1, goals) + (lines >= MIN_LIST_ITEMS ? Math.min(MAX_CONSTRAINTS, lines - 1) : 0);
}

/** "Help us: a hypothesis, what to keep constant, a log sheet": what is listed after a colon. */
function listedGoals(sentence: string): number {
  const listed = /:\s+([^:?]{20,})$/.exec(sentence)?.[1];
  if (listed === undefined) return 0;
  const items = listed.split(/[,;]\s+(?:and )?/).filter((item) => /\p{L}/u.test(item));
  return items.length >= MIN_LIST_ITEMS ? Math.min(MAX_CONSTRAINTS, items.length - 1) : 0;
}

function countRequirements(instruction: string): number {
  const told = sentences(instruction)
    .filter((sentence) => !sentence.endsWith("?"))
    .join("\n");
  const found = new Set((told.match(REQUIREMENT) ?? []).map((cue) => cue.toLowerCase().slice(0, 6)));
  const code = CODE_REQUEST.some((cue) => cue.test(instruction)) && CODE_CONDITION.test(instruction) ? 1 : 0;
  return found.size + code;
}
