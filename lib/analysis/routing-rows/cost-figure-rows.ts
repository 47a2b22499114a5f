/** Cost curves in the shape that the figure draws. */
import type { CostCurveRow } from "../../routing/index.js";

/** One budget of one curve. */
export type ScoreCostRow = {
  readonly series: string;
  readonly cost: number;
  /** Of the pairs that humans label, in [0, 1]. */
  readonly humanShare: number;
  readonly predicted: number;
  readonly isKnee: boolean;
};

/** @param pairCount of the data set */
export function scoreCostRows(
  series: string,
  rows: readonly CostCurveRow[],
  pairCount: number,
): ScoreCostRow[] {
  return rows.map(({ budgetCount, costTotal, predicted, isKnee }) => ({
    series,
    cost: costTotal,
    humanShare: budgetCount / pairCount,
    predicted,
    isKnee,
  }));
}
