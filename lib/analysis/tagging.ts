/** Step 2: the tags of every pair, extracted once and kept. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashJson, packageVersion, withProgress } from "../base/index.js";
import type { LabelledPair } from "../datasets/index.js";
import { countBits } from "../math/index.js";
import {
  type Bins,
  buildTagMatrix,
  embeddedAnalyzerFor,
  extractFeatures,
  type Features,
  formatProvenance,
  type Provenance,
  readFeaturesFile,
  type TagMatrix,
  writeFeaturesFile,
} from "../tags/index.js";
import { createEncoder, type Encoder, type EncoderSpec, runsInWorkers } from "../text/index.js";
import type { Corpus } from "./corpus.js";
import type { Run } from "./run-folder.js";
import type { Settings } from "./settings.js";

export interface TaggedCorpus {
  /** One a pair, in the order of `corpus.pairs`. */
  readonly features: readonly Features[];
  readonly matrix: TagMatrix;
  readonly bins: Bins;
  /** What made the features that the pairs did not bring along. */
  readonly provenance: Provenance;
}

/**
 * Tags the pairs by the settings' encoder; features already extracted by an earlier run of the same corpus are read back.
 * @throws {BadInputError} where the encoder's model cannot be had
 */
export async function tagCorpus(run: Run, corpus: Corpus): Promise<TaggedCorpus> {
  const spec = encoderSpecOf(run.settings);
  const encoder = await createEncoder(spec);
  const provenance: Provenance = {
    definitions: "paper",
    encoder: encoder.id,
    analyzer: embeddedAnalyzerFor(encoder).id,
  };
  // One that does not run in workers is used as it is: its model is loaded once.
  const features = await keptFeatures(run, corpus.pairs, provenance, runsInWorkers(spec) ? spec : encoder);
  const { matrix, bins } = buildTagMatrix(
    corpus.pairs.map(({ id }) => id),
    features,
  );
  return { features, matrix, bins, provenance };
}

/** The encoder that settings name. */
export function encoderSpecOf({ encoder, modelDir }: Settings): EncoderSpec {
  if (encoder !== "transformers") return { kind: encoder };
  return modelDir === null ? { kind: encoder } : { kind: encoder, modelDir };
}

async function keptFeatures(
  run: Run,
  pairs: readonly LabelledPair[],
  provenance: Provenance,
  encoder: EncoderSpec | Encoder,
): Promise<readonly Features[]> {
  const texts = pairs.map(({ id, prompt, completionA, completionB, extra }) => [
    id,
    prompt,
    completionA,
    completionB,
    extra,
  ]);
  const key = hashJson([packageVersion(), formatProvenance(provenance), texts]).slice(0, 16);
  const path = join(run.work, `features-${key}.jsonl`);
  if (existsSync(path)) return (await readFeaturesFile(path)).rows.map(({ features }) => features);
  return withProgress("tags", pairs.length, async (progress) => {
    const features = await extractFeatures(pairs, {
      workers: run.settings.workers ?? undefined,
      encoder,
      onProgress: (count) => progress.advance(count),
    });
    const rows = pairs.map(({ id }) => ({ id }));
    await writeFeaturesFile(path, rows, features, {
      command: "reproduce",
      provenance,
      inputs: [],
    });
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
