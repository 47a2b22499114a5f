/** How much a score moves when nothing but the training subsample changes. */
import { createRng } from "../base/index.js";
import { randomMix } from "../candidates/index.js";
import { mean, standardDeviation } from "../math/index.js";
import type { Mix } from "../reward/index.js";
import { mixOf } from "./mix-of.js";

/** Overall scores of one mix over seeds, or of many mixes with one seed; fractions in [0, 1]. */
export type NoiseRow = {
  readonly what: string;
  readonly runs: number;
  readonly mean: number;
  /** Sample standard deviation (ddof 1). */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
};

/** A row for some scores. */
export function noiseRow(what: string, overall: readonly number[]): NoiseRow {
  return {
    what,
    runs: overall.length,
    mean: mean(overall),
    sd: standardDeviation(overall),
    min: Math.min(...overall),
    max: Math.max(...overall),
  };
}

/** The mixes whose noise is measured: the two pure ones and a random half-and-half one. */
export function noiseMixes(ids: readonly string[], seed: number): Mix[] {
  const named = [
    { name: "100% human, other subsamples", budgetCount: ids.length },
    { name: "100% LM, other subsamples", budgetCount: 0 },
    { name: "one random 50% mix, other subsamples", budgetCount: Math.round(ids.length / 2) },
  ];
  return named.map(({ name, budgetCount }) =>
    mixOf(
      { ids },
      { id: name, human: randomMix(ids.length, budgetCount, createRng(seed).fork("noise", name)) },
    ),
  );
}

/**
 * Trains the mixes `repeatCount` times, each time on another subsample.
 * @param train Overall of each mix, trained with the named seed
 */
export async function repeatTraining(
  mixes: readonly Mix[],
  { seed, repeatCount }: { readonly seed: number; readonly repeatCount: number },
  train: (seed: string) => Promise<readonly number[]>,
): Promise<NoiseRow[]> {
  const overall = mixes.map((): number[] => []);
  for (let repeat = 0; repeat < repeatCount; repeat++) {
    const scores = await train(`${seed}/noise/${repeat}`);
    for (const [i, score] of scores.entries()) overall[i]!.push(score);
  }
  return mixes.map(({ id }, i) => noiseRow(id, overall[i]!));
}
