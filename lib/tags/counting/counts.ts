/** Count vectors: how many human-routed instances carry each tag. The input of the performance predictor. */
import { type Bitset, countCommonBits, createBitset, membersOf } from "../../math/index.js";
import type { Features } from "../features.js";
import type { TagMatrix } from "../tag-matrix.js";
import { LENGTH_MEASURES } from "../vocabulary.js";
import { buildTagMatrix } from "./build-tag-matrix.js";
import { LengthRanks } from "./length-ranks.js";
import { COUNTING_RULES, type CountingRules } from "./rules.js";
import { firstBinColumn } from "./tag-row.js";

/** Counts each tag among the human-routed rows. @returns 90 counts in vocabulary order */
export function countTags(matrix: TagMatrix, human: Bitset): Int32Array {
  return Int32Array.from(matrix.columns, (column) => countCommonBits(column, human));
}

/** Counts the tags of any subset of some rows. */
export interface TagCounter {
  /** @returns 90 counts in vocabulary order */
  count(human: Bitset): Int32Array;
  /** Values outside [0, 1] in all rows; with half-open edges the nearest bin holds them, else none. */
  readonly clampedCount: number;
}

/**
 * A counter for many subsets of the same rows. Lengths are sorted once; each subset is then counted in one walk, by
 * either rule, in well under a millisecond for thousands of rows.
 */
export function createTagCounter(
  features: readonly Features[],
  rules: CountingRules = COUNTING_RULES.paper,
): TagCounter {
  const ids = features.map((_, row) => String(row));
  const { matrix, clampedCount } = buildTagMatrix(ids, features, { rules });
  if (rules.lengths === "once") return { count: (human) => countTags(matrix, human), clampedCount };
  const ranks = LENGTH_MEASURES.map(
    (measure) => [firstBinColumn(measure), new LengthRanks(features, measure)] as const,
  );
  const isMember = new Uint8Array(features.length);
  const count = (human: Bitset): Int32Array => {
    const counts = countTags(matrix, human);
    isMember.fill(0);
    for (const row of membersOf(human)) isMember[row] = 1;
    for (const [column, lengths] of ranks) counts.set(lengths.countBins(isMember, rules.edges), column);
    return counts;
  };
  return { count, clampedCount };
}

/**
 * Counts each tag among some rows, straight from features.
 * @param rows distinct row numbers
 * @param rules those of the paper where left out
 * @returns 90 counts in vocabulary order
 */
export function countTagsOfRows(
  features: readonly Features[],
  rows: Iterable<number>,
  rules: Partial<CountingRules> = {},
): Int32Array {
  const counter = createTagCounter(features, { ...COUNTING_RULES.paper, ...rules });
  return counter.count(createBitset(features.length, rows));
}
