/** How much a score moves when nothing but the training subsample changes. */
import { createRng } from "../base/index.js";
import { randomMix } from "../candidates/index.js";
import { mean, standardDeviation } from "../math/index.js";
import type { RewardTrainer } from "../reward/index.js";
import type { Corpus } from "./corpus.js";
import { mixOf } from "./mix-of.js";
import { scoresOn, trainRunMixes } from "./reward-runs.js";
import type { Run } from "./run-folder.js";
import type { TaggedCorpus } from "./tagging.js";

/** Overall scores of one mix over seeds, on the items that candidates are scored on. */
export type NoiseRow = {
  readonly what: string;
  readonly runs: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
};

/** Trains all-human, all-LM and one random half-and-half mix `noiseRepeatCount` times, each on its own subsample. */
export async function measureNoise(
  run: Run,
  corpus: Corpus,
  { matrix }: TaggedCorpus,
  trainer: RewardTrainer,
): Promise<NoiseRow[]> {
  const { seed, noiseRepeatCount } = run.settings;
  const rowCount = matrix.ids.length;
  const mixes = [
    { name: "100% human, other subsamples", budgetCount: rowCount },
    { name: "100% LM, other subsamples", budgetCount: 0 },
    { name: "one random 50% mix, other subsamples", budgetCount: Math.round(rowCount / 2) },
  ].map(({ name, budgetCount }) =>
    mixOf(matrix, { id: name, human: randomMix(rowCount, budgetCount, createRng(seed).fork("noise", name)) }),
  );
  const overall = mixes.map((): number[] => []);
  for (let repeat = 0; repeat < noiseRepeatCount; repeat++) {
    const { results } = await trainRunMixes(run, corpus, trainer, {
      label: `noise ${repeat + 1}/${noiseRepeatCount}`,
      mixes,
      seed: `${seed}/noise/${repeat}`,
    });
    for (const [i, result] of results.entries()) {
      overall[i]!.push(scoresOn(corpus, result, corpus.split.selection).overall);
    }
  }
  return mixes.map(({ id }, i) => ({ what: id, runs: noiseRepeatCount, ...spreadOf(overall[i]!) }));
}

/** Mean, sample standard deviation and ends of some scores. */
export function spreadOf(values: readonly number[]): Pick<NoiseRow, "mean" | "sd" | "min" | "max"> {
  return {
    mean: mean(values),
    sd: standardDeviation(values),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}
