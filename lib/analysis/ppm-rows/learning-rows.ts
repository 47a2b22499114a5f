/** Learning curves as rows: how well each family predicts, by how many candidates it was fitted to. */
import type { LearningPoint } from "../../ppm/index.js";
import { RMSE_PANEL, SPEARMAN_PANEL } from "./estimate-rows.js";

/** One family at one size; bars are ± one standard deviation over repeated splits. */
export type LearningFigureRow = {
  readonly panel: string;
  readonly family: string;
  /** Candidates that one fold's fit learned from. */
  readonly candidateCount: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** @param curves as `learningCurves` gives them, one a family */
export function learningFigureRows(curves: readonly (readonly LearningPoint[])[]): LearningFigureRow[] {
  return curves.flatMap((points) =>
    points.flatMap(({ trainingRows, validation: { family, spearman, rmse } }) => {
      const row = (panel: string, value: number, sd: number): LearningFigureRow => ({
        panel,
        family,
        candidateCount: trainingRows,
        value,
        low: value - sd,
        high: value + sd,
      });
      return [
        row(SPEARMAN_PANEL, spearman.mean, spearman.sdOverRepeats),
        row(RMSE_PANEL, 100 * rmse.mean, 100 * rmse.sdOverRepeats),
      ];
    }),
  );
}
