/** Reward models of a run: one trainer for all, finished ones kept, scores on either part of the benchmark. */
import { join } from "node:path";
import type { Progress } from "../base/index.js";
import {
  type BenchmarkScores,
  createEmbeddedTrainer,
  type Mix,
  type MixTable,
  type RewardResult,
  type RewardTrainer,
  rightOf,
  scoreBenchmark,
  trainMixes,
} from "../reward/index.js";
import type { Corpus } from "./corpus.js";
import type { Run } from "./run-folder.js";

/** Makes the trainer that every mix of a run is trained with. */
export function createTrainer(run: Run, corpus: Corpus): RewardTrainer {
  const { pairs, benchmark } = corpus;
  return createEmbeddedTrainer({ pairs, benchmark, workers: run.settings.workers ?? undefined });
}

/** Trains mixes with one training seed; what an earlier run finished is taken up. */
export function trainRunMixes(
  run: Run,
  corpus: Corpus,
  trainer: RewardTrainer,
  request: { readonly mixes: readonly Mix[]; readonly seed: string; readonly progress: Progress },
): Promise<MixTable> {
  const { mixes, seed, progress } = request;
  return trainMixes({
    mixes,
    pairs: corpus.pairs,
    benchmark: corpus.benchmark,
    trainer,
    seed,
    subsampleFraction: run.settings.subsampleFraction,
    workDir: join(run.work, "reward-models"),
    onPlan: (found) => progress.advance(found),
    onTrained: () => progress.advance(),
  });
}

/** Scores on some of the benchmark's items. */
export function scoresOn(
  corpus: Corpus,
  result: Pick<RewardResult, "right">,
  items: Int32Array,
): BenchmarkScores {
  const right = rightOf(result);
  return scoreBenchmark(
    Array.from(items, (i) => corpus.benchmark[i]!),
    Array.from(items, (i) => right[i]!),
  );
}
