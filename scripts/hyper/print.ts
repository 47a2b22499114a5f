/** Short texts for the terminal. */
import {
  type CrossValidation,
  createProgress,
  escapeControls,
  type FoldStatistic,
  type Progress,
  type RewardJob,
  type SkippedLines,
  type scoreContext,
  type TrainingData,
  writeSkipReport,
} from "../../lib/index.js";

/** The figures of a cross-validation: mean ± sd over folds, and pooled. */
export function printCrossValidation(validation: CrossValidation): void {
  const { family, predicted, folds, spearman, rmse } = validation;
  process.stdout.write(
    `${family}: ${predicted.length} rows, ${folds.length} folds\n` +
      `Spearman ${statistic(spearman)}\n` +
      `RMSE     ${statistic(rmse)}\n`,
  );
}

function statistic({ mean, sd, pooled, undefinedFolds }: FoldStatistic): string {
  const left = undefinedFolds > 0 ? `, undefined in ${undefinedFolds} folds` : "";
  return `${mean.toFixed(4)} ± ${sd.toFixed(4)} over folds (pooled ${pooled.toFixed(4)}${left})`;
}

/** Says how many lines `--skip-bad` dropped, and writes the report beside the result. */
export function reportSkipped(outPath: string, lines: SkippedLines): void {
  if (lines.skipped === 0) return;
  const report = `${outPath}.skipped.jsonl`;
  writeSkipReport(report, lines);
  process.stderr.write(`${lines.skipped} bad lines dropped; see ${report}\n`);
}

/** Progress of training: a bar on a terminal, one line a model elsewhere. */
export function trainingLog({ pairs, benchmark, droppedTies, keptOut }: TrainingData): {
  onPlan(found: number, missing: number): void;
  onTrained(job: RewardJob): void;
  done(): void;
} {
  let bar: Progress | undefined;
  let trained = 0;
  let total = 0;
  return {
    onPlan(found, missing) {
      const left = keptOut > 0 ? `, ${keptOut} kept out` : "";
      process.stderr.write(
        `${pairs.length} pairs (${droppedTies} ties dropped${left}), ${benchmark.length} items\n`,
      );
      process.stderr.write(`${found} mixes found trained, ${missing} to train\n`);
      total = missing;
      if (process.stderr.isTTY) bar = createProgress("reward models", missing);
    },
    onTrained({ mix }) {
      trained += 1;
      if (bar) bar.advance();
      else process.stderr.write(`trained ${escapeControls(mix.id)} (${trained} of ${total})\n`);
    },
    done() {
      bar?.done();
    },
  };
}

/** The spread between candidates beside run-to-run noise and the baseline that reads nothing. */
export function printScoreContext({ rows, longerOverall }: Awaited<ReturnType<typeof scoreContext>>): void {
  process.stdout.write("Overall score, in percent:\n");
  for (const { what, runs, mean, sd } of rows) {
    const numbers = `${(100 * mean).toFixed(2)} ± ${(100 * sd).toFixed(2)} (sd over ${runs})`;
    process.stdout.write(`  ${what.padEnd(38)} ${numbers}\n`);
  }
  process.stdout.write(
    `  ${"longer response wins, no model".padEnd(38)} ${(100 * longerOverall).toFixed(2)}\n`,
  );
}
