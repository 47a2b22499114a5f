/** Cost curves on disk. */
import { createManifest, writeCsv, writeManifest } from "../../base/index.js";
import type { CostCurveRow } from "./cost-curve.js";

/** Columns of the file, in this order. */
export const COST_CURVE_COLUMNS = ["budget_count", "cost_total", "predicted", "sd", "is_knee"] as const;

/** Writes one row a budget, an unknown sd as an empty cell, and a manifest. */
export async function writeCostCurve(
  path: string,
  rows: readonly CostCurveRow[],
  provenance: Parameters<typeof createManifest>[0],
): Promise<void> {
  const manifest = await createManifest(provenance);
  writeCsv(
    path,
    COST_CURVE_COLUMNS,
    rows.map(({ budgetCount, costTotal, predicted, sd, isKnee }) => ({
      budget_count: budgetCount,
      cost_total: Number(costTotal.toPrecision(12)),
      predicted,
      sd,
      is_knee: isKnee,
    })),
  );
  writeManifest(path, manifest);
}
