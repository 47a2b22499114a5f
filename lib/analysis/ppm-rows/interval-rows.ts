/** Prediction intervals: drawn around each candidate's prediction, and how many of them hold the score. */
import type { CrossValidation, IntervalCoverage } from "../../ppm/index.js";
import type { ScoredCandidate } from "../candidate-scores.js";

/** A candidate's out-of-fold prediction with its interval; scores are fractions. */
export type HeldOutIntervalRow = {
  readonly candidateId: string;
  readonly budgetFraction: number;
  readonly actual: number;
  readonly predicted: number;
  readonly fold: number;
  readonly low: number;
  readonly high: number;
};

/** @param scored the candidates that were validated, in their order */
export function heldOutIntervalRows(
  validation: CrossValidation,
  { lower, upper }: Pick<IntervalCoverage, "lower" | "upper">,
  scored: readonly ScoredCandidate[],
): HeldOutIntervalRow[] {
  return scored.map(({ candidate, budgetFraction }, i) => ({
    candidateId: candidate.id,
    budgetFraction,
    actual: validation.actual[i]!,
    predicted: validation.predicted[i]!,
    fold: validation.foldOf[i]!,
    low: lower[i]!,
    high: upper[i]!,
  }));
}

/** How often a kind of interval holds the score of a candidate that its model has not seen. */
export type CoverageRow = {
  readonly family: string;
  readonly method: string;
  /** Share of scores that should lie within. */
  readonly wanted: number;
  readonly covered: number;
  /** 95 % interval of the share. */
  readonly covered_low: number;
  readonly covered_high: number;
  /** The same among the third of the candidates with the highest predictions, where routing looks. */
  readonly covered_best_third: number;
  /** Mean distance of the ends, percentage points. */
  readonly width_points: number;
};

/** A row a family and kind of interval. @param coverage as `checkIntervals` gives it, one a family */
export function coverageRows(
  families: readonly string[],
  coverage: readonly (readonly IntervalCoverage[])[],
): CoverageRow[] {
  return coverage.flatMap((methods, i) =>
    methods.map(({ method, wanted, all, byPredicted, meanWidth }) => ({
      family: families[i]!,
      method,
      wanted,
      covered: all.share,
      covered_low: all.interval.low,
      covered_high: all.interval.high,
      covered_best_third: byPredicted[2]?.share ?? Number.NaN,
      width_points: 100 * meanWidth,
    })),
  );
}
