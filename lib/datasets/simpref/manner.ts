/** A model's manner: openings and empty sentences around the substance of a response. */
import type { Rng } from "../../base/index.js";
import type { SimulatedModel } from "./config.js";
import type { Content } from "./content.js";
import type { Core, Draft, Split } from "./traits.js";

export type Opening = "none" | "plain" | "confident" | "hedged" | "warm";

export interface Manner {
  readonly opening: Opening;
  /** Number of empty sentences, at most three. */
  readonly padding: number;
}

const CONFIDENCE: Readonly<Record<Opening, number>> = {
  none: 0,
  plain: 0,
  confident: 1,
  hedged: -1,
  warm: 0,
};

/** Draws a manner as a model has it. */
export function drawManner(model: SimulatedModel, rng: Rng): Manner {
  const { confident, hedged, warm, plain } = model.openings;
  let left = rng.next();
  const opening = (
    [
      ["confident", confident],
      ["hedged", hedged],
      ["warm", warm],
      ["plain", plain],
    ] as const
  ).find(([, share]) => {
    left -= share;
    return left < 0;
  });
  const padding = [0, 1, 2].filter(() => rng.chance(model.padding / 3)).length;
  return { opening: opening?.[0] ?? "none", padding };
}

/** Puts a manner around a core, where the core allows it. */
export function dress(core: Core, manner: Manner, content: Content, split: Split, rng: Rng): Draft {
  if (!core.dressable) return { text: core.text, traits: core.traits };
  const phrases = content.phrases[split];
  const before = manner.opening === "none" ? [] : [rng.pick(phrases[manner.opening])];
  const after = rng.sample(phrases.padding, manner.padding);
  // Lists and code keep their lines; words around them go on lines of their own.
  const gap = core.text.includes("\n") ? "\n\n" : " ";
  return {
    text: [before.join(" "), core.text, after.join(" ")].filter((part) => part !== "").join(gap),
    traits: {
      ...core.traits,
      tone: core.traits.tone + (manner.opening === "warm" ? 0.3 : 0),
      confidence: CONFIDENCE[manner.opening],
      padding: core.traits.padding + manner.padding,
    },
  };
}
