/** Families as estimates with bars, and the differences between them, in the shape that the figure draws. */
import { TABLE_2 } from "../../paper/index.js";
import type { PairedComparison, PairedDifference, RepeatedValidation } from "../../ppm/index.js";

export const SPEARMAN_PANEL = "Spearman's ρ";
export const RMSE_PANEL = "RMSE, points";

/** One family's value of one measure, with the ends of its bar. */
export type EstimateRow = {
  readonly panel: string;
  readonly family: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The paper's value; NaN where it has none or where units differ. */
  readonly reference: number;
};

/** Mean ± standard deviation over the folds of all repeats. */
export function familyEstimateRows(validations: readonly RepeatedValidation[]): EstimateRow[] {
  return validations.flatMap(({ family, spearman, rmse }) => [
    {
      panel: SPEARMAN_PANEL,
      family,
      ...around(spearman.mean, spearman.sdOverFolds),
      reference: TABLE_2.find((row) => row.model === family)?.spearman ?? Number.NaN,
    },
    { panel: RMSE_PANEL, family, ...around(100 * rmse.mean, 100 * rmse.sdOverFolds), reference: Number.NaN },
  ]);
}

function around(value: number, spread: number): { value: number; low: number; high: number } {
  return { value, low: value - spread, high: value + spread };
}

/** Which interval of a paired difference. */
export type DifferenceKind = "other candidates" | "other folds";

/**
 * Differences of all families from one, above 0 where the family is better: higher in Spearman, lower in RMSE.
 * @param kind `other candidates`: bootstrap over candidates, models as they are; `other folds`: corrected resampled t
 * over folds and repeats
 */
export function advantageRows(
  comparisons: readonly PairedComparison[],
  base: string,
  kind: DifferenceKind = "other folds",
): EstimateRow[] {
  return comparisons.flatMap(({ first, second, spearman, rmse }) => {
    if (first !== base && second !== base) return [];
    const family = first === base ? second : first;
    const sign = first === base ? -1 : 1;
    return [
      { panel: "Spearman's ρ: higher by", family, ...signed(spearman, sign, kind), reference: Number.NaN },
      {
        panel: "RMSE: lower by, points",
        family,
        ...signed(rmse, -100 * sign, kind),
        reference: Number.NaN,
      },
    ];
  });
}

function signed(difference: PairedDifference, factor: number, kind: DifferenceKind) {
  const [value, { low, high }] =
    kind === "other folds"
      ? [difference.foldDifference, difference.foldInterval]
      : [difference.difference, difference.interval];
  const ends = [factor * low, factor * high];
  return { value: factor * value, low: Math.min(...ends), high: Math.max(...ends) };
}
