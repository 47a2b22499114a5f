/** Cross-validation of each family over folds and repeated splits, beside the paper's Table 2. */
import { standardDeviation } from "../../math/index.js";
import { TABLE_2 } from "../../paper/index.js";
import type { RepeatedValidation } from "../../ppm/index.js";

/** A family in the form of Table 2. RMSE in percentage points of the score, but for the paper's, whose unit is not stated. */
export type Table2ComparisonRow = {
  readonly family: string;
  /** Spearman's ρ of predicted and actual scores: mean over folds and repeats. */
  readonly spearman: number;
  /** Standard deviation over the folds of all repeats. */
  readonly spearman_sd_folds: number;
  /** Standard deviation of the repeats' means: the luck of the split. NaN for one repeat. */
  readonly spearman_sd_repeats: number;
  readonly rmse_points: number;
  readonly rmse_sd_folds: number;
  readonly rmse_sd_repeats: number;
  /** NaN for families that the paper does not have; of other data, and never comparable in RMSE. */
  readonly paper_spearman: number;
  readonly paper_spearman_spread: number;
  readonly paper_rmse: number;
};

/** One row a family, in their order. */
export function table2Rows(validations: readonly RepeatedValidation[]): Table2ComparisonRow[] {
  return validations.map(({ family, spearman, rmse }) => {
    const paper = TABLE_2.find((row) => row.model === family);
    return {
      family,
      spearman: spearman.mean,
      spearman_sd_folds: spearman.sdOverFolds,
      spearman_sd_repeats: spearman.sdOverRepeats,
      rmse_points: 100 * rmse.mean,
      rmse_sd_folds: 100 * rmse.sdOverFolds,
      rmse_sd_repeats: 100 * rmse.sdOverRepeats,
      paper_spearman: paper?.spearman ?? Number.NaN,
      paper_spearman_spread: paper?.spearmanSpread ?? Number.NaN,
      paper_rmse: paper?.rmse ?? Number.NaN,
    };
  });
}

/** Standard deviation of the scores themselves, in percentage points: about the RMSE of always predicting their mean. */
export function scoreSpreadPoints(validations: readonly RepeatedValidation[]): number {
  return 100 * standardDeviation(validations[0]?.runs[0]?.actual ?? []);
}

/** The family of the smallest error, which is how the paper chose its own. @throws {RangeError} if there is none */
export function bestValidation(validations: readonly RepeatedValidation[]): RepeatedValidation {
  const [best] = validations.toSorted((a, b) => a.rmse.pooled - b.rmse.pooled);
  if (best === undefined) throw new RangeError("bestValidation: no family was validated");
  return best;
}
