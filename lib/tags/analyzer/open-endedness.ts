/** Open-endedness: how much freedom an instruction leaves to the answer. */
import type { ScalarValue } from "../vocabulary.js";
import { DISCUSSION, EXPLANATION, FREE_CREATION, SINGLE_ANSWER } from "./prompt-cues.js";

/**
 * "high": made up or chosen freely; "moderate": advice, plans, argument; "no": one right answer;
 * "low": the rest, where the content is set and the wording is not (explanations, code, summaries).
 */
export function gradeOpenEndedness(text: string): ScalarValue<"open_endedness"> {
  const has = (cues: readonly RegExp[]): boolean => cues.some((cue) => cue.test(text));
  if (has(FREE_CREATION)) return "high";
  const single = has(SINGLE_ANSWER);
  if (has(DISCUSSION)) return single ? "low" : "moderate";
  return single && !EXPLANATION.test(text) ? "no" : "low";
}
