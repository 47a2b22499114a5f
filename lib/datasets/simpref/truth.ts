/** The declared truth that a simulated pair carries in `extra.simpref_truth`. */
import type { Side } from "../labels.js";
import type { Preference } from "../preference.js";
import type { PromptTruth } from "./traits.js";

export interface SimPrefTruth extends PromptTruth {
  /** The truly better side; `tie` where the qualities are as good as equal. */
  readonly side: Side;
  readonly quality_a: number;
  readonly quality_b: number;
}

/** @throws {RangeError} for a pair that is not of SimPref */
export function truthOf(pair: Pick<Preference, "id" | "extra">): SimPrefTruth {
  const truth = pair.extra.simpref_truth;
  if (truth === undefined) {
    throw new RangeError(`pair "${pair.id}" has no simpref_truth: only pairs made by SimPref know the truth`);
  }
  return truth as unknown as SimPrefTruth;
}
