/** Means, spreads and quantiles. */

/** Arithmetic mean; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/**
 * Standard deviation with n - ddof in the denominator.
 * @param ddof 1 (default) for a sample, 0 for a whole population
 * @returns NaN where n ≤ ddof
 */
export function standardDeviation(values: ArrayLike<number>, ddof: 0 | 1 = 1): number {
  const center = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - center) ** 2;
  return values.length > ddof ? Math.sqrt(squares / (values.length - ddof)) : Number.NaN;
}

/**
 * Quantile by linear interpolation between order statistics (R's type 7, NumPy's default).
 * @param probability in [0, 1]
 * @returns NaN for no values
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`quantile: ${probability} is not in [0, 1]`);
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const place = probability * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** Root-mean-square error of predictions. @throws {RangeError} if the lengths differ */
export function rootMeanSquareError(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  if (actual.length !== predicted.length) {
    throw new RangeError(`rootMeanSquareError: lengths differ (${actual.length} and ${predicted.length})`);
  }
  let squares = 0;
  for (let i = 0; i < actual.length; i++) squares += (actual[i]! - predicted[i]!) ** 2;
  return Math.sqrt(squares / actual.length);
}
