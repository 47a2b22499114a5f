/** Residuals of out-of-fold predictions against what they might depend on, and their running means. */
import { type Interval, mean, standardDeviation } from "../../math/index.js";
import type { CrossValidation } from "../../ppm/index.js";
import type { ScoredCandidate } from "../candidate-scores.js";

/** A candidate's residual at one value of what the panel shows; fractions. */
export type ResidualPointRow = {
  readonly panel: string;
  readonly candidateId: string;
  readonly at: number;
  /** Actual less predicted score. */
  readonly residual: number;
};

/** Mean residual of neighbouring candidates, with a 95 % interval (normal approximation). */
export type ResidualMeanRow = {
  readonly panel: string;
  readonly at: number;
  readonly mean: number;
} & Interval;

const PREDICTED_PANEL = "Predicted score";
const HUMAN_PANEL = "Pairs labelled by humans";
const GROUPS = 6;
const NORMAL_975 = 1.959964;

/** Two rows a candidate: against its predicted score, and against its share of human labels. */
export function residualRows(
  { actual, predicted }: Pick<CrossValidation, "actual" | "predicted">,
  scored: readonly ScoredCandidate[],
): ResidualPointRow[] {
  return scored.flatMap(({ candidate, budgetFraction }, i) => {
    const shared = { candidateId: candidate.id, residual: actual[i]! - predicted[i]! };
    return [
      { panel: PREDICTED_PANEL, at: predicted[i]!, ...shared },
      { panel: HUMAN_PANEL, at: budgetFraction, ...shared },
    ];
  });
}

/** Means of {@link GROUPS} groups of equal size by panel, in order of what the panel shows. */
export function residualMeans(rows: readonly ResidualPointRow[]): ResidualMeanRow[] {
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  return panels.flatMap((panel) => {
    const sorted = rows.filter((row) => row.panel === panel).toSorted((a, b) => a.at - b.at);
    return Array.from({ length: GROUPS }, (_, group) =>
      sorted.slice(
        Math.round((group * sorted.length) / GROUPS),
        Math.round(((group + 1) * sorted.length) / GROUPS),
      ),
    )
      .filter((group) => group.length > 0)
      .map((group) => {
        const residuals = group.map(({ residual }) => residual);
        const center = mean(residuals);
        const half = (NORMAL_975 * standardDeviation(residuals)) / Math.sqrt(residuals.length);
        return {
          panel,
          at: mean(group.map(({ at }) => at)),
          mean: center,
          low: center - half,
          high: center + half,
        };
      });
  });
}
