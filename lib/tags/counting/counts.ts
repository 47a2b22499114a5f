/** Count vectors: how many human-routed instances carry each tag. The input of the performance predictor. */
import { type Bitset, countCommonBits } from "../../math/index.js";
import type { Features } from "../features.js";
import { TAG_NAMES } from "../tag.js";
import type { TagMatrix } from "../tag-matrix.js";
import { type Edges, fitBins } from "./bins.js";
import { tagRow } from "./tag-row.js";

/** Counts each tag among the human-routed rows. @returns 90 counts in vocabulary order */
export function countTags(matrix: TagMatrix, human: Bitset): Int32Array {
  return Int32Array.from(matrix.columns, (column) => countCommonBits(column, human));
}

export interface CountOptions {
  /** Over which rows length percentiles are taken: all (`once`), or the counted ones (`subset`, the original's way). */
  readonly lengths?: "once" | "subset";
  readonly edges?: Edges;
}

/**
 * Counts each tag among some rows, straight from features.
 * @param rows distinct row numbers
 * @returns 90 counts in vocabulary order
 */
export function countTagsOfRows(
  features: readonly Features[],
  rows: Iterable<number>,
  { lengths = "once", edges = "half-open" }: CountOptions = {},
): Int32Array {
  const counted = Array.from(rows, (row) => features[row]!);
  const bins = fitBins(lengths === "subset" ? counted : features);
  const counts = new Int32Array(TAG_NAMES.length);
  for (const instance of counted) {
    for (const column of tagRow(instance, bins, edges).columns) counts[column]! += 1;
  }
  return counts;
}
