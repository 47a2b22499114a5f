/** LightGBM keeps some of its constants in float32; as doubles they are these. */

/** Added to sums of second derivatives, so that no leaf divides by zero. */
export const EPSILON = Math.fround(1e-15);

/** Values at most so far from zero count as zero. */
export const ZERO_THRESHOLD = Math.fround(1e-35);

const asDouble = new Float64Array(1);
const asBits = new BigInt64Array(asDouble.buffer);
/** Significands of doubles near x are at most this share of |x| apart. */
const LARGEST_STEP = Number.EPSILON;

/** The next double above x; infinity stays. */
export function nextUp(x: number): number {
  if (x === Number.POSITIVE_INFINITY || Number.isNaN(x)) return x;
  if (x === 0) return Number.MIN_VALUE;
  asDouble[0] = x;
  asBits[0]! += x > 0 ? 1n : -1n;
  return asDouble[0]!;
}

/** Whether b ≥ a is the same double as a, or the next one. */
export function isSameOrNext(a: number, b: number): boolean {
  const isApart = b - a > Math.abs(a) * (2 * LARGEST_STEP) + Number.MIN_VALUE;
  return !isApart && b <= nextUp(a);
}

/** Whether a value is missing or not zero. */
export function isNonZero(value: number): boolean {
  return !(Math.abs(value) <= ZERO_THRESHOLD);
}
