/** Rows of the study of pool sizes in the shape that the figure draws. */
import type { PoolSizeMeasure, PoolSizeRow } from "../pool-size/index.js";

/** One measure at one size of the pool, mean ± standard deviation over repeats. */
export type PoolSizeCurveRow = {
  readonly series: string;
  readonly poolSize: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** @param series how the figure is to name each measure, in the order of its lines */
export function poolSizeCurveRows(
  rows: readonly PoolSizeRow[],
  ppm: string,
  series: readonly (readonly [what: PoolSizeMeasure, name: string])[],
): PoolSizeCurveRow[] {
  return series.flatMap(([what, name]) =>
    rows
      // A pool of one is a mean over mixes that nothing chose: no place on a logarithmic axis of choices.
      .filter((row) => row.ppm === ppm && row.what === what && row.simulations > 1)
      .map(({ simulations, mean, sd }) => ({
        series: name,
        poolSize: simulations,
        value: mean,
        low: mean - sd,
        high: mean + sd,
      })),
  );
}
