/** Result tables as rows: what notebooks show and what is saved as CSV. Scores are fractions; percents say so. */
import { join } from "node:path";
import { writeCsv } from "../base/index.js";
import { standardDeviation } from "../math/index.js";
import { TABLE_2 } from "../paper/index.js";
import type { CrossValidation } from "../ppm/index.js";
import type { ScoredCandidate } from "./candidate-scores.js";
import type { MixSummary } from "./comparison.js";
import type { MixDifference } from "./differences.js";
import type { Run } from "./run-folder.js";

/** A row for people and for CSV. */
export type Row = Readonly<Record<string, string | number>>;

const percent = "percent" as const;
const points = (fraction: number): string => (100 * fraction).toFixed(1);
const signedPoints = (fraction: number): string => `${fraction < 0 ? "" : "+"}${points(fraction)}`;

/** How a notebook writes the columns that hold fractions: shares and scores in percent, differences in points. */
export const FRACTION_FORMATS = {
  ...{ human_tie_share: percent, lm_tie_share: percent, agreement: percent },
  ...{ mean: percent, sd: percent, min: percent, max: percent },
  ...{ rmse: percent, rmse_sd: percent, target_sd: percent },
  ...{ difference: signedPoints, low: signedPoints, high: signedPoints, detectable: points },
};

/** Saves rows as `tables/<name>.csv`; columns are those of the first row, NaN becomes an empty cell. */
export function saveTable(run: Run, name: string, rows: readonly Row[]): void {
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number.isNaN(value) ? "" : value])),
  );
  writeCsv(join(run.tables, `${name}.csv`), Object.keys(rows[0] ?? {}), cells);
}

/** The comparison, a row a mix: % human, Overall with its spread over runs and its interval over runs and items, sections. */
export function mixRows(summaries: readonly MixSummary[]): Row[] {
  return summaries.map(({ name, humanFraction, runCount, columns, intervals, predicted }) => ({
    mix: name,
    human_percent: 100 * humanFraction,
    runs: runCount,
    overall_mean: columns.Overall!.mean,
    overall_sd: columns.Overall!.sd,
    overall_low: intervals.Overall!.low,
    overall_high: intervals.Overall!.high,
    predicted_overall: predicted,
    ...Object.fromEntries(
      Object.keys(intervals)
        .filter((column) => column !== "Overall")
        .flatMap((column) => [
          [column, columns[column]!.mean],
          [`${column} sd`, columns[column]!.sd],
        ]),
    ),
  }));
}

/** Paired differences, a row each. */
export function differenceRows(differences: readonly MixDifference[]): Row[] {
  return differences.map(({ first, second, column, difference, interval, detectable }) => ({
    mix: first,
    against: second,
    score: column,
    difference,
    low: interval.low,
    high: interval.high,
    detectable,
  }));
}

/** Candidates with budget, counts and scores: the table that PPMs are fitted to. */
export function candidateRows(tagNames: readonly string[], scored: readonly ScoredCandidate[]): Row[] {
  return scored.map(({ candidate, counts, scores }) => ({
    id: candidate.id,
    budget: candidate.budgetCount,
    human: candidate.humanCount,
    ...Object.fromEntries(tagNames.map((name, tag) => [name, counts[tag]!])),
    ...scores,
  }));
}

/** Cross-validation of each family beside the paper's Table 2 (which has no ridge). */
export function familyRows(validations: readonly CrossValidation[]): Row[] {
  return validations.map(({ family, spearman, rmse, actual }) => {
    const paper = TABLE_2.find((row) => row.model === family);
    return {
      family,
      spearman: spearman.mean,
      spearman_sd: spearman.sd,
      spearman_pooled: spearman.pooled,
      rmse: rmse.mean,
      rmse_sd: rmse.sd,
      rmse_pooled: rmse.pooled,
      target_sd: standardDeviation(actual),
      paper_spearman: paper?.spearman ?? Number.NaN,
      undefined_folds: spearman.undefinedFolds,
    };
  });
}

/** Out-of-fold predictions of one family. */
export function predictionRows(validation: CrossValidation, scored: readonly ScoredCandidate[]): Row[] {
  return scored.map(({ candidate, budgetFraction }, i) => ({
    candidate: candidate.id,
    budget_fraction: budgetFraction,
    fold: validation.foldOf[i]!,
    actual: validation.actual[i]!,
    predicted: validation.predicted[i]!,
  }));
}
