/**
 * Numbers as the sum of two doubles, high + low, which carry about 106 bits. Needed where what is wanted is a small
 * difference of large sums; loops that must be fast write these steps out.
 * @see Dekker 1971, A floating-point technique for extending the available precision
 */

export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** 2^27 + 1: a product with it splits a double into two halves of 26 bits. */
export const SPLITTER = 134217729;

/** a + b without error. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** a·b without error, where no product overflows. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const a1 = upperHalf(a);
  const b1 = upperHalf(b);
  const a2 = a - a1;
  const b2 = b - b1;
  return { high, low: a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2 };
}

/** The upper 26 bits of a double. */
export function upperHalf(value: number): number {
  const shifted = SPLITTER * value;
  return shifted - (shifted - value);
}

export function addDoubles(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = twoSum(a.high, b.high);
  return twoSum(high, low + a.low + b.low);
}

export function multiplyDoubles(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = twoProduct(a.high, b.high);
  return twoSum(high, low + a.high * b.low + a.low * b.high);
}

/** A sum of doubles, as if with twice the digits. */
export function sumDoubles(high: ArrayLike<number>, low: ArrayLike<number>): DoubleDouble {
  let total: DoubleDouble = { high: 0, low: 0 };
  for (let i = 0; i < high.length; i++) total = addDoubles(total, { high: high[i]!, low: low[i]! });
  return total;
}
