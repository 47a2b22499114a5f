/** How much each feature matters to a model. */
import type { LightGbmModel } from "./model.js";

/** `split`: how many splits ask for the feature; `gain`: the sum of their gains. */
export type ImportanceKind = "split" | "gain";

/** One figure a feature, in their order. Splits without gain do not count. */
export function featureImportance(
  { trees, featureNames }: Pick<LightGbmModel, "trees" | "featureNames">,
  kind: ImportanceKind,
): Float64Array {
  const importance = new Float64Array(featureNames.length);
  for (const { splitFeature, splitGain } of trees) {
    for (const [node, gain] of splitGain.entries()) {
      if (gain > 0) importance[splitFeature[node]!]! += kind === "split" ? 1 : gain;
    }
  }
  return importance;
}
