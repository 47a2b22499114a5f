/** Families side by side on the same splits: repeated cross-validation, learning curves, intervals. */
import type { TrainingTable } from "../family.js";
import { checkScale } from "../scale.js";
import { joinFolds } from "./cross-validation.js";
import { chooseFamily, type FamilyChoice } from "./family-choice.js";
import { type IntervalCoverage, intervalCoverage } from "./interval-coverage.js";
import { type RepeatedValidation, repeatedValidation } from "./repeated-validation.js";
import { runJobs } from "./run-jobs.js";
import { distinctFolds, drawSplits, type SplitOptions } from "./splits.js";
import type { FoldJob, IntervalJob, ValidationInputs } from "./validation-jobs.js";

/** A family and what counts are divided by before it sees them. */
export interface ScaledChoice {
  readonly choice: FamilyChoice;
  readonly scale: number;
}

export interface ValidateOptions extends SplitOptions {
  readonly families: readonly ScaledChoice[];
  /** Splits of the same rows, the first that of `crossValidate`; default 1. */
  readonly repeats?: number;
  /** Threads at most; the result does not depend on it. */
  readonly workers?: number;
}

/** A point of a learning curve. */
export interface LearningPoint {
  /** Of the training rows, in (0, 1]. */
  readonly fraction: number;
  /** Rows that one fold's fit learned from, on average. */
  readonly trainingRows: number;
  readonly validation: RepeatedValidation;
}

/** The shares of the training rows that learning curves use. */
export const CURVE_FRACTIONS: readonly number[] = [0.25, 0.5, 0.75, 1];

/**
 * Repeated cross-validation of each family, all on the same splits.
 * @throws {BadInputError} as `crossValidate`
 */
export async function validateFamilies(
  table: TrainingTable,
  options: ValidateOptions,
): Promise<RepeatedValidation[]> {
  const curves = await learningCurves(table, { ...options, fractions: [1] });
  return curves.map(([point]) => point!.validation);
}

/**
 * Learning curves: cross-validation where each fold's fit gets a share of its training rows, those of a smaller share
 * among those of a larger.
 * @returns one curve a family, a point a fraction
 */
export async function learningCurves(
  table: TrainingTable,
  options: ValidateOptions & { readonly fractions?: readonly number[] },
): Promise<LearningPoint[][]> {
  const { families, fractions = CURVE_FRACTIONS, workers } = options;
  const inputs = inputsOf(table, options);
  const jobs = families.flatMap((_, choice) =>
    fractions.flatMap((fraction) =>
      inputs.splits.flatMap((_, split) => foldJobs(inputs, { choice, split, fraction })),
    ),
  );
  const parts = await runJobs(inputs, jobs, { workers, label: "cross-validation" });
  return families.map((family, choice) =>
    fractions.map((fraction) => {
      const shape = { family: chooseFamily(family.choice).name, scale: family.scale };
      const runs = inputs.splits.map((foldOf, split) => {
        const own = parts.filter((_, i) => {
          const job = jobs[i]!;
          return job.choice === choice && job.fraction === fraction && job.split === split;
        });
        return { ...shape, ...joinFolds(table.targets, foldOf, own) };
      });
      const trainingRows = Math.round(fraction * table.counts.rows * (1 - 1 / runs[0]!.folds.length));
      return { fraction, trainingRows, validation: repeatedValidation(runs) };
    }),
  );
}

/** In the order of the fold labels. */
function foldJobs(
  { table, splits }: ValidationInputs,
  job: { readonly choice: number; readonly split: number; readonly fraction: number },
): FoldJob[] {
  const folds = distinctFolds(splits[job.split]!, table.counts.rows);
  return folds.map((fold) => ({ kind: "fold", ...job, fold }));
}

/**
 * Whether intervals of level 1 - α cover, each family's in each way that it has, out of fold on the first split.
 * @throws {BadInputError} if there are too few rows for the level
 */
export async function checkIntervals(
  table: TrainingTable,
  options: Omit<ValidateOptions, "repeats"> & { readonly alpha: number },
): Promise<IntervalCoverage[][]> {
  const { families, alpha, workers } = options;
  const inputs = inputsOf(table, options);
  const folds = distinctFolds(inputs.splits[0]!, table.counts.rows);
  const jobs = families.flatMap((_, choice) =>
    folds.map((fold): IntervalJob => ({ kind: "intervals", choice, fold, alpha })),
  );
  const made = await runJobs(inputs, jobs, { workers, label: "intervals" });
  return families.map((_, choice) => {
    const own = made.filter((_, i) => jobs[i]!.choice === choice);
    return intervalCoverage(own, table.targets, alpha);
  });
}

function inputsOf(table: TrainingTable, options: ValidateOptions): ValidationInputs {
  const splits = drawSplits(table.counts.rows, options);
  for (const split of splits) distinctFolds(split, table.counts.rows);
  return {
    table: { featureNames: table.featureNames, counts: table.counts, targets: table.targets },
    choices: options.families.map(({ choice }) => choice),
    scales: options.families.map(({ scale }) => checkScale(scale)),
    splits,
    seed: options.rng.fork("validation").bits(),
  };
}
