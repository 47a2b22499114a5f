/** Open-endedness: how much freedom an instruction leaves to the answer (paper, Table 12). */
import type { ScalarValue } from "../vocabulary.js";
import { asksTwoThings } from "./complexity.js";
import { findFormatConstraints } from "./format-constraints.js";
import { findInContextMaterial } from "./in-context-material.js";
import { instructionOf } from "./instruction.js";
import {
  ABOUT_A_WORK,
  ADVICE,
  BROAD,
  CODE_REQUEST,
  COMPUTATION,
  FACT_QUESTION,
  FREE_CREATION,
  GENRE_NAMED,
  NOT_CODE,
  OPEN_WRITING,
  PROGRAMMING_LANGUAGE,
  ROLE_PLAY,
  SINGLE_ANSWER,
  TO_THE_READER,
} from "./openness-cues.js";

const NUMERAL = /\d+(?:[.,]\d+)*/g;
/** So many numbers and a question for an amount make a calculation; more numbers do where nothing else is asked. */
const MIN_NUMBERS = 2;
const MIN_NUMBERS_ALONE = 3;
/** Where a statement or question ends, also where nobody minds capitals. */
const PIECES = /(?<=[?!])\s+|(?<=[.:;])\s+|\n+|\s+[-–—]\s+/;
/** Reasons and comparisons take more than a statement. */
const REASON = /\b(?:why|differences?|differ)\b/i;
const QUESTION_WORD = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/i;
/** "Can you tell me this?": the question comes after it. */
const POLITE = /^(?:can|could|would|will) you\b(?!.{0,30}\bexplain\b)/i;

/**
 * "high": made up or chosen freely; "moderate": advice, plans, opinion, writing to a purpose; "no": one right
 * answer (a fact, a sum, a program, a choice), though it may be put in many words; "low": the rest, where the
 * content is set and the wording is not (explanations at length, summaries, translations, several facts at once).
 */
export function gradeOpenEndedness(
  text: string,
  constraints: readonly string[] = findFormatConstraints(text),
  material: readonly string[] = findInContextMaterial(text),
): ScalarValue<"open_endedness"> {
  const instruction = instructionOf(text);
  const pieces = instruction.split(PIECES);
  const facts = pieces.filter(isFactQuestion);
  const rest = pieces.filter((piece) => !facts.includes(piece)).join("\n");
  const any = (cues: readonly RegExp[], where: string): boolean => cues.some((cue) => cue.test(where));
  if (asksTwoThings(instruction)) return "low";
  if (any(FREE_CREATION, rest) || (facts.length === 0 && any(ROLE_PLAY, rest))) return "high";
  if (facts.length === 0 && material.length === 0 && GENRE_NAMED.test(rest) && !ABOUT_A_WORK.test(rest))
    return "high";
  if (any(CODE_REQUEST, instruction) && !NOT_CODE.test(instruction)) return "no";
  if (isCalculation(instruction)) return "no";
  if (any(OPEN_WRITING, rest)) return "moderate";
  if (any(SINGLE_ANSWER, instruction)) return "no";
  if (facts.length === 0) {
    if (any(ADVICE, instruction)) return "moderate";
    if (constraints.length > 0 && material.length === 0) return "moderate";
    if (PROGRAMMING_LANGUAGE.test(instruction) && !BROAD.test(instruction)) return "no";
    return hasManyNumbers(instruction) || (QUESTION_WORD.test(instruction) && !BROAD.test(instruction))
      ? "no"
      : "low";
  }
  const wide = BROAD.test(instruction) || facts.some((fact) => REASON.test(fact));
  return wide && material.length === 0 ? "low" : "no";
}

/** A piece that asks for a fact, not for advice. */
function isFactQuestion(piece: string): boolean {
  if (POLITE.test(piece) || TO_THE_READER.test(piece)) return false;
  return FACT_QUESTION.test(piece) && !ADVICE.some((cue) => cue.test(piece));
}

function isCalculation(instruction: string): boolean {
  if (COMPUTATION.strong.test(instruction)) return true;
  return (instruction.match(NUMERAL)?.length ?? 0) >= MIN_NUMBERS && COMPUTATION.question.test(instruction);
}

function hasManyNumbers(instruction: string): boolean {
  return (instruction.match(NUMERAL)?.length ?? 0) >= MIN_NUMBERS_ALONE;
}
