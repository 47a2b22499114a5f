/** Questions of knowledge: one response states the fact, the other something that sounds like it. */
import type { Rng } from "../../base/index.js";
import { COMMON_ERROR } from "./config.js";
import { type Content, type FactItem, type FactSubject, fill } from "./content.js";
import {
  type Core,
  type FactContrast,
  type FactForm,
  NEUTRAL_TRAITS,
  plainTruth,
  type Split,
  type Task,
} from "./traits.js";

export interface FactOptions {
  readonly split: Split;
  readonly contrast: FactContrast;
  readonly form: FactForm;
  /** Number of true extra sentences of the better and the worse response. */
  readonly details: readonly [number, number];
}

const QUESTIONS: Readonly<Record<Split, readonly number[]>> = { train: [0, 1], benchmark: [2] };

/** A pair about one item (`several`: about two items of the subject). The first core is the better one. */
export function factTask(
  content: Content,
  { subject }: FactSubject,
  item: FactItem,
  second: FactItem,
  { split, contrast, form, details }: FactOptions,
  rng: Rng,
): Task {
  const templates = content.requests[form === "question" ? "facts" : form][split];
  const template = rng.pick(templates);
  const question = item.questions[rng.pick(QUESTIONS[split])]!;
  const otherQuestion = second.questions[rng.pick(QUESTIONS[split])]!;
  const passage = rng.shuffle([item.right, ...item.details.slice(0, 2)]).join(" ");
  const wrong = item.wrong[rng.chance(COMMON_ERROR) ? 0 : 1];
  const extra = form === "several" ? [second.right] : [];
  const full = (statement: string, count: number, falseDetail: boolean): Core => {
    const chosen = rng.sample(item.details, Math.min(count, item.details.length));
    const body = falseDetail ? rng.shuffle([...chosen, rng.pick(item.falseDetails)]) : chosen;
    return {
      text: [statement, ...extra, ...body].join(" "),
      dressable: true,
      traits: {
        ...NEUTRAL_TRAITS,
        correctness: statement === wrong ? 0 : falseDetail ? 0.4 : 1,
        completeness: (1 + count) / (1 + item.details.length),
      },
    };
  };
  return {
    prompt: fill(template, { q: question, r: otherQuestion, text: passage }),
    truth: plainTruth("fact", `${form}:${template}`, subject, {
      expertise_level: item.level,
      open_endedness: form === "several" ? "low" : "no",
      complexity_of_intents: form === "several" ? "complex" : "simple",
      in_context_material: form === "passage",
    }),
    cores: [
      full(item.right, details[0], false),
      full(contrast === "correctness" ? wrong : item.right, details[1], contrast === "false-detail"),
    ],
  };
}
