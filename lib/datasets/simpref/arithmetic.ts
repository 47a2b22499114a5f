/** Word problems with worked steps; in the worse response one line's result is off, and it carries on. */
import type { Rng } from "../../base/index.js";
import { type Content, fill, type WordProblem } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Task } from "./traits.js";

const NAMES = ["Amina", "Bruno", "Chen", "Dana", "Elif", "Femi", "Greta", "Hana", "Ivo", "Jorge"];
const REMARKS = [
  "First we note the numbers in the question.",
  "We work through the problem one line at a time.",
  "Each line uses the result of the line before.",
  "It helps to write the units down.",
  "The order of the steps matters here.",
];

/** A pair about one problem. The first core is right; `remarks` counts sentences of explanation in each. */
export function arithmeticTask(problem: WordProblem, remarks: readonly [number, number], rng: Rng): Task {
  const values: Record<string, number> = { ...problem.constants };
  for (const [name, [low, high]] of Object.entries(problem.numbers))
    values[name] = low + rng.int(high - low + 1);
  const name = rng.pick(NAMES);
  const slipAt = rng.int(problem.steps.length);
  const slip = rng.pick([-10, -2, -1, 1, 2, 10]);
  const solve = (wrong: boolean, remarkCount: number): Core => {
    const known: Record<string, number> = { ...values };
    const lines = problem.steps.map(([say, result, left, operator, right], i) => {
      known[result] = apply(known[left]!, operator, known[right]!) + (wrong && i === slipAt ? slip : 0);
      return fill(say, known);
    });
    const explained = rng.sample(REMARKS, remarkCount);
    return {
      text: [...explained, ...lines, fill(problem.final, known)].join(rng.chance(0.5) ? "\n" : " "),
      dressable: true,
      traits: { ...NEUTRAL_TRAITS, correctness: wrong ? 0 : 1, completeness: 0.8 + 0.04 * remarkCount },
    };
  };
  return {
    prompt: fill(problem.prompt, { ...values, name }),
    truth: plainTruth("arithmetic", problem.id, "Mathematics", {
      expertise_level: "basic domain knowledge",
      open_endedness: "no",
      complexity_of_intents: problem.steps.length > 2 ? "moderate" : "simple",
    }),
    cores: [solve(false, remarks[0]), solve(true, remarks[1])],
  };
}

/** Problems of one split. */
export function wordProblems(content: Content, split: WordProblem["split"]): readonly WordProblem[] {
  return content.wordProblems.filter((problem) => problem.split === split);
}

function apply(left: number, operator: "+" | "-" | "×", right: number): number {
  if (operator === "+") return left + right;
  return operator === "-" ? left - right : left * right;
}
