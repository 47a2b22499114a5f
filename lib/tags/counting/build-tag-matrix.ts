/** From features to the tag matrix. */
import { createBitset, setBit } from "../../math/index.js";
import type { Features } from "../features.js";
import { TAG_NAMES } from "../tag.js";
import type { TagMatrix } from "../tag-matrix.js";
import { type Bins, type Edges, fitBins } from "./bins.js";
import { tagRow } from "./tag-row.js";

/**
 * Tags every instance.
 * @param ids one id a row, in the order of `features`
 * @param options.bins reference fitted elsewhere (routing with a fitted predictor); default: fitted to `features`
 * @param options.edges default `half-open`
 * @returns the matrix, the bins used, and how many values lay outside [0, 1] or the reference and were clamped
 * @throws {RangeError} if the lengths differ
 */
export function buildTagMatrix(
  ids: readonly string[],
  features: readonly Features[],
  options: { readonly bins?: Bins; readonly edges?: Edges } = {},
): { matrix: TagMatrix; bins: Bins; clampedCount: number } {
  if (ids.length !== features.length) {
    throw new RangeError(`buildTagMatrix: ${ids.length} ids for ${features.length} rows of features`);
  }
  const bins = options.bins ?? fitBins(features);
  const columns = TAG_NAMES.map(() => createBitset(ids.length));
  let clampedCount = 0;
  for (const [row, instance] of features.entries()) {
    const tags = tagRow(instance, bins, options.edges);
    clampedCount += tags.clampedCount;
    for (const column of tags.columns) setBit(columns[column]!, row);
  }
  return { matrix: { ids, tagNames: TAG_NAMES, columns }, bins, clampedCount };
}
