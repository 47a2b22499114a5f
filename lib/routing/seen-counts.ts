/** Where a mix leaves what the model was fitted to: tag by tag, and by its predicted score. */
import { isJsonObject, type Json, type JsonObject } from "../base/index.js";
import type { Bitset } from "../math/index.js";
import type { Ppm } from "../ppm/index.js";
import { countTags, type TagMatrix } from "../tags/index.js";
import type { MixPredictorOptions } from "./predictor.js";

/** A tag of which the mix has fewer or more than any mix that the model was fitted to. */
export interface UnseenCount {
  readonly tag: string;
  /** As the model is asked. */
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

/**
 * @param training of the saved model; its `countRange` has the least and the greatest count of each feature
 * @returns the counts outside, farthest first in units of the range; null where the model does not say what it saw
 */
export function unseenCounts(
  human: Bitset,
  matrix: TagMatrix,
  ppm: Ppm,
  training: JsonObject,
  { sizeRatio = 1, countsOf = (mix) => countTags(matrix, mix) }: MixPredictorOptions = {},
): UnseenCount[] | null {
  const { countRange } = training;
  if (!isJsonObject(countRange)) return null;
  const counts = countsOf(human);
  const unseen: (UnseenCount & { distance: number })[] = [];
  for (const [i, tag] of ppm.featureNames.entries()) {
    const [min, max] = [numberAt(countRange.min, i), numberAt(countRange.max, i)];
    const count = sizeRatio * counts[matrix.tagNames.indexOf(tag)]!;
    if (min === null || max === null || (count >= min && count <= max)) continue;
    const distance = Math.max(min - count, count - max) / Math.max(max - min, 1);
    unseen.push({ tag, count, min, max, distance });
  }
  unseen.sort((a, b) => b.distance - a.distance);
  return unseen.map(({ tag, count, min, max }) => ({ tag, count, min, max }));
}

/**
 * The scores that the model was fitted to, where the predicted one lies outside them; null where it does not, or the
 * model does not say. A model that is sure of more than anybody has measured is most likely wrong.
 * @param training of the saved model; its `scoreRange` has the least and the greatest score
 */
export function unseenScore(
  predicted: number,
  { scoreRange }: JsonObject,
): { readonly min: number; readonly max: number } | null {
  if (!isJsonObject(scoreRange)) return null;
  const { min, max } = scoreRange;
  if (typeof min !== "number" || typeof max !== "number") return null;
  return predicted >= min && predicted <= max ? null : { min, max };
}

function numberAt(list: Json | undefined, i: number): number | null {
  const value: unknown = Array.isArray(list) ? list[i] : undefined;
  return typeof value === "number" ? value : null;
}
