/** Advice, stories and poems: responses differ in completeness, topic, tone and empty words. */
import type { Rng } from "../../base/index.js";
import { type Content, fill, type Theme, type Topic } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Split, type Task } from "./traits.js";

/** `off-topic` says less about another topic, `neighbour` more, so that length speaks for the worse response. */
export const ADVICE_CONTRASTS = [
  "truncated",
  "off-topic",
  "neighbour",
  "rude",
  "padded",
  "thin",
  "equal",
] as const;
export type AdviceContrast = (typeof ADVICE_CONTRASTS)[number];

/** A pair about one topic; `other` is the topic that an off-topic answer speaks of. The first core is the better. */
export function adviceTask(
  content: Content,
  topic: Topic,
  other: Topic,
  split: Split,
  contrast: AdviceContrast,
  rng: Rng,
): Task {
  const template = rng.pick(content.requests.ask[split]);
  const good = rng.shuffle(topic.points);
  const lead = (of: Topic): string => fill(rng.pick(content.requests.lead[split]), { topic: of.topic });
  const count = 3 + rng.int(3);
  return {
    prompt: fill(template, { topic: topic.topic }),
    truth: plainTruth("advice", template, topic.subject, { open_endedness: "moderate" }),
    cores: [answer([lead(topic), ...good.slice(0, count)], count), worse()],
  };

  function worse(): Core {
    const phrases = content.phrases[split];
    const again = rng.shuffle(topic.points);
    switch (contrast) {
      case "truncated": {
        const short = answer([lead(topic), ...again.slice(0, 1)], 1);
        return { ...short, text: `${short.text} ${rng.pick(phrases.cut)}`, dressable: false };
      }
      case "off-topic":
      case "neighbour": {
        const said = contrast === "neighbour" ? Math.min(count + 2, other.points.length) : count - 1;
        const stray = answer([lead(other), ...rng.sample(other.points, said)], said);
        return { ...stray, traits: { ...stray.traits, instruction: 0 } };
      }
      case "rude": {
        const plain = answer([lead(topic), ...again.slice(0, count - 1)], count - 1);
        const text = `${rng.pick(phrases.rude)} ${plain.text}`;
        return { text, traits: { ...plain.traits, tone: -1 }, dressable: false };
      }
      case "padded": {
        const padding = rng.sample(phrases.padding, 4);
        const said = answer([lead(topic), ...again.slice(0, count - 1)], count - 1);
        const text = [...padding.slice(0, 2), said.text, ...padding.slice(2)].join(" ");
        return { text, traits: { ...said.traits, padding: 4 }, dressable: false };
      }
      case "thin":
        return answer([rng.pick(phrases.filler), again[0]!], 1);
      case "equal":
        return answer([lead(topic), ...again.slice(0, count)], count);
    }
  }
}

function answer(points: readonly string[], said: number): Core {
  return {
    text: points.join(" "),
    dressable: true,
    traits: { ...NEUTRAL_TRAITS, completeness: Math.min(1, said / 5) },
  };
}

/** A poem or a story; the worse one breaks off, takes the other form or another theme. */
export function creativeTask(content: Content, theme: Theme, other: Theme, split: Split, rng: Rng): Task {
  const form = rng.pick(["poem", "story"] as const);
  const template = rng.pick(content.requests.creative[split][form]);
  const write = (source: Theme, wanted: "poem" | "story", lineCount: number, instruction: number): Core => ({
    text: source[wanted].slice(0, lineCount).join(wanted === "poem" ? "\n" : " "),
    dressable: false,
    traits: {
      ...NEUTRAL_TRAITS,
      completeness: lineCount / source[wanted].length,
      instruction,
    },
  });
  const otherForm = form === "poem" ? "story" : "poem";
  const worse = rng.pick([
    () => write(theme, form, 2, 1),
    () => write(theme, otherForm, theme[otherForm].length, 0.3),
    () => write(other, form, other[form].length, 0),
  ])();
  return {
    prompt: fill(template, { theme: theme.theme }),
    truth: plainTruth("creative", `${form}:${template}`, theme.subject, { open_endedness: "high" }),
    cores: [write(theme, form, theme[form].length, 1), worse],
  };
}
