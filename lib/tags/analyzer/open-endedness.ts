/** Open-endedness: how much freedom an instruction leaves to the answer (paper, Table 12). */
import { sentences } from "../../text/index.js";
import type { ScalarValue } from "../vocabulary.js";
import { instructionOf } from "./instruction.js";
import {
  ADVICE,
  BROAD,
  CODE_REQUEST,
  COMPUTATION,
  FACT_QUESTION,
  FREE_CREATION,
  OPEN_WRITING,
  SINGLE_ANSWER,
} from "./openness-cues.js";

/** Two numbers and a question make a calculation. */
const MIN_NUMBERS = 2;
const NUMERAL = /\d+(?:[.,]\d+)*/g;

/**
 * "high": made up or chosen freely; "moderate": advice, plans, opinion, writing to a purpose; "no": one right
 * answer (a fact, a sum, a program, a choice); "low": the rest, where the content is set and the wording is not
 * (explanations, summaries, translations, several facts at once).
 */
export function gradeOpenEndedness(
  text: string,
  constraints: readonly string[] = [],
  material: readonly string[] = [],
): ScalarValue<"open_endedness"> {
  const instruction = instructionOf(text);
  const has = (cues: readonly RegExp[], in_ = instruction): boolean => cues.some((cue) => cue.test(in_));
  if (has(FREE_CREATION)) return "high";
  if (has(CODE_REQUEST) || isCalculation(instruction)) return "no";
  const asked = sentences(instruction).filter(isFactQuestion);
  const questions = asked.length > 1 ? asked.filter((sentence) => !POLITE.test(sentence)) : asked;
  if (questions.length === 0) {
    if (has(OPEN_WRITING)) return "moderate";
    if (has(SINGLE_ANSWER)) return "no";
    if (has(ADVICE)) return "moderate";
    return constraints.length > 0 && material.length === 0 ? "moderate" : "low";
  }
  if (has(OPEN_WRITING)) return "moderate";
  if (has(SINGLE_ANSWER)) return "no";
  return questions.length === 1 && !BROAD.test(instruction) ? "no" : "low";
}

/** "Can you tell me this?": the question comes after it. */
const POLITE = /^(?:can|could|would|will) you\b/i;
/** Questions of fact that need no mark to be one. */
const SHORT_FACT = /^(?:who|whose|when|where|how (?:many|much|old|tall|far)|(?:in )?(?:what|which) (?:year|country|city|century))\b/i;

/** A sentence that asks for a fact, not for advice. */
function isFactQuestion(sentence: string): boolean {
  return (sentence.endsWith("?") || SHORT_FACT.test(sentence)) && FACT_QUESTION.test(sentence) && !ADVICE.some((cue) => cue.test(sentence));
}

function isCalculation(instruction: string): boolean {
  if (COMPUTATION.strong.test(instruction)) return true;
  return COMPUTATION.question.test(instruction) && (instruction.match(NUMERAL)?.length ?? 0) >= MIN_NUMBERS;
}
