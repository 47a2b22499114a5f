/** Worker thread of feature extraction. */
import { workerData } from "piscina";
import { createEncoder, type EncoderSpec } from "../../text/index.js";
import { createEmbeddedAnalyzer, embeddedAnalyzerFor } from "../analyzer/analyzer.js";
import type { Definitions } from "../definitions.js";
import type { Features } from "../features.js";
import { type BlockMethods, extractBlock, type PairToTag } from "./extract-block.js";

/** What every worker is told once. */
export interface WorkerMethods {
  readonly definitions: Definitions;
  /** Null where the main thread encodes. */
  readonly encoder: EncoderSpec | null;
  /** Where the encoder keeps vectors from run to run. */
  readonly embeddingCacheFolder: string | undefined;
  /** Whether the worker describes prompts with the embedded analyzer. */
  readonly analyzes: boolean;
}

let methods: Promise<BlockMethods> | null = null;

export async function run(pairs: readonly PairToTag[]): Promise<Partial<Features>[]> {
  methods ??= createMethods(workerData as WorkerMethods);
  return extractBlock(pairs, await methods);
}

async function createMethods(told: WorkerMethods): Promise<BlockMethods> {
  const { definitions, encoder, embeddingCacheFolder, analyzes } = told;
  const own = encoder === null ? null : await createEncoder(encoder, { embeddingCacheFolder });
  const analyzer = own === null ? createEmbeddedAnalyzer() : embeddedAnalyzerFor(own);
  return { definitions, encoder: own, analyzer: analyzes ? analyzer : null };
}
