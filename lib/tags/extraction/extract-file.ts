/**
 * Feature extraction from file to file, in constant memory: rows stream through blocks of bounded size, of which a
 * bounded number is under way. What stays in memory is some hundred bytes a row.
 */
import { existsSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWritable } from "../../base/index.js";
import { undescribedPrompts } from "./describe-prompts.js";
import type { ExtractFileOptions, ExtractionPlan, ExtractionReport } from "./extract-file-options.js";
import { makeFeaturesFile } from "./make-features-file.js";
import { countKnown, openExtraction } from "./open-extraction.js";
import { partialPaths } from "./partial-file.js";
import { takeLock } from "./run-lock.js";

/**
 * Tags the pairs of a file: every row with its fields as they were written, in order, features added at its end.
 *
 * Every row is checked before anything is computed. Complete blocks of rows are kept beside the result, so that a run
 * that was killed is taken up where it stopped; the result is the same as that of an undisturbed run, and of any number
 * of workers. It replaces what was at its place at the end, in one step; it may be the input itself.
 * @param path pairs, plain or gzip; a pipe is copied
 * @param out gzip where the name ends with `.gz`
 * @throws {BadInputError} listing every problem of the input; where the result cannot be written, or is being written
 */
export async function extractFile(
  path: string,
  out: string,
  options: ExtractFileOptions = {},
): Promise<ExtractionReport> {
  // A pipe is copied beside the result.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) checkWritable(out);
  const target = existsSync(out) ? realpathSync(out) : out;
  const { copy, answers, lock } = partialPaths(target);
  const open = await openExtraction(path, options, { copy, answers });
  try {
    options.onChecked?.({ rowCount: open.input.rows.length, skipped: open.input.skipped });
    checkWritable(out);
    if (options.cacheFolder !== undefined) checkWritable(join(options.cacheFolder, "measures"));
    const held = takeLock(lock, out);
    try {
      return await makeFeaturesFile(open, target, held, options);
    } finally {
      held.release();
    }
  } finally {
    open.close();
  }
}

/**
 * What {@link extractFile} would do; writes nothing, but the copy of a pipe for a while.
 * @throws {BadInputError} listing every problem of the input
 */
export async function planExtraction(
  path: string,
  out: string,
  options: ExtractFileOptions = {},
): Promise<ExtractionPlan> {
  const { answers } = partialPaths(existsSync(out) ? realpathSync(out) : out);
  const copy = join(tmpdir(), `hyper-tags-${process.pid}.jsonl`);
  const open = await openExtraction(path, options, { copy, answers });
  try {
    const { methods, cache, input, rows, span } = open;
    const { recompute = false } = options;
    const prompts: string[] = [];
    if (methods.analyzer !== null) {
      const described = { store: cache.descriptions!, recompute };
      for await (const { prompt } of undescribedPrompts(open.readBlocks(span), described))
        prompts.push(prompt);
    }
    return {
      rowCount: input.rows.length,
      skipped: input.skipped,
      plannedCount: rows.length,
      knownCount: countKnown(rows, cache, recompute),
      prompts,
    };
  } finally {
    open.close();
  }
}
