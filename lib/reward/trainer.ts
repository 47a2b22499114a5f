/** What trains reward models: bound to pairs and a benchmark, takes jobs, gives results. */
import { hashJson, type JsonObject } from "../base/index.js";
import { type BenchmarkItem, type LabelledPair, sideOf } from "../datasets/index.js";
import type { CountRule } from "./count-rules.js";
import { createJob, type RewardJob, type RewardResult } from "./job.js";
import { DEFAULT_SUBSAMPLE_FRACTION } from "./training-set.js";

/** A mix of labels: the pairs whose human label is used. */
export interface Mix {
  readonly id: string;
  readonly humanIds: ReadonlySet<string>;
}

export interface RewardTrainer {
  /** Name and version, part of every job. */
  readonly backend: string;
  readonly hyperparameters: Readonly<Record<string, number | string | boolean>>;
  /** SHA-256 of what it is bound to, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  /**
   * Trains one model a job and scores it.
   * @param onResult called as each job ends, in order of completion
   * @returns results in the order of the jobs
   * @throws {BadInputError} where a job is for another backend or other inputs
   */
  train(
    jobs: readonly RewardJob[],
    onResult?: (job: RewardJob, result: RewardResult) => void,
  ): Promise<RewardResult[]>;
}

export interface JobOptions {
  readonly seed: number | string;
  /** Default {@link DEFAULT_SUBSAMPLE_FRACTION}. */
  readonly subsampleFraction?: number;
  /** Default `official`. */
  readonly counts?: CountRule;
}

/** The job that trains a mix. Human ids that are not among the usable pairs (ties) drop out. */
export function jobOf(
  trainer: RewardTrainer,
  mix: Mix,
  pairs: readonly LabelledPair[],
  { seed, subsampleFraction = DEFAULT_SUBSAMPLE_FRACTION, counts = "official" }: JobOptions,
): RewardJob {
  return createJob({
    backend: trainer.backend,
    seed,
    subsampleFraction,
    hyperparameters: { ...trainer.hyperparameters },
    scoring: { counts },
    mix: {
      id: mix.id,
      humanIds: pairs
        .filter(({ id }) => mix.humanIds.has(id))
        .map(({ id }) => id)
        .sort(),
    },
    inputs: { ...trainer.inputs },
  });
}

/** Hash of what training reads of pairs: order, texts, and both sides' labels. */
export function hashPairs(pairs: readonly LabelledPair[]): string {
  return hashJson(
    pairs.map(({ id, prompt, completionA, completionB, human, lm }) => [
      id,
      prompt,
      completionA,
      completionB,
      sideOf(human),
      sideOf(lm),
    ]),
  );
}

/** Hash of what scoring reads of a benchmark. */
export function hashBenchmark(items: readonly BenchmarkItem[]): string {
  return hashJson(
    items.map(
      ({ id, subset, section, prompt, chosen, rejected }): JsonObject => ({
        id,
        subset,
        section,
        prompt,
        chosen,
        rejected,
      }),
    ),
  );
}
