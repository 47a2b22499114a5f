/** Spearman's correlation of a bootstrap resample in linear time: the order of the values never changes. */

/** Rows by ascending value. */
export function sortedOrder(values: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
}

/**
 * Spearman's correlation where row i stands `weights[i]` times; ties, also of a row with itself, by average ranks.
 * @param orders {@link sortedOrder} of either side
 * @returns a value in [-1, 1]; NaN where undefined
 */
export function resampledSpearman(
  [a, b]: readonly [ArrayLike<number>, ArrayLike<number>],
  [orderA, orderB]: readonly [Int32Array, Int32Array],
  weights: Float64Array,
): number {
  const ranksA = weightedRanks(a, orderA, weights);
  const ranksB = weightedRanks(b, orderB, weights);
  let total = 0;
  for (const weight of weights) total += weight;
  // Average ranks always have this mean.
  const center = (total + 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let row = 0; row < weights.length; row++) {
    const [x, y, weight] = [ranksA[row]! - center, ranksB[row]! - center, weights[row]!];
    ab += weight * x * y;
    aa += weight * x * x;
    bb += weight * y * y;
  }
  return aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))) : Number.NaN;
}

function weightedRanks(values: ArrayLike<number>, order: Int32Array, weights: Float64Array): Float64Array {
  const ranks = new Float64Array(weights.length);
  let below = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let tied = 0;
    while (end < order.length && values[order[end]!] === values[order[start]!])
      tied += weights[order[end++]!]!;
    for (let k = start; k < end; k++) ranks[order[k]!] = below + (tied + 1) / 2;
    below += tied;
    start = end;
  }
  return ranks;
}
