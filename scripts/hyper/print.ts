/** Short texts for the terminal. */
import type { CrossValidation, FoldStatistic } from "../../lib/index.js";

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
