/** Steps 3 and 4: candidate mixes by Algorithm 1, their counts, and the score of a reward model trained on each. */
import { createRng, withProgress } from "../base/index.js";
import {
  allHumanCandidate,
  allLmCandidate,
  type Candidate,
  countCandidates,
  sampleCandidates,
} from "../candidates/index.js";
import { matrixFromRows } from "../math/index.js";
import type { TrainingTable } from "../ppm/index.js";
import { type RewardTrainer, scoreRow } from "../reward/index.js";
import type { TagMatrix } from "../tags/index.js";
import type { Corpus } from "./corpus.js";
import { mixOf } from "./mix-of.js";
import { scoresOn, trainRunMixes } from "./reward-runs.js";
import type { Run } from "./run-folder.js";
import { type NoiseRow, noiseMixes, noiseRow, repeatTraining } from "./run-noise.js";
import type { TaggedCorpus } from "./tagging.js";

/** A candidate with everything known of it. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  /** Share of the pairs that humans label, in [0, 1]. */
  readonly budgetFraction: number;
  /** Human-routed pairs per tag, in vocabulary order. */
  readonly counts: Int32Array;
  /** By column (Overall, sections, subsets), on the part of the benchmark that the PPM may see; in [0, 1]. */
  readonly scores: Readonly<Record<string, number>>;
}

/** Samples candidates: all-human and all-LM first (paper, section 2.2, step 2), then Algorithm 1. */
export function sampleRunCandidates(run: Run, { matrix }: TaggedCorpus): Candidate[] {
  const { seed, candidateCount } = run.settings;
  const rowCount = matrix.ids.length;
  const rng = createRng(seed).fork("candidates");
  return [
    allHumanCandidate(rowCount),
    allLmCandidate(rowCount),
    ...sampleCandidates(matrix, { count: candidateCount - 2, rng }),
  ];
}

/** Trains a reward model on each candidate and scores it on the selection part of the benchmark. */
export async function scoreCandidates(
  run: Run,
  corpus: Corpus,
  { matrix }: TaggedCorpus,
  trainer: RewardTrainer,
  candidates: readonly Candidate[],
): Promise<ScoredCandidate[]> {
  const mixes = candidates.map((candidate) => mixOf(matrix, candidate));
  const seed = `${run.settings.seed}/candidates`;
  const { results } = await withProgress("reward models", mixes.length, (progress) =>
    trainRunMixes(run, corpus, trainer, { mixes, seed, progress }),
  );
  const { counts } = countCandidates(matrix, candidates);
  return candidates.map((candidate, i) => ({
    candidate,
    budgetFraction: candidate.humanCount / matrix.ids.length,
    counts: counts[i]!,
    scores: scoreRow(scoresOn(corpus, results[i]!, corpus.split.selection)),
  }));
}

/** Counts and Overall scores as the PPM learns from them. */
export function trainingTable(matrix: TagMatrix, scored: readonly ScoredCandidate[]): TrainingTable {
  return {
    featureNames: matrix.tagNames,
    counts: matrixFromRows(scored.map(({ counts }) => counts)),
    targets: Float64Array.from(scored, ({ scores }) => scores.Overall!),
  };
}

/** How far apart the candidates' Overall scores lie, and how far one mix's with other subsamples. */
export async function measureNoise(
  run: Run,
  corpus: Corpus,
  { matrix }: TaggedCorpus,
  trainer: RewardTrainer,
  scored: readonly ScoredCandidate[],
): Promise<NoiseRow[]> {
  const { seed, noiseRepeatCount } = run.settings;
  const mixes = noiseMixes(matrix.ids, seed);
  const noise = await withProgress("noise", mixes.length * noiseRepeatCount, (progress) =>
    repeatTraining(mixes, { seed, repeatCount: noiseRepeatCount }, async (trainingSeed) => {
      const { results } = await trainRunMixes(run, corpus, trainer, { mixes, seed: trainingSeed, progress });
      return results.map((result) => scoresOn(corpus, result, corpus.split.selection).overall);
    }),
  );
  const overall = scored.map(({ scores }) => scores.Overall!);
  return [noiseRow("all candidates, one subsample", overall), ...noise];
}
