/** Step 8: train reward models on the routed mixes and their rivals, and judge them on held-out items. */
import { createRng, withProgress } from "../base/index.js";
import { ALL_HUMAN, ALL_LM, allHumanCandidate, allLmCandidate } from "../candidates/index.js";
import { type Interval, mean, standardDeviation } from "../math/index.js";
import {
  longerIsRight,
  type RewardTrainer,
  rightOf,
  scoreBenchmark,
  scoreIntervals,
  scoreRow,
} from "../reward/index.js";
import type { Corpus } from "./corpus.js";
import { mixOf } from "./mix-of.js";
import { trainRunMixes } from "./reward-runs.js";
import type { ComparedMix } from "./routes.js";
import type { Run } from "./run-folder.js";
import type { TaggedCorpus } from "./tagging.js";

/** One mix over all its repeats. */
export interface MixSummary {
  readonly name: string;
  readonly kind: ComparedMix["kind"] | "baseline";
  /** Mean share of pairs that humans label, in [0, 1]; NaN for a baseline that is not trained. */
  readonly humanFraction: number;
  readonly runCount: number;
  /** By column (Overall, sections, subsets): over repeats, in [0, 1]. */
  readonly columns: Readonly<Record<string, { readonly mean: number; readonly sd: number }>>;
  /** 95 % bootstrap intervals of the mean score over runs and items: Overall and sections. */
  readonly intervals: Readonly<Record<string, Interval>>;
  /** Mean predicted Overall; NaN where the PPM did not choose the mix. */
  readonly predicted: number;
  /** Held-out items right (1) or wrong (0), one array a run. */
  readonly right: readonly Uint8Array[];
}

export const ALL_HUMAN_NAME = "100% human";
export const ALL_LM_NAME = "100% LM";
export const LENGTH_NAME = "Longer response (no model)";

/** Trains every mix of every repeat and summarizes each over its repeats, on the held-out items. */
export async function compareMixes(
  run: Run,
  corpus: Corpus,
  { matrix }: TaggedCorpus,
  trainer: RewardTrainer,
  routed: readonly ComparedMix[],
): Promise<MixSummary[]> {
  const { repeatCount, seed } = run.settings;
  const pure = pureMixes(matrix.ids.length, repeatCount);
  const mixes = [...pure, ...routed];
  const right = new Map<ComparedMix, Uint8Array>();
  await withProgress("comparison", mixes.length, async (progress) => {
    for (let repeat = 0; repeat < repeatCount; repeat++) {
      const inRepeat = mixes.filter((mix) => mix.repeat === repeat);
      const { results } = await trainRunMixes(run, corpus, trainer, {
        mixes: inRepeat.map(({ name, human }) => mixOf(matrix, { id: name, human })),
        seed: `${seed}/compare/${repeat}`,
        progress,
      });
      for (const [i, mix] of inRepeat.entries()) right.set(mix, heldOutRight(corpus, rightOf(results[i]!)));
    }
  });
  const names = [...new Set(mixes.map(({ name }) => name))];
  const summaries = names.map((name) => {
    const repeats = mixes.filter((mix) => mix.name === name);
    return summarize(
      run,
      corpus,
      repeats,
      repeats.map((mix) => right.get(mix)!),
      matrix.ids.length,
    );
  });
  return [...summaries, lengthSummary(run, corpus)];
}

function pureMixes(rowCount: number, repeatCount: number): ComparedMix[] {
  const human = allHumanCandidate(rowCount);
  const lm = allLmCandidate(rowCount);
  return Array.from({ length: repeatCount }, (_, repeat): ComparedMix[] => [
    { ...human, name: ALL_HUMAN_NAME, kind: ALL_HUMAN, repeat, predicted: null },
    { ...lm, name: ALL_LM_NAME, kind: ALL_LM, repeat, predicted: null },
  ]).flat();
}

function heldOutRight({ split }: Corpus, right: Uint8Array): Uint8Array {
  return Uint8Array.from(split.heldOut, (i) => right[i]!);
}

function summarize(
  run: Run,
  corpus: Corpus,
  repeats: readonly ComparedMix[],
  right: readonly Uint8Array[],
  rowCount: number,
): MixSummary {
  const { name, kind } = repeats[0]!;
  const predicted = repeats.map((mix) => mix.predicted).filter((value) => value !== null);
  return {
    name,
    kind,
    humanFraction: mean(repeats.map(({ humanCount }) => humanCount / rowCount)),
    predicted: mean(predicted),
    ...scoresOver(run, corpus, right),
  };
}

type ScoreSummary = Pick<MixSummary, "runCount" | "columns" | "intervals" | "right">;

function scoresOver(run: Run, corpus: Corpus, right: readonly Uint8Array[]): ScoreSummary {
  const items = heldOutItems(corpus);
  const rows = right.map((each) => scoreRow(scoreBenchmark(items, each)));
  const columns = Object.keys(rows[0]!).map((column) => {
    const values = rows.map((row) => row[column]!);
    return [column, { mean: mean(values), sd: standardDeviation(values) }] as const;
  });
  return {
    runCount: right.length,
    columns: Object.fromEntries(columns),
    intervals: scoreIntervals(items, right, createRng(run.settings.seed).fork("intervals")),
    right,
  };
}

/** The items that mixes are compared on. */
export function heldOutItems({ benchmark, split }: Corpus): Corpus["benchmark"] {
  return Array.from(split.heldOut, (i) => benchmark[i]!);
}

function lengthSummary(run: Run, corpus: Corpus): MixSummary {
  const right = longerIsRight(heldOutItems(corpus));
  return {
    name: LENGTH_NAME,
    kind: "baseline",
    humanFraction: Number.NaN,
    predicted: Number.NaN,
    ...scoresOver(run, corpus, [right]),
  };
}
