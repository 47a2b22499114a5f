/** What counts a table holds. */
import type { Matrix } from "../../math/index.js";

/** Least and greatest count of each feature, unscaled; null where all are missing. */
export type CountRange = {
  readonly min: readonly (number | null)[];
  readonly max: readonly (number | null)[];
};

/** @param counts rows × features; NaN for a missing value */
export function countRange({ rows, columns, data }: Matrix): CountRange {
  const min = new Array<number | null>(columns).fill(null);
  const max = new Array<number | null>(columns).fill(null);
  for (let at = 0; at < rows * columns; at++) {
    const [column, count] = [at % columns, data[at]!];
    if (Number.isNaN(count)) continue;
    min[column] = Math.min(min[column] ?? count, count);
    max[column] = Math.max(max[column] ?? count, count);
  }
  return { min, max };
}
