/** Step 2: the tags of every pair, extracted once and kept. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashJson, packageVersion, withProgress } from "../base/index.js";
import type { LabelledPair } from "../datasets/index.js";
import { countBits } from "../math/index.js";
import {
  ANALYZER_ID,
  type Bins,
  buildTagMatrix,
  extractFeatures,
  type Features,
  readFeaturesFile,
  type TagMatrix,
  writeFeaturesFile,
} from "../tags/index.js";
import { createHashedEncoder } from "../text/index.js";
import type { Corpus } from "./corpus.js";
import type { Run } from "./run-folder.js";

export interface TaggedCorpus {
  /** One a pair, in the order of `corpus.pairs`. */
  readonly features: readonly Features[];
  readonly matrix: TagMatrix;
  readonly bins: Bins;
}

/** Tags the pairs; features already extracted by an earlier run of the same corpus are read back. */
export async function tagCorpus(run: Run, corpus: Corpus): Promise<TaggedCorpus> {
  const features = await keptFeatures(run, corpus.pairs);
  const { matrix, bins } = buildTagMatrix(
    corpus.pairs.map(({ id }) => id),
    features,
  );
  return { features, matrix, bins };
}

async function keptFeatures(run: Run, pairs: readonly LabelledPair[]): Promise<readonly Features[]> {
  const encoderId = createHashedEncoder().id;
  const texts = pairs.map(({ id, prompt, completionA, completionB, extra }) => [
    id,
    prompt,
    completionA,
    completionB,
    extra,
  ]);
  const key = hashJson([packageVersion(), encoderId, ANALYZER_ID, texts]).slice(0, 16);
  const path = join(run.work, `features-${key}.jsonl`);
  if (existsSync(path)) return (await readFeaturesFile(path)).rows.map(({ features }) => features);
  return withProgress("tags", pairs.length, async (progress) => {
    const features = await extractFeatures(pairs, {
      workers: run.settings.workers ?? undefined,
      onProgress: (count) => progress.advance(count),
    });
    const rows = pairs.map(({ id }) => ({ id }));
    await writeFeaturesFile(path, rows, features, { command: "reproduce", encoderId, inputs: [] });
    return features;
  });
}

/** How many pairs have each tag. */
export type TagShare = {
  readonly tag: string;
  readonly count: number;
  /** Of all pairs, in [0, 1]. */
  readonly share: number;
};

/** Every tag of the vocabulary with its pairs, in vocabulary order. */
export function tagShares({ ids, tagNames, columns }: TagMatrix): TagShare[] {
  return tagNames.map((tag, i) => {
    const count = countBits(columns[i]!);
    return { tag, count, share: count / ids.length };
  });
}
