/** The run of `hyper tags`: options to library calls, and what is said of it. */
import { dirname, join } from "node:path";
import type { Command } from "commander";
import {
  checkOutputs,
  createProgress,
  type ExtractFileOptions,
  type ExtractionPlan,
  type ExtractionReport,
  escapeControls,
  extractFile,
  planExtraction,
} from "../../../lib/index.js";
import { reportSkipped } from "../print.js";
import { type AskedAnalyzer, withLmAnalyzer } from "./lm-analyzer.js";
import { checkedOptions, encoderSpec, type TagsOptions } from "./tags-options.js";

export async function extract(command: Command): Promise<void> {
  const options = checkedOptions(command);
  if (options.analyzer === "embedded") return run(options, null);
  await withLmAnalyzer(options, (asked) => run(options, asked));
}

async function run(options: TagsOptions, asked: AskedAnalyzer | null): Promise<void> {
  const { preferences, out } = options;
  const extraction = extractionOptions(options, asked);
  if (options.dryRun) {
    const plan = await planExtraction(preferences, out, extraction);
    process.stdout.write(planText(plan));
    if (asked !== null) process.stdout.write(await asked.estimateText(plan.prompts));
    return;
  }
  const startMs = performance.now();
  const report = await extractFile(preferences, out, extraction);
  const seconds = (performance.now() - startMs) / 1000;
  if (asked !== null) process.stderr.write(asked.outcomeText());
  if (report.isComplete) process.stderr.write(`${out}: ${doneText(report, seconds)}\n`);
  else {
    process.stderr.write(unfinishedText(out, report));
    process.exitCode = 1;
  }
}

function extractionOptions(options: TagsOptions, asked: AskedAnalyzer | null): ExtractFileOptions {
  const { preferences, out, compat, recompute, skipBad, shard, workers, allowUntagged, batch } = options;
  const cacheFolder = cacheFolderOf(options);
  return {
    ...{ recompute, skipBad, shard, workers, allowUntagged, cacheFolder },
    encoder: encoderSpec(options),
    definitions: compat,
    analyzer: asked?.analyzer,
    // A batch takes hours, so there should be few; else memory is what counts.
    promptsAtOnce: batch ? Number.POSITIVE_INFINITY : undefined,
    encoderOptions: { onDownload: reportDownload() },
    onChecked({ skipped }) {
      if (options.dryRun) return;
      // In place is fine, but not where lines are dropped.
      checkOutputs({ "--out": out }, { "--preferences": skipBad ? preferences : undefined });
      reportSkipped(out, skipped);
    },
    progress: (stage, total) => {
      const progress = createProgress(stage === "pairs" ? "tags" : "prompts", total);
      return stage === "prompts" && asked !== null ? asked.follow(progress) : progress;
    },
  };
}

function cacheFolderOf({ cache, out }: TagsOptions): string | undefined {
  if (cache === false) return undefined;
  return typeof cache === "string" ? cache : join(dirname(out), "tags-cache");
}

/** Says once for each file of a model that it is downloaded. */
function reportDownload(): NonNullable<ExtractFileOptions["encoderOptions"]>["onDownload"] {
  const told = new Set<string>();
  return ({ model, file, totalBytes }) => {
    const name = `${model}/${file}`;
    if (told.has(name)) return;
    told.add(name);
    const size = totalBytes > 0 ? ` (${Math.ceil(totalBytes / (1 << 20))} MiB)` : "";
    process.stderr.write(escapeControls(`downloading ${name}${size}\n`));
  };
}

function planText({ rowCount, plannedCount, knownCount, skipped }: ExtractionPlan): string {
  return [
    `pairs             ${plannedCount}${plannedCount === rowCount ? "" : ` of ${rowCount}`}`,
    `  known           ${knownCount} (features in the file or in the cache)`,
    `  to compute      ${plannedCount - knownCount}`,
    ...(skipped.skipped > 0 ? [`bad lines         ${skipped.skipped}`] : []),
    "",
  ].join("\n");
}

function doneText(report: ExtractionReport, seconds: number): string {
  const { rowCount, resumedCount, knownCount, untaggedCount, discarded } = report;
  const rate = Math.round((rowCount - resumedCount) / Math.max(seconds, 0.001));
  const details = [
    ...(resumedCount > 0 ? [`${resumedCount} done by an earlier run`] : []),
    ...(knownCount > 0 ? [`${knownCount} with features or in the cache`] : []),
    ...(untaggedCount > 0 ? [`${untaggedCount} without descriptive tags`] : []),
    ...(discarded ? ["an unfinished run with other input or options was thrown away"] : []),
  ];
  const more = details.length === 0 ? "" : `; ${details.join(", ")}`;
  return `${rowCount} pairs in ${seconds.toFixed(1)} s (${rate} pairs/s)${more}`;
}

function unfinishedText(out: string, { failedPromptCount }: ExtractionReport): string {
  return (
    `${out} was not written: ${failedPromptCount} prompts have no descriptive tags. What was answered is kept; ` +
    "the same command asks for the rest, --allow-untagged does without.\n"
  );
}
