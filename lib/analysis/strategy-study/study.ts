/** What every part of a study works on, and the reward models that it trains. */
import { type Progress, sha256, withProgress } from "../../base/index.js";
import type { Bitset } from "../../math/index.js";
import { type RewardTrainer, rightOf, scoreBenchmark } from "../../reward/index.js";
import { type Corpus, loadCorpus } from "../corpus.js";
import { mixOf } from "../mix-of.js";
import { createTrainer, trainRunMixes } from "../reward-runs.js";
import type { Run } from "../run-folder.js";
import { type TaggedCorpus, tagCorpus } from "../tagging.js";

/** Data, tags and trainer of a study. */
export interface Study {
  readonly run: Run;
  readonly corpus: Corpus;
  readonly tagged: TaggedCorpus;
  readonly trainer: RewardTrainer;
}

/**
 * Reads or generates the data that the run's settings name, and tags it.
 * @throws {BadInputError} listing what is wrong with the files
 */
export async function openStudy(run: Run): Promise<Study> {
  const corpus = await loadCorpus(run.settings);
  const tagged = await tagCorpus(run, corpus);
  return { run, corpus, tagged, trainer: createTrainer(run, corpus) };
}

/** What the reward models of some mixes get right, 1 or 0 an item of the whole benchmark. */
export interface TrainedMixes {
  /** @throws {RangeError} for a mix that was not trained in this repeat */
  rightOf(repeat: number, human: Bitset): Uint8Array;
}

/**
 * Trains a reward model on each mix; equal mixes of a repeat once. All mixes of a repeat train on the same subsample of
 * the pairs. What an earlier run finished is taken up.
 * @param mixesOf the mixes of each repeat
 * @param seedOf names the subsample of each repeat
 */
export async function trainRepeats(
  study: Study,
  label: string,
  mixesOf: readonly (readonly Bitset[])[],
  seedOf: (repeat: number) => string,
): Promise<TrainedMixes> {
  const distinct = mixesOf.map((mixes) => new Map(mixes.map((human) => [mixKey(human), human])));
  const total = distinct.reduce((sum, mixes) => sum + mixes.size, 0);
  const right = await withProgress(label, total, async (progress) => {
    const trained: Map<string, Uint8Array>[] = [];
    for (const [repeat, mixes] of distinct.entries())
      trained.push(await trainOnce(study, mixes, seedOf(repeat), progress));
    return trained;
  });
  return {
    rightOf(repeat, human) {
      const found = right[repeat]?.get(mixKey(human));
      if (found === undefined) throw new RangeError(`rightOf: no such mix was trained in repeat ${repeat}`);
      return found;
    },
  };
}

async function trainOnce(
  { run, corpus, tagged, trainer }: Study,
  distinct: ReadonlyMap<string, Bitset>,
  seed: string,
  progress: Progress,
): Promise<Map<string, Uint8Array>> {
  const mixes = [...distinct].map(([id, human]) => mixOf(tagged.matrix, { id, human }));
  const { results } = await trainRunMixes(run, corpus, trainer, { mixes, seed, progress });
  return new Map(mixes.map(({ id }, i) => [id, rightOf(results[i]!)]));
}

/** Names a mix by who labels what, so that strategies that choose alike share a reward model. */
function mixKey(human: Bitset): string {
  return `mix-${sha256(new Uint8Array(human.buffer, human.byteOffset, human.byteLength)).slice(0, 24)}`;
}

/** Right or wrong on some of the benchmark's items. */
export function rightOn(right: ArrayLike<number>, items: Int32Array): Float64Array {
  return Float64Array.from(items, (item) => right[item]!);
}

/** Overall on the items whose scores the PPMs are fitted to. */
export function selectionScore({ corpus }: Pick<Study, "corpus">, right: Uint8Array): number {
  const { benchmark, split } = corpus;
  const items = Array.from(split.selection, (item) => benchmark[item]!);
  return scoreBenchmark(items, rightOn(right, split.selection)).overall;
}
