/** The tags of the pairs to route, by the rules by which the model's counts were made. */
import {
  type Bins,
  buildTagMatrix,
  COUNTING_RULES,
  createTagCounter,
  type Definitions,
  type Features,
  ROUTING_RULES,
  type TagMatrix,
} from "../tags/index.js";
import type { MixPredictorOptions } from "./predictor.js";

export interface RoutingTags {
  readonly matrix: TagMatrix;
  /** For `routeDataset`. */
  readonly options: Pick<MixPredictorOptions, "countsOf" | "gainMatrix">;
  /** Values outside [0, 1] or outside what the bins were fitted to; by the paper's rules the nearest bin holds them. */
  readonly clampedCount: number;
  /** Where the percentiles of lengths come from. */
  readonly binsFrom: "ppm" | "the routed data";
}

/**
 * - `paper`: one matrix for all, with the model's bins where it has them.
 * - `upstream`: what the original does: mixes are drawn and counted as at counting (lengths ranked inside each mix,
 *   edges inclusive), while a single instance's gain takes its lengths' ranks in the routed data, and strict edges.
 */
export function tagForRouting(
  ids: readonly string[],
  features: readonly Features[],
  { compat, bins }: { readonly compat: Definitions; readonly bins?: Bins | undefined },
): RoutingTags {
  if (compat === "paper") {
    const { matrix, clampedCount } = buildTagMatrix(ids, features, { bins });
    return { matrix, options: {}, clampedCount, binsFrom: bins === undefined ? "the routed data" : "ppm" };
  }
  const { matrix, clampedCount } = buildTagMatrix(ids, features, { rules: COUNTING_RULES.upstream });
  const { matrix: gainMatrix } = buildTagMatrix(ids, features, { rules: ROUTING_RULES.upstream });
  const countsOf = createTagCounter(features, COUNTING_RULES.upstream).count;
  return { matrix, options: { countsOf, gainMatrix }, clampedCount, binsFrom: "the routed data" };
}
