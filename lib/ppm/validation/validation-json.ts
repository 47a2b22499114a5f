/** Figures of validations as JSON, for machines and manifests; undefined ones are null. */
import type { JsonObject } from "../../base/index.js";
import type { CoverageCount, IntervalCoverage } from "./interval-coverage.js";
import type { PairedComparison, PairedDifference } from "./paired-comparison.js";
import type { RepeatedStatistic, RepeatedValidation } from "./repeated-validation.js";
import type { LearningPoint } from "./validate-families.js";

export function repeatedJson({ family, scale, runs, spearman, rmse }: RepeatedValidation): JsonObject {
  return {
    family,
    scale,
    rows: runs[0]!.actual.length,
    folds: runs[0]!.folds.length,
    repeats: runs.length,
    spearman: statisticJson(spearman),
    rmse: statisticJson(rmse),
  };
}

function statisticJson(statistic: RepeatedStatistic): JsonObject {
  const { mean, sdOverFolds, sdOverRepeats, pooled, perRepeat, undefinedFolds } = statistic;
  return {
    mean: orNull(mean),
    sdOverFolds: orNull(sdOverFolds),
    sdOverRepeats: orNull(sdOverRepeats),
    pooled: orNull(pooled),
    perRepeat: perRepeat.map(orNull),
    undefinedFolds,
  };
}

export function comparisonJson({ first, second, spearman, rmse }: PairedComparison): JsonObject {
  return { first, second, spearman: differenceJson(spearman), rmse: differenceJson(rmse) };
}

function differenceJson(difference: PairedDifference): JsonObject {
  const { interval, foldInterval, repeatsWon } = difference;
  return {
    difference: orNull(difference.difference),
    interval: [interval.low, interval.high].map(orNull),
    foldDifference: orNull(difference.foldDifference),
    foldInterval: [foldInterval.low, foldInterval.high].map(orNull),
    repeatsWon: orNull(repeatsWon),
  };
}

export function coverageJson({ method, wanted, all, byPredicted, meanWidth }: IntervalCoverage): JsonObject {
  return {
    method,
    wanted,
    all: countJson(all),
    byPredicted: byPredicted.map(countJson),
    meanWidth: orNull(meanWidth),
  };
}

function countJson({ rows, covered, share, interval }: CoverageCount): JsonObject {
  return { rows, covered, share: orNull(share), interval: [interval.low, interval.high].map(orNull) };
}

/** A row a family and fraction. */
export type LearningRow = Readonly<Record<string, string | number>>;

/** Learning curves as rows: for a CSV file, a table or a figure. */
export function learningCurveRows(curves: readonly (readonly LearningPoint[])[]): LearningRow[] {
  return curves.flat().map(({ fraction, trainingRows, validation }) => ({
    family: validation.family,
    fraction,
    training_rows: trainingRows,
    repeats: validation.runs.length,
    spearman: validation.spearman.mean,
    spearman_sd_folds: validation.spearman.sdOverFolds,
    spearman_sd_repeats: validation.spearman.sdOverRepeats,
    rmse: validation.rmse.mean,
    rmse_sd_folds: validation.rmse.sdOverFolds,
    rmse_sd_repeats: validation.rmse.sdOverRepeats,
  }));
}

/** Families as rows, as in Table 2: mean ± sd of Spearman and RMSE, and the coverage of intervals where it was checked. */
export function validatedFamilyRows(
  validations: readonly RepeatedValidation[],
  coverage: readonly (readonly IntervalCoverage[])[] = [],
): Readonly<Record<string, string | number | null>>[] {
  const methods = [...new Set(coverage.flat().map(({ method }) => method))];
  return validations.map(({ family, runs, spearman, rmse }, i) => ({
    family,
    rows: runs[0]!.actual.length,
    folds: runs[0]!.folds.length,
    repeats: runs.length,
    ...statisticCells("spearman", spearman),
    ...statisticCells("rmse", rmse),
    undefined_folds: spearman.undefinedFolds,
    ...Object.fromEntries(
      methods.map((method) => {
        const found = coverage[i]?.find((each) => each.method === method);
        return [`coverage ${method}`, found ? found.all.share : null];
      }),
    ),
  }));
}

function statisticCells(name: string, { mean, sdOverFolds, sdOverRepeats, pooled }: RepeatedStatistic) {
  return {
    [name]: orNull(mean),
    [`${name}_sd_folds`]: orNull(sdOverFolds),
    [`${name}_sd_repeats`]: orNull(sdOverRepeats),
    [`${name}_pooled`]: orNull(pooled),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
