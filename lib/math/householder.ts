/** Householder reflections H = I - τ v vᵀ: the orthogonal steps of every factorization here. */

/**
 * Makes the reflection that turns `x[from..]` into a multiple of its first axis, in place.
 * @returns `tau`, and `alpha`, the only component left; `x` becomes the vector v, with zeros before `from`
 * @see Golub and Van Loan, Matrix Computations, 4th ed., §5.1
 */
export function makeReflection(
  x: Float64Array,
  from: number,
): { readonly tau: number; readonly alpha: number } {
  let tail = 0;
  for (let i = from + 1; i < x.length; i++) tail += x[i]! * x[i]!;
  const first = x[from] ?? 0;
  x.fill(0, 0, from);
  if (tail === 0) return { tau: 0, alpha: first };
  const norm = Math.sqrt(first * first + tail);
  // The sign that adds instead of cancelling.
  const alpha = first > 0 ? -norm : norm;
  x[from] = first - alpha;
  return { tau: 2 / (x[from]! * x[from]! + tail), alpha };
}

/** x ← (I - τ v vᵀ) x, where v is zero before `from`. */
export function reflect(x: Float64Array, v: Float64Array, tau: number, from: number): void {
  if (tau === 0) return;
  subtractFrom(x, tau * dotFrom(x, v, from), v, from);
}

/** x ← x - factor·v from a place on; four at a time, which is twice as fast. */
export function subtractFrom(x: Float64Array, factor: number, v: Float64Array, from: number): void {
  let i = from;
  for (; i + 3 < x.length; i += 4) {
    x[i]! -= factor * v[i]!;
    x[i + 1]! -= factor * v[i + 1]!;
    x[i + 2]! -= factor * v[i + 2]!;
    x[i + 3]! -= factor * v[i + 3]!;
  }
  for (; i < x.length; i++) x[i]! -= factor * v[i]!;
}

/** Inner product from a place on, in four interleaved sums: one sum would wait for each addition. */
export function dotFrom(a: Float64Array, b: Float64Array, from: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = from;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}
