/** How far encoders agree on which pairs are alike. */
import type { Rng } from "../base/index.js";
import { bootstrapInterval, spearman } from "../math/index.js";

export type EncoderAgreement = {
  readonly first: string;
  readonly second: string;
  /** Spearman's rank correlation of the two columns of values, in [-1, 1], with a 95 % bootstrap interval over pairs. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

const RESAMPLES = 500;

/**
 * Rank correlations of every two encoders.
 * @param valuesOf encoder → one value a pair, in the same order everywhere
 * @throws {RangeError} if the columns differ in length
 */
export function encoderAgreement(
  valuesOf: Readonly<Record<string, readonly number[]>>,
  rng: Rng,
): EncoderAgreement[] {
  const names = Object.keys(valuesOf);
  const lengths = new Set(names.map((name) => valuesOf[name]!.length));
  if (lengths.size > 1)
    throw new RangeError(`encoderAgreement: columns of lengths ${[...lengths].join(", ")}`);
  return names.flatMap((first, i) =>
    names
      .slice(i + 1)
      .map((second) => ({ first, second, ...correlate(valuesOf[first]!, valuesOf[second]!, rng) })),
  );
}

function correlate(
  a: readonly number[],
  b: readonly number[],
  rng: Rng,
): Pick<EncoderAgreement, "value" | "low" | "high"> {
  const statistic = (indices: Int32Array): number =>
    spearman(
      Float64Array.from(indices, (i) => a[i]!),
      Float64Array.from(indices, (i) => b[i]!),
    );
  return { value: spearman(a, b), ...bootstrapInterval(a.length, statistic, rng, { resamples: RESAMPLES }) };
}
