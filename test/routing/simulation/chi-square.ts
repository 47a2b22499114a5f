/** How far observed frequencies are from equal ones. */

/**
 * Pearson's chi-square of equal expectations as a standard normal deviate (Wilson and Hilferty 1931); above 4 once in
 * 30,000 times.
 */
export function unevenness(observed: readonly number[]): number {
  const expected = observed.reduce((sum, count) => sum + count, 0) / observed.length;
  const chiSquare = observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = observed.length - 1;
  const variance = 2 / (9 * freedom);
  return ((chiSquare / freedom) ** (1 / 3) - (1 - variance)) / Math.sqrt(variance);
}

/** How often each key occurs, of those that occur. */
export function frequencies(keys: Iterable<string | number>): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
