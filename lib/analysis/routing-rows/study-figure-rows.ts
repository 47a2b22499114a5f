/** Rows of the study of strategies in the shapes that the figures draw. */
import type { StrategyMeasure, StrategyStudyRow } from "../strategy-study/index.js";

/** A strategy under a budget: what was predicted and what came true; fractions. */
export type PredictedActualRow = {
  /** The budget. */
  readonly panel: string;
  readonly strategy: string;
  readonly predicted: number;
  readonly actual: number;
  /** Interval of the actual score. */
  readonly low: number;
  readonly high: number;
};

/** A strategy with the predictor and the pessimism that it used. */
export function armName({ strategy, pessimism }: Pick<StrategyStudyRow, "strategy" | "pessimism">): string {
  return pessimism > 0 ? `${strategy}, pessimistic ${pessimism}` : strategy;
}

const key = ({ strategy, ppm, pessimism, budget }: StrategyStudyRow): string =>
  JSON.stringify([strategy, ppm, pessimism, budget]);

/**
 * Predicted beside actual scores by one PPM, a row an arm and budget; the actual ones on the items whose scores the PPM
 * was fitted to, so that nothing but its errors lies between the two.
 */
export function predictedActualRows(rows: readonly StrategyStudyRow[], ppm: string): PredictedActualRow[] {
  const own = rows.filter((row) => row.ppm === ppm && row.budget !== "0%" && row.budget !== "100%");
  const predicted = new Map(
    own.filter(({ what }) => what === "predicted").map((row) => [key(row), row.mean]),
  );
  return own
    .filter(({ what }) => what === "actual")
    .map((row) => ({
      panel: budgetTitle(row.budget),
      strategy: armName(row),
      predicted: predicted.get(key(row)) ?? Number.NaN,
      actual: row.mean,
      low: row.low,
      high: row.high,
    }));
}

function budgetTitle(budget: string): string {
  if (budget === "mean") return "Mean over budgets";
  return budget === "open" ? "Open budget" : `${budget} human`;
}

/** One measure of each arm, as an estimate with an interval; percentage points. */
export type ArmEstimateRow = {
  readonly panel: string;
  readonly family: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/**
 * A measure by arm, one panel a PPM.
 * @param budget `25%` …, `open`, or `mean`
 */
export function armEstimateRows(
  rows: readonly StrategyStudyRow[],
  what: StrategyMeasure,
  budget: string,
): ArmEstimateRow[] {
  return rows
    .filter((row) => row.what === what && row.budget === budget)
    .map((row) => ({
      panel: row.ppm,
      family: armName(row),
      value: 100 * row.mean,
      low: 100 * row.low,
      high: 100 * row.high,
    }));
}
