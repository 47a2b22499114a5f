/** The form in which likenesses are kept. */

const DECIMALS = 1e6;

/**
 * A likeness as features hold it: clamped to [0, 1] and rounded to 6 decimals, so that sums in another order, on
 * another machine, give the same bytes.
 * @throws {RangeError} for NaN, which no encoder may cause
 */
export function toSimilarity(value: number): number {
  if (Number.isNaN(value))
    throw new RangeError("a similarity is NaN: the encoder gave vectors that are no numbers");
  return Math.round(Math.min(1, Math.max(0, value)) * DECIMALS) / DECIMALS;
}
