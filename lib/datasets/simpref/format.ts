/** Requests that limit the form of the answer; the worse response says good things in another form. */
import type { Rng } from "../../base/index.js";
import { type Content, fill, type LimitName, type Topic } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Split, type Task } from "./traits.js";

export const LIMIT_NAMES: readonly LimitName[] = [
  "bullets",
  "numbered",
  "sentence",
  "words",
  "json",
  "sentences",
];
const WORD_LIMITS = [25, 30];
const NUMBER_WORDS: Readonly<Record<number, string>> = { 2: "two", 3: "three", 4: "four" };

/**
 * A pair about one topic. The first core keeps the form.
 * @param breakBy `more` says more than the form allows (a longer text), `less` says less than it asks
 */
export function formatTask(
  content: Content,
  topic: Topic,
  limit: LimitName,
  split: Split,
  breakBy: "more" | "less",
  rng: Rng,
): Task {
  const n = 2 + rng.int(3);
  const words = rng.pick(WORD_LIMITS);
  const template = rng.pick(content.requests.limited[split][limit]);
  const points = rng.shuffle(topic.points);
  const kept = keep(limit, topic, points, n);
  const core = (text: string, instruction: number, said: number): Core => ({
    text,
    dressable: false,
    traits: { ...NEUTRAL_TRAITS, instruction, completeness: Math.min(1, said / 5) },
  });
  const broken =
    breakBy === "more"
      ? core(points.slice(0, 5).join(" "), 0, 5)
      : core(`${rng.pick(content.phrases[split].filler)} ${points[0]}\n\n${points[1]}`, 0, 2);
  return {
    prompt: fill(template, { topic: topic.topic, n: rng.chance(0.5) ? n : NUMBER_WORDS[n]!, w: words }),
    truth: plainTruth("format", `${limit}:${template}`, topic.subject, {
      open_endedness: "moderate",
      complexity_of_intents: "moderate",
      format_constraints: true,
    }),
    cores: [core(kept.text, 1, kept.said), broken],
  };
}

function keep(
  limit: LimitName,
  topic: Topic,
  points: readonly string[],
  n: number,
): { text: string; said: number } {
  const some = points.slice(0, n);
  switch (limit) {
    case "bullets":
      return { text: some.map((point) => `- ${point}`).join("\n"), said: n };
    case "numbered":
      return { text: some.map((point, i) => `${i + 1}. ${point}`).join("\n"), said: n };
    case "sentences":
      return { text: some.join(" "), said: n };
    case "json":
      return { text: JSON.stringify({ topic: topic.topic, tips: some }, null, 2), said: n };
    case "sentence":
      return { text: topic.gist, said: 3 };
    case "words":
      return { text: topic.gist, said: 3 };
  }
}
