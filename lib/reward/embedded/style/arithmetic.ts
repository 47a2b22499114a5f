/** Arithmetic: do the sums hold, and does the stated answer follow from them? */
import type { Passage } from "../passage.js";
import { askedValue, equationsIn } from "./equations.js";
import type { StyleFeature } from "./style-feature.js";

const STATED =
  /(?:answer|result|total|sum|product|difference|solution)(?:\s+\w+){0,3}?\s*(?:is|are|=|:|was|equals|comes to)\s*(?:about |approximately )?[$€£*]*(-?\d[\d,]*(?:\.\d+)?)|(?:^|\n)\s*(?:a:|####)\s*[$€£]?(-?\d[\d,]*(?:\.\d+)?)|\\boxed\{\s*(-?\d[\d,]*(?:\.\d+)?)/gi;

/** The last number that the text states as its answer; undefined without one. */
export function statedAnswer(text: string): number | undefined {
  const last = [...text.matchAll(STATED)].at(-1);
  const digits = last?.[1] ?? last?.[2] ?? last?.[3];
  return digits === undefined ? undefined : Number(digits.replace(/,/g, ""));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.01 * Math.max(1, Math.abs(a)) * 0.5;
}

function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replace(/,/g, "")));
}

/** +1 where the stated answer is what the last equation gives, -1 where not, 0 where either is missing. */
function answerFollows({ text }: Passage): number {
  const stated = statedAnswer(text);
  const last = equationsIn(text).at(-1);
  if (stated === undefined || last === undefined) return 0;
  return near(stated, last.right) ? 1 : -1;
}

export const ARITHMETIC_FEATURES: readonly StyleFeature[] = [
  {
    name: "equations",
    about: "log(1 + equations)",
    value: ({ response }) => Math.log1p(equationsIn(response.text).length),
  },
  {
    name: "equations-wrong",
    about: "share of equations that do not hold",
    value: ({ response }) => {
      const equations = equationsIn(response.text);
      return equations.filter((equation) => !equation.holds).length / Math.max(1, equations.length);
    },
  },
  {
    name: "any-equation-wrong",
    about: "1 where an equation does not hold",
    value: ({ response }) => (equationsIn(response.text).some((equation) => !equation.holds) ? 1 : 0),
  },
  {
    name: "answer-follows",
    about: "stated answer against the last equation: +1 agrees, -1 differs, 0 unknown",
    value: ({ response }) => answerFollows(response),
  },
  {
    name: "states-answer",
    about: "1 where a number is stated as the answer",
    value: ({ response }) => (statedAnswer(response.text) === undefined ? 0 : 1),
  },
  {
    name: "asked-sum",
    about: "value of the prompt's own expression: +1 given in the response, -1 not, 0 none asked",
    value: ({ prompt, response }) => {
      const asked = askedValue(prompt.text);
      if (asked === undefined) return 0;
      return numbersIn(response.text).some((number) => near(Math.abs(asked), number)) ? 1 : -1;
    },
  },
];
