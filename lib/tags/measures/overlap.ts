/** Overlap of two sets. */

/** Intersection over union (Jaccard's index) in [0, 1]; 1 for two empty sets, as in the original. */
export function intersectionOverUnion<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = countCommon(a, b);
  const union = a.size + b.size - common;
  return union === 0 ? 1 : common / union;
}

/**
 * The original's overlap, whose "union" takes B twice and A never: |A∩B| / (2|B| − |A∩B|).
 * It is not symmetric, and what only A has does not lower it. Never more than 1, since no more is common than B has;
 * 1 where B is empty, whatever A holds.
 */
export function intersectionOverTwiceB<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = countCommon(a, b);
  const twice = 2 * b.size - common;
  return twice === 0 ? 1 : common / twice;
}

function countCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let common = 0;
  for (const member of a) if (b.has(member)) common++;
  return common;
}
