/** Overlap of two sets. */

/** Intersection over union (Jaccard's index) in [0, 1]; 1 for two empty sets, as in the original. */
export function intersectionOverUnion<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let common = 0;
  for (const member of a) if (b.has(member)) common++;
  const union = a.size + b.size - common;
  return union === 0 ? 1 : common / union;
}
