/** Small programming tasks; in the worse response one line is wrong. */
import type { Rng } from "../../base/index.js";
import { type CodeTask, type Content, fill } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Split, type Task } from "./traits.js";

const REMARKS = [
  "Call the function with a few small inputs to see it at work.",
  "The names were chosen so that the code reads like a sentence.",
  "You can paste it into your project as it is.",
  "A short test would be a good addition.",
];

/** A pair about one task. The first core is right; `remarks` counts sentences of explanation in each. */
export function codeTask(
  content: Content,
  task: CodeTask,
  split: Split,
  remarks: readonly [number, number],
  rng: Rng,
): Task {
  const template = rng.pick(content.requests.code[split]);
  const bug = rng.pick(task.bugs);
  const write = (lines: readonly string[], wrong: boolean, remarkCount: number): Core => {
    const explained = [wrong ? bug.why : task.why, ...rng.sample([...task.explain, ...REMARKS], remarkCount)];
    const block = `\`\`\`${task.language.toLowerCase()}\n${lines.join("\n")}\n\`\`\``;
    return {
      text: `${block}\n\n${explained.join(" ")}`,
      dressable: true,
      traits: { ...NEUTRAL_TRAITS, correctness: wrong ? 0 : 1, completeness: 0.7 + 0.08 * remarkCount },
    };
  };
  const faulty = task.right.map((line, i) => (i === bug.line ? bug.code : line));
  return {
    prompt: fill(template, { language: task.language, task: task.ask }),
    truth: plainTruth("code", template, "Computer sciences", {
      expertise_level: task.right.length > 6 ? "expert domain knowledge" : "basic domain knowledge",
      open_endedness: "no",
      complexity_of_intents: task.right.length > 4 ? "moderate" : "simple",
    }),
    cores: [write(task.right, false, remarks[0]), write(faulty, true, remarks[1])],
  };
}
