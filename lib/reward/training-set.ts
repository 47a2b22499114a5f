/** The training set of a job: which pairs, and which side each prefers. */
import { createRng } from "../base/index.js";
import { type LabelledPair, sideOf } from "../datasets/index.js";
import type { RewardJob } from "./job.js";

/** The paper trains on 7,000 of 7,531 pairs. */
export const DEFAULT_SUBSAMPLE_FRACTION = 0.93;

type JobLabels = Pick<RewardJob, "seed" | "subsampleFraction" | "mix">;

/**
 * Rows that the seed draws: round(fraction · count) of them, at least one, ascending. All mixes with the same
 * seed train on the same rows, so that they differ by their labels only.
 */
export function subsampleRows(count: number, fraction: number, seed: number | string): Int32Array {
  const rows = Array.from({ length: count }, (_, row) => row);
  const size = Math.max(1, Math.round(fraction * count));
  return Int32Array.from(createRng(seed).fork("training-subsample").sample(rows, size)).sort();
}

/**
 * Labels of a job: +1 where completion A is preferred, -1 where completion B, 0 where the pair is left out.
 * @param pairs usable pairs: neither side says tie
 */
export function jobLabels(job: JobLabels, pairs: readonly LabelledPair[]): Int8Array {
  const humanIds = new Set(job.mix.humanIds);
  const labels = new Int8Array(pairs.length);
  for (const row of subsampleRows(pairs.length, job.subsampleFraction, job.seed)) {
    const { id, human, lm } = pairs[row]!;
    labels[row] = sideOf(humanIds.has(id) ? human : lm) === "a" ? 1 : -1;
  }
  return labels;
}

/** The same as rows for a trainer elsewhere: ids of the pairs trained on, and the preferred side of each. */
export function jobTrainingSet(
  job: JobLabels,
  pairs: readonly LabelledPair[],
): { readonly id: string; readonly preferred: "a" | "b" }[] {
  const labels = jobLabels(job, pairs);
  return pairs.flatMap(({ id }, row) =>
    labels[row] === 0 ? [] : [{ id, preferred: labels[row] === 1 ? ("a" as const) : ("b" as const) }],
  );
}
