/** How well the paper's PPMs predict, and how many simulated candidates they need: Table 2, Figure 3 (section 4.1). */

export interface Table2Row {
  readonly model: "linear" | "lightgbm" | "quadratic";
  /** Spearman's ρ of predicted and actual score, mean over 10 folds. */
  readonly spearman: number;
  /** What the paper prints after ±; it does not say of what. */
  readonly spearmanSpread: number;
  /** Unit not stated; far larger than the spread of scores as fractions, so hardly comparable. */
  readonly rmse: number;
  readonly rmseSpread: number;
}

/** Table 2 (section 4.1): 10-fold cross-validation over 250 candidates. */
export const TABLE_2: readonly Table2Row[] = [
  { model: "linear", spearman: 0.408, spearmanSpread: 0.056, rmse: 0.311, rmseSpread: 0.044 },
  { model: "lightgbm", spearman: 0.127, spearmanSpread: 0.009, rmse: 0.425, rmseSpread: 0.01 },
  { model: "quadratic", spearman: 0.61, spearmanSpread: 0.042, rmse: 0.266, rmseSpread: 0.054 },
];

/** Figure 3 (section 4.1): sizes of the simulated pool that were tried, and where the gain levels off. */
export const FIGURE_3 = {
  simulatedCounts: [128, 256, 512, 1024, 2048, 4096],
  plateauCount: 1024,
  plateauOverallPercent: 72.3,
  /** Used in the paper's later experiments, for speed. */
  usedCount: 500,
} as const;

/** Candidates: 200 to train the PPM (section 2.2), 250 in cross-validation (section 4.1), 500 simulated (2.3). */
export const CANDIDATE_COUNTS = { ppmTraining: 200, crossValidation: 250, simulated: 500 } as const;
