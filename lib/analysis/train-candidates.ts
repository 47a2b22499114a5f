/** Behind `hyper train`: the candidates of a folder, a reward model for each, one table of counts and scores. */
import type { CandidateSet } from "../candidates/index.js";
import { type BenchmarkItem, type LabelledPair, type Preference, usablePairs } from "../datasets/index.js";
import {
  type CountRule,
  lengthBaseline,
  type MixTable,
  type RewardJob,
  type RewardTrainer,
  trainMixes,
} from "../reward/index.js";
import { benchmarkOf } from "./benchmark-of.js";
import { mixOf } from "./mix-of.js";
import { type NoiseRow, noiseMixes, noiseRow, repeatTraining } from "./run-noise.js";

/** What is trained on, and what it is scored on. */
export interface TrainingData {
  /** Usable pairs: no ties, and not kept out for a holdout. */
  readonly pairs: readonly LabelledPair[];
  readonly benchmark: readonly BenchmarkItem[];
  readonly droppedTies: number;
  /** Pairs of prompts kept out of training. */
  readonly keptOut: number;
}

/**
 * Reads a benchmark, or makes one of the pairs (`holdout:0.25`), and drops ties.
 * @throws {BadInputError} listing unlabelled pairs, or what is wrong with the benchmark
 */
export async function trainingData(
  preferences: readonly Preference[],
  benchmark: string,
  seed: number,
): Promise<TrainingData> {
  const split = await benchmarkOf(preferences, benchmark, seed);
  const { pairs, dropped } = usablePairs(split.train);
  return {
    pairs,
    benchmark: split.benchmark,
    droppedTies: dropped.eitherTies,
    keptOut: preferences.length - split.train.length,
  };
}

export interface TrainCandidatesOptions extends TrainingData {
  readonly candidates: CandidateSet;
  readonly ids: readonly string[];
  readonly trainer: RewardTrainer;
  readonly seed: number;
  readonly subsampleFraction: number;
  readonly counts: CountRule;
  /** Finished mixes are kept here, and taken up by a later run. */
  readonly workDir: string;
  readonly onPlan?: (found: number, missing: number) => void;
  readonly onTrained?: (job: RewardJob) => void;
}

/** Trains and scores every candidate that has no result yet. */
export function trainCandidates(options: TrainCandidatesOptions): Promise<MixTable> {
  const { candidates, ids, ...rest } = options;
  return trainMixes({
    ...rest,
    mixes: candidates.candidates.map((candidate) => mixOf({ ids }, candidate)),
    knownIds: new Set(ids),
  });
}

/**
 * What the scores of candidates have to be seen beside: their spread, the noise of one mix over `repeatCount`
 * seeds, and what preferring the longer response scores.
 */
export async function scoreContext(
  options: TrainCandidatesOptions,
  table: MixTable,
  repeatCount: number,
): Promise<{ readonly rows: NoiseRow[]; readonly longerOverall: number }> {
  const { seed, benchmark } = options;
  const mixes = noiseMixes(
    options.pairs.map(({ id }) => id),
    seed,
  );
  const { candidates: _, ids: __, onPlan: ___, onTrained: ____, ...rest } = options;
  const noise = await repeatTraining(mixes, { seed, repeatCount }, async (trainingSeed) => {
    const { rows } = await trainMixes({ ...rest, mixes, seed: trainingSeed });
    return rows.map(({ Overall }) => Number(Overall));
  });
  const overall = table.rows.map(({ Overall }) => Number(Overall));
  return {
    rows: [noiseRow("all candidates, one subsample", overall), ...noise],
    longerOverall: lengthBaseline(benchmark, options).overall,
  };
}
