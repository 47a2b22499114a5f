/** Which tags go together. */
import { countBits, countCommonBits } from "../math/index.js";
import type { TagMatrix } from "../tags/index.js";

export type TagAssociation = {
  readonly first: string;
  readonly second: string;
  /** Pairs that have both. */
  readonly count: number;
  /**
   * The phi coefficient, Pearson's correlation of the two tags' indicators, in [-1, 1]: 0 where one tells nothing
   * of the other.
   */
  readonly phi: number;
};

/**
 * Every two different tags that some pairs have and some have not, each two once, in vocabulary order. Tags that all or
 * no pairs have go with nothing and are left out.
 */
export function tagAssociations({ ids, tagNames, columns }: TagMatrix): TagAssociation[] {
  const total = ids.length;
  const varying = tagNames
    .map((name, column) => ({ name, column: columns[column]!, count: countBits(columns[column]!) }))
    .filter(({ count }) => count > 0 && count < total);
  return varying.flatMap((first, i) =>
    varying.slice(i + 1).map((second) => {
      const count = countCommonBits(first.column, second.column);
      return {
        first: first.name,
        second: second.name,
        count,
        phi: phiOf(count, first.count, second.count, total),
      };
    }),
  );
}

function phiOf(both: number, first: number, second: number, total: number): number {
  const spread = Math.sqrt(first * (total - first) * second * (total - second));
  return (total * both - first * second) / spread;
}
