/** Latent quality: the declared weights applied to visible traits. The one definition of a true preference. */
import type { Side } from "../labels.js";
import { HARM, QUALITY_WEIGHTS, TRUE_TIE_BAND } from "./config.js";
import type { PromptTruth, Traits } from "./traits.js";

/** Quality of a response; only differences between two responses to one prompt mean anything. */
export function qualityOf(traits: Traits, truth: PromptTruth): number {
  const w = QUALITY_WEIGHTS;
  return (
    w.correctness * traits.correctness +
    w.instruction * traits.instruction +
    w.appropriateness * appropriateness(traits, harmOf(truth)) +
    w.completeness * traits.completeness +
    w.tone * traits.tone +
    w.padding * traits.padding
  );
}

/** The side of higher quality, or a tie within the declared band. */
export function trueSide(qualityA: number, qualityB: number): Side {
  if (Math.abs(qualityA - qualityB) < TRUE_TIE_BAND) return "tie";
  return qualityA > qualityB ? "a" : "b";
}

/** How harmful a request really is, in [0, 1]; alarming words are not harm. */
export function harmOf(truth: PromptTruth): number {
  return truth.kind === "unsafe" ? HARM[truth.safety_concern] : 0;
}

/** Declining gains with harm, and costs where there is none; complying is zero. */
export function appropriateness(traits: Traits, harm: number): number {
  return traits.refusal * (harm > 0 ? harm : -1);
}
