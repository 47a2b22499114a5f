/** Computes blocks of features, each part where it runs best: in worker threads, or in this one. */
import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import { createWorkerPool, type WorkerPool } from "../../base/index.js";
import {
  type CreateEncoderOptions,
  createEncoder,
  type Encoder,
  type EncoderSpec,
  runsInWorkers,
} from "../../text/index.js";
import { ANALYZER_ID } from "../analyzer/analyze-prompt.js";
import { type Analyzer, embeddedAnalyzerFor } from "../analyzer/analyzer.js";
import type { Definitions } from "../definitions.js";
import type { Features } from "../features.js";
import { analyzeMissing, encodeMissing, extractBlock, type PairToTag } from "./extract-block.js";
import type { WorkerMethods } from "./extract-worker.js";
import type { Provenance } from "./provenance.js";

/** How features are made. */
export interface ExtractionMethods {
  /** For cosine similarity and BERTScore; default the model-free hashed encoder. One of your own works in this thread. */
  readonly encoder?: EncoderSpec | Encoder;
  /** For the descriptive tags; works in this thread. Default: the embedded analyzer, in the workers. */
  readonly analyzer?: Analyzer;
  /** Default `paper`. */
  readonly definitions?: Definitions;
}

/** The methods with their encoder, which may have been downloaded for it. */
export interface PreparedMethods {
  readonly provenance: Provenance;
  readonly encoder: Encoder;
  /** Null for an encoder that is no kind of ours. */
  readonly encoderSpec: EncoderSpec | null;
  /** Null: the embedded one. */
  readonly analyzer: Analyzer | null;
  readonly embeddingCacheFolder: string | undefined;
}

/** @throws {BadInputError} where the encoder's model cannot be had */
export async function prepareMethods(
  { encoder: given = { kind: "hashed" }, analyzer, definitions = "paper" }: ExtractionMethods,
  encoderOptions: CreateEncoderOptions = {},
): Promise<PreparedMethods> {
  const encoderSpec = "kind" in given ? given : null;
  const encoder = "kind" in given ? await createEncoder(given, encoderOptions) : given;
  const embedded = embeddedAnalyzerFor(encoder);
  // A neural encoder that works in this thread describes prompts here, too; rules work in the workers.
  const describesHere = embedded.id !== ANALYZER_ID && (encoderSpec === null || !runsInWorkers(encoderSpec));
  return {
    provenance: { definitions, encoder: encoder.id, analyzer: (analyzer ?? embedded).id },
    encoder,
    encoderSpec,
    analyzer: analyzer ?? (describesHere ? embedded : null),
    embeddingCacheFolder: encoderOptions.embeddingCacheFolder,
  };
}

export interface Extractor {
  /** The columns that are not known, and no descriptive ones where the analyzer gave no result. */
  extract(pairs: readonly PairToTag[]): Promise<Partial<Features>[]>;
  close(): Promise<void>;
}

/** Node would let each worker put off its garbage collection, which takes a hundred megabytes more. */
const WORKER_MEMORY = { heapMb: 1536, newObjectsMb: 6 } as const;

/** Fewer pairs are done in this thread, sooner than a worker has started. */
const MIN_PAIRS_FOR_WORKERS = 150;

/** How many workers serve a number of pairs; 0: none is needed. */
export function workersFor(pairCount: number, workers = availableParallelism()): number {
  return workers > 1 && pairCount >= MIN_PAIRS_FOR_WORKERS ? workers : 0;
}

/**
 * Workers start with the first block.
 * @param workers worker threads; 0 works in this one. The result does not depend on it
 */
export function createExtractor(methods: PreparedMethods, workers: number): Extractor {
  const { encoder, encoderSpec, analyzer, embeddingCacheFolder } = methods;
  const { definitions } = methods.provenance;
  if (workers === 0) {
    const all = { definitions, encoder, analyzer: analyzer ?? embeddedAnalyzerFor(encoder) };
    return { extract: (pairs) => extractBlock(pairs, all), close: async () => {} };
  }
  const workerSpec = encoderSpec !== null && runsInWorkers(encoderSpec) ? encoderSpec : null;
  const analyzes = analyzer === null;
  const shared: WorkerMethods = { definitions, encoder: workerSpec, embeddingCacheFolder, analyzes };
  let pool: WorkerPool<readonly PairToTag[], Partial<Features>[]> | null = null;
  // One block at a time: a model in this thread uses all cores, and memory for each text under way.
  const encoding = pLimit(1);
  return {
    async extract(pairs) {
      pool ??= createWorkerPool(WORKER, { workers, shared, memory: WORKER_MEMORY });
      const parts = await Promise.all([
        pool.run(pairs),
        workerSpec === null ? encoding(encodeMissing, pairs, encoder) : [],
        analyzer === null ? [] : analyzeMissing(pairs, analyzer),
      ]);
      return pairs.map((_, i) => Object.assign({}, ...parts.map((part) => part[i])) as Partial<Features>);
    },
    close: async () => pool?.close(),
  };
}

/** Source runs as TypeScript, the built package as JavaScript. */
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "./extract-worker.ts" : "./extract-worker.js",
  import.meta.url,
);
