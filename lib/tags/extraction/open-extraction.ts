/** What an extraction knows before it begins: the checked input, its blocks, and what has been computed before. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { blockStarts, blocksOf, type Span } from "./blocks.js";
import { DESCRIPTIVE_COLUMNS } from "./extract-block.js";
import type { ExtractFileOptions } from "./extract-file-options.js";
import { type PreparedMethods, prepareMethods } from "./extractor.js";
import { type FeatureCache, MEASURED_COLUMNS, openStore } from "./feature-cache.js";
import { measuresVersion } from "./features-manifest.js";
import type { FragmentStore } from "./fragment-store.js";
import { readBlocks, type ScannedLine } from "./read-blocks.js";
import { type RowNote, type ScannedInput, scanInput } from "./scan-input.js";

export interface OpenExtraction {
  readonly methods: PreparedMethods;
  readonly input: ScannedInput;
  /** Where blocks begin, as of `blockStarts`. */
  readonly starts: readonly number[];
  /** The blocks to make. */
  readonly span: Span;
  /** Their rows. */
  readonly rows: readonly RowNote[];
  readonly cache: FeatureCache;
  /** Reads the lines of blocks again. */
  readBlocks(span: Span): AsyncGenerator<ScannedLine[]>;
  close(): void;
}

/**
 * Checks the input and looks into the cache.
 * @param folders `copy`: the file that a pipe's rows are put into; `answers`: the folder for an analyzer's results
 * where there is no cache
 * @throws {BadInputError} as `scanInput` does; where the encoder's model cannot be had
 */
export async function openExtraction(
  path: string,
  options: ExtractFileOptions,
  folders: { readonly copy: string; readonly answers: string },
): Promise<OpenExtraction> {
  const { recompute = false, skipBad, cacheFolder, shard, encoder = { kind: "hashed" } } = options;
  // Hashing a text anew is quicker than reading its vector.
  const isHashed = "kind" in encoder && encoder.kind === "hashed";
  const embeddingCacheFolder =
    cacheFolder === undefined || isHashed ? undefined : join(cacheFolder, "embeddings");
  const methods = await prepareMethods(options, { embeddingCacheFolder, ...options.encoderOptions });
  const keyed = cacheFolder !== undefined || methods.analyzer !== null;
  const expected = recompute ? null : methods.provenance;
  const input = await scanInput(path, { skipBad, expected, keyed, copyPath: folders.copy });
  const starts = blockStarts(input.rows.map(({ bytes }) => bytes));
  const span = blocksOf(starts.length - 1, shard);
  const cache = openCache(methods, cacheFolder, folders.answers);
  return {
    methods,
    input,
    starts,
    span,
    rows: input.rows.slice(starts[span.first], starts[span.end]),
    cache,
    readBlocks: (blocks) => readBlocks(input, starts, blocks),
    close() {
      cache.measures?.close();
      cache.descriptions?.close();
      if (input.path === folders.copy) rmSync(folders.copy, { force: true });
    },
  };
}

function openCache(
  { provenance, analyzer }: PreparedMethods,
  folder: string | undefined,
  answers: string,
): FeatureCache {
  const descriptionsFolder = folder ?? (analyzer === null ? undefined : answers);
  const version = provenance.analyzer;
  return {
    measures: folder === undefined ? null : openStore(folder, "measures", measuresVersion(provenance)),
    descriptions:
      descriptionsFolder === undefined ? null : openStore(descriptionsFolder, "descriptions", version),
  };
}

/** Rows of which nothing needs to be computed. */
export function countKnown(rows: readonly RowNote[], cache: FeatureCache, recompute: boolean): number {
  const has = (store: FragmentStore | null, key: string | null): boolean =>
    store !== null && key !== null && store.has(key);
  return rows.filter(({ own, pairKey, promptKey }) => {
    const isOwn = (columns: typeof MEASURED_COLUMNS): boolean =>
      !recompute && columns.every((column) => own.includes(column));
    return (
      (isOwn(MEASURED_COLUMNS) || has(cache.measures, pairKey)) &&
      (isOwn(DESCRIPTIVE_COLUMNS) || has(cache.descriptions, promptKey))
    );
  }).length;
}
