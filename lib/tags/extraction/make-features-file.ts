/** The work of an extraction, once its input has been checked: describe, measure, write, and put into place. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { hashJson, type Manifest, packageVersion } from "../../base/index.js";
import type { Span } from "./blocks.js";
import { countUndescribed, describePrompts, undescribedPrompts } from "./describe-prompts.js";
import type { ExtractFileOptions, ExtractionReport } from "./extract-file-options.js";
import { createExtractor, type PreparedMethods, workersFor } from "./extractor.js";
import { featuresManifest, methodSettings } from "./features-manifest.js";
import { mapInOrder } from "./in-order.js";
import { LengthColumns } from "./length-columns.js";
import { countKnown, type OpenExtraction } from "./open-extraction.js";
import { PartialFile, partialPaths } from "./partial-file.js";
import { formatProvenance } from "./provenance.js";
import type { RunLock } from "./run-lock.js";
import { tagBlock } from "./tag-block.js";

/** Prompts that an analyzer gets at once: many, so that it always has something to ask. */
const PROMPTS_AT_ONCE = 500;
/** Blocks under way for each worker: one at work, and others that wait, so that it never waits for this thread. */
const BLOCKS_A_WORKER = 3;

/** @param target where the result goes; no link */
export async function makeFeaturesFile(
  open: OpenExtraction,
  target: string,
  lock: RunLock,
  options: ExtractFileOptions,
): Promise<ExtractionReport> {
  const failedPromptCount = await describe(open, options);
  const isComplete = failedPromptCount === 0 || options.allowUntagged === true;
  const none = { resumedCount: 0, knownCount: 0, computedCount: 0, untaggedCount: 0, discarded: false };
  const rowCount = open.rows.length;
  if (!isComplete) return { ...none, rowCount, failedPromptCount, isComplete };
  const { first, end } = open.span;
  const partial = new PartialFile(target, runIdentity(open, target, options), end - first);
  try {
    const resumedCount = open.starts[first + partial.kept.length]! - open.starts[first]!;
    const lengths = new LengthColumns();
    for (const entry of partial.kept) lengths.add(entry.lengths);
    const earlier = partial.kept.reduce((sum, { untagged }) => sum + untagged, 0);
    const done = await writeBlocks(open, partial, lengths, lock, options);
    open.input.checkUnchanged();
    lock.check();
    partial.finish(await manifestOf(open, lengths, partial, options));
    rmSync(partialPaths(target).answers, { recursive: true, force: true });
    const untaggedCount = earlier + done.untaggedCount;
    const computedCount = rowCount - resumedCount - done.knownCount;
    const { discarded } = partial;
    return {
      ...done,
      rowCount,
      resumedCount,
      computedCount,
      untaggedCount,
      discarded,
      failedPromptCount,
      isComplete,
    };
  } finally {
    partial.close();
  }
}

/** Has an analyzer of one's own describe the prompts. @returns how many got no description */
async function describe(
  { methods, cache, rows, span, readBlocks }: OpenExtraction,
  options: ExtractFileOptions,
) {
  const { recompute = false, promptsAtOnce = PROMPTS_AT_ONCE } = options;
  if (methods.analyzer === null) return 0;
  const store = cache.descriptions!;
  const total = countUndescribed(rows, { store, recompute });
  if (total === 0) return 0;
  const progress = options.progress?.("prompts", total);
  try {
    const prompts = undescribedPrompts(readBlocks(span), { store, recompute });
    return await describePrompts(prompts, methods.analyzer, store, promptsAtOnce, (n) =>
      progress?.advance(n),
    );
  } finally {
    progress?.done();
  }
}

async function writeBlocks(
  { methods, input, cache, rows, span, starts, readBlocks }: OpenExtraction,
  partial: PartialFile,
  lengths: LengthColumns,
  lock: RunLock,
  options: ExtractFileOptions,
): Promise<{ knownCount: number; untaggedCount: number }> {
  const { recompute = false } = options;
  const rest: Span = { first: span.first + partial.kept.length, end: span.end };
  const left = rows.slice(starts[rest.first]! - starts[span.first]!);
  const workers = workersFor(left.length - countKnown(left, cache, recompute), options.workers);
  const extractor = createExtractor(asked(methods), workers);
  const mark = formatProvenance(methods.provenance);
  const tagger = {
    name: input.name,
    cache,
    mark,
    recompute,
    gzip: partial.isGzip,
    extract: extractor.extract,
  };
  const progress = options.progress?.("pairs", rows.length);
  if (left.length < rows.length) progress?.advance(rows.length - left.length);
  const counts = { knownCount: 0, untaggedCount: 0 };
  try {
    const limit = BLOCKS_A_WORKER * Math.max(1, workers);
    for await (const block of mapInOrder(readBlocks(rest), limit, (lines) => tagBlock(lines, tagger))) {
      lock.check();
      partial.append(block.bytes, block);
      lengths.add(block.lengths);
      counts.knownCount += block.known;
      counts.untaggedCount += block.untagged;
      progress?.advance(block.lengths.length);
    }
    return counts;
  } finally {
    progress?.done();
    await extractor.close();
  }
}

/** An analyzer of one's own has been asked already: what it has not answered stays open. */
function asked(methods: PreparedMethods): PreparedMethods {
  if (methods.analyzer === null) return methods;
  const { id } = methods.analyzer;
  return { ...methods, analyzer: { id, analyze: (prompts) => Promise.resolve(prompts.map(() => null)) } };
}

/** All that the bytes of the result depend on. */
function runIdentity(
  { methods, input, starts, span }: OpenExtraction,
  target: string,
  options: ExtractFileOptions,
) {
  const { recompute = false, allowUntagged = false } = options;
  const made = { ...methodSettings(methods.provenance), version: packageVersion() };
  const gzip = /\.gz$/i.test(target);
  return hashJson({ ...made, recompute, allowUntagged, gzip, input: input.sha256, starts, span });
}

async function manifestOf(
  { methods, input, starts, span, rows }: OpenExtraction,
  lengths: LengthColumns,
  partial: PartialFile,
  options: ExtractFileOptions,
): Promise<Manifest> {
  const made = methodSettings(methods.provenance);
  const inputs = { [basename(input.name)]: input.isPipe ? "pipe" : input.sha256 };
  if (options.shard === undefined)
    return featuresManifest(made, { rows: rows.length, bins: lengths.fitBins() }, inputs);
  const { index, count } = options.shard;
  const { recompute = false, allowUntagged = false } = options;
  const shard = {
    index,
    count,
    // Shards of one input, made in one way, have this in common.
    corpus: hashJson({ ...made, recompute, allowUntagged, input: input.sha256, starts }),
    firstRow: starts[span.first]!,
    sha256: await partial.hash(),
  };
  return featuresManifest(made, { rows: rows.length, shard }, inputs);
}
