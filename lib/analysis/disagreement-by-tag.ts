/** Where people and the LM disagree: for each tag, the share of its pairs on which their labels differ. */
import { type LabelledPair, sideOf } from "../datasets/index.js";
import { hasBit, membersOf, wilsonInterval } from "../math/index.js";
import type { TagMatrix } from "../tags/index.js";

export type TagDisagreement = {
  readonly tag: string;
  /** Pairs with the tag that neither side calls a tie. */
  readonly count: number;
  /** Of them, on how many the sides differ. */
  readonly disagreed: number;
  /** In [0, 1], with a 95 % Wilson interval. It holds for one tag by itself, not for the extremes of 90. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** The same share among the pairs without the tag; NaN where there are none. */
  readonly otherShare: number;
};

/**
 * @param pairs in the order of the matrix's rows
 * @param minCount tags with fewer decided pairs are left out: their shares say little
 * @returns a row a tag, the largest share first
 * @throws {RangeError} if pairs and rows differ in number
 */
export function disagreementByTag(
  matrix: TagMatrix,
  pairs: readonly LabelledPair[],
  minCount = 30,
): TagDisagreement[] {
  if (pairs.length !== matrix.ids.length) {
    throw new RangeError(`disagreementByTag: ${pairs.length} pairs for ${matrix.ids.length} rows`);
  }
  const decided = pairs.flatMap(({ human, lm }, row) =>
    human === "tie" || lm === "tie" ? [] : [{ row, differ: sideOf(human) !== sideOf(lm) }],
  );
  const differing = decided.filter(({ differ }) => differ).length;
  const rows = matrix.columns.map((column, i) => {
    const tagged = decided.filter(({ row }) => hasBit(column, row));
    const disagreed = tagged.filter(({ differ }) => differ).length;
    const { low, high } = wilsonInterval(disagreed, tagged.length);
    const others = decided.length - tagged.length;
    return {
      tag: matrix.tagNames[i]!,
      count: tagged.length,
      disagreed,
      share: disagreed / tagged.length,
      low,
      high,
      otherShare: others === 0 ? Number.NaN : (differing - disagreed) / others,
    };
  });
  return rows
    .filter(({ count }) => count >= Math.max(1, minCount))
    .sort((a, b) => b.share - a.share || b.count - a.count);
}

/** Share of all decided pairs on which the sides differ, in [0, 1]; NaN without any. */
export function disagreementShare(pairs: readonly LabelledPair[]): number {
  const decided = pairs.filter(({ human, lm }) => human !== "tie" && lm !== "tie");
  return decided.filter(({ human, lm }) => sideOf(human) !== sideOf(lm)).length / decided.length;
}

/** Which of the pairs have a tag. */
export function pairsWithTag<T>(matrix: TagMatrix, tag: string, pairs: readonly T[]): T[] {
  const column = matrix.columns[matrix.tagNames.indexOf(tag)];
  if (column === undefined)
    throw new RangeError(`pairsWithTag: ${JSON.stringify(tag)} is no tag of the matrix`);
  return Array.from(membersOf(column), (row) => pairs[row]!);
}
