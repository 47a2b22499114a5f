/** What a LightGBM model looks at. */
import { featureImportance, LightGbmPpm, type Ppm } from "../../ppm/index.js";

/** One feature; features that no split asks for are left out. */
export type ImportanceRow = {
  readonly tag: string;
  /** Splits that ask for it. */
  readonly splits: number;
  /** Of the gain of all splits, in [0, 1]. */
  readonly gain_share: number;
};

/**
 * Features by falling gain, of equal ones in their order.
 * @throws {RangeError} if the model is none of LightGBM's
 */
export function importanceRows(ppm: Ppm): ImportanceRow[] {
  if (!(ppm instanceof LightGbmPpm)) throw new RangeError(`importanceRows: ${ppm.family} has no trees`);
  const splits = featureImportance(ppm.model, "split");
  const gains = featureImportance(ppm.model, "gain");
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return ppm.featureNames
    .map((tag, i) => ({ tag, splits: splits[i]!, gain_share: total > 0 ? gains[i]! / total : 0 }))
    .filter((row) => row.splits > 0)
    .toSorted((a, b) => b.gain_share - a.gain_share);
}
