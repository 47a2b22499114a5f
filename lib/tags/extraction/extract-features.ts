/**
 * Feature extraction: from preference pairs to the columns of a features file, on all cores.
 * Source: paper §2.2 and Appendix F, Table 12. Departures: model-free encoders and analyzer by default;
 * ROUGE-L as the paper says (the original computes ROUGE-1); a true intersection over union.
 */
import { availableParallelism } from "node:os";
import { BadInputError, mapInWorkers, type Problem } from "../../base/index.js";
import type { Preference } from "../../datasets/index.js";
import type { Encoder } from "../../text/index.js";
import type { Features } from "../features.js";
import {
  type BlockResult,
  encodeMissing,
  extractBlock,
  inFileOrder,
  type PairToTag,
} from "./extract-block.js";
import type { ExtractTask } from "./extract-worker.js";
import { parseFeatures } from "./parse-features.js";

export interface ExtractOptions {
  /** Worker threads; default one a core. The result does not depend on it. */
  readonly workers?: number;
  /** Called as pairs get done, with how many more. */
  readonly onProgress?: (count: number) => void;
  /** For cosine similarity and BERTScore; default the model-free hashed encoder. Runs in this thread. */
  readonly encoder?: Encoder;
}

/** Pairs a task: neighbours often share texts, which a worker then measures once. */
const BLOCK_SIZE = 48;
/** Fewer pairs are done here, sooner than a worker has started. */
const MIN_PAIRS_FOR_WORKERS = 150;

/**
 * The features of every pair, in order. Features that a pair's `extra` holds are used as they are (a null one
 * too: no tag); the rest is computed.
 * @throws {BadInputError} listing every feature in `extra` that is not what its column must hold
 */
export async function extractFeatures(
  preferences: readonly Preference[],
  options: ExtractOptions = {},
): Promise<Features[]> {
  const pairs = toPairs(preferences);
  const { encoder } = options;
  const blocks = Array.from({ length: Math.ceil(pairs.length / BLOCK_SIZE) }, (_, i) =>
    pairs.slice(i * BLOCK_SIZE, (i + 1) * BLOCK_SIZE),
  );
  const results = (await extractBlocks(blocks, encoder === undefined, options)).flat();
  if (encoder === undefined) return results as Features[];
  const encoded: object[] = [];
  for (const block of blocks) encoded.push(...(await encodeMissing(block, encoder)));
  return pairs.map((pair, i) => inFileOrder({ ...encoded[i], ...results[i], ...pair.given }));
}

function toPairs(preferences: readonly Preference[]): PairToTag[] {
  const problems: Problem[] = [];
  const pairs = preferences.map(({ id, prompt, completionA, completionB, extra }) => {
    const parsed = parseFeatures(extra, `pair ${JSON.stringify(id)}`);
    problems.push(...parsed.problems);
    const given = Object.fromEntries(parsed.present.map((column) => [column, parsed.features[column]]));
    return { prompt, completionA, completionB, given: given as Partial<Features> };
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return pairs;
}

async function extractBlocks(
  blocks: readonly PairToTag[][],
  encode: boolean,
  { workers = availableParallelism(), onProgress }: ExtractOptions,
): Promise<BlockResult[][]> {
  const count = blocks.reduce((sum, block) => sum + block.length, 0);
  if (workers > 1 && count >= MIN_PAIRS_FOR_WORKERS) {
    const tasks = blocks.map((pairs): ExtractTask => ({ pairs, encode }));
    return mapInWorkers<ExtractTask, BlockResult[]>(WORKER, tasks, {
      workers,
      onResult: (index) => onProgress?.(blocks[index]!.length),
    });
  }
  const results: BlockResult[][] = [];
  for (const block of blocks) {
    results.push(await extractBlock(block, encode));
    onProgress?.(block.length);
  }
  return results;
}

/** Source runs as TypeScript, the built package as JavaScript. */
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "./extract-worker.ts" : "./extract-worker.js",
  import.meta.url,
);
