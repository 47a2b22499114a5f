/** Agreement of two raters beyond chance. */

/** Weights by the distance of categories in sorted order. */
export interface KappaOptions {
  readonly weights?: "linear" | "quadratic";
}

/**
 * Cohen's kappa.
 * @param a first rater's category of each item; numbers sort by value, text by code unit
 * @param b second rater's, same length
 * @returns at most 1; NaN where undefined (no items, or chance agreement is complete)
 * @throws {RangeError} if the lengths differ
 * @see Cohen 1960; Cohen 1968 for weights
 */
export function cohenKappa<T extends string | number>(
  a: readonly T[],
  b: readonly T[],
  options: KappaOptions = {},
): number {
  if (a.length !== b.length) throw new RangeError(`cohenKappa: lengths differ (${a.length} and ${b.length})`);
  const categories = [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const k = categories.length;
  const indexOf = new Map(categories.map((category, i) => [category, i]));
  const table = new Float64Array(k * k);
  const totalA = new Float64Array(k);
  const totalB = new Float64Array(k);
  for (let i = 0; i < a.length; i++) {
    const row = indexOf.get(a[i]!)!;
    const column = indexOf.get(b[i]!)!;
    table[row * k + column]! += 1;
    totalA[row]! += 1;
    totalB[column]! += 1;
  }
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < k; row++) {
    for (let column = 0; column < k; column++) {
      const weight = disagreement(row - column, options.weights);
      observed += weight * table[row * k + column]!;
      expected += (weight * totalA[row]! * totalB[column]!) / a.length;
    }
  }
  return expected === 0 || a.length === 0 ? Number.NaN : 1 - observed / expected;
}

function disagreement(distance: number, weights: KappaOptions["weights"]): number {
  if (weights === "linear") return Math.abs(distance);
  if (weights === "quadratic") return distance * distance;
  return distance === 0 ? 0 : 1;
}
