/** Fit a performance prediction model to all candidates of a table. */
import { allRows } from "../math/index.js";
import type { Fitted, PpmFamily, TrainingTable } from "./family.js";
import { checkScale } from "./scale.js";

export interface PpmFitOptions {
  readonly family: PpmFamily;
  /** Counts are divided by it; usually the size of the training set, 1 for raw counts. */
  readonly scale: number;
}

/**
 * The details name the features that do not vary, if any (`constantColumns`): no fit can say what they do.
 * @throws {BadInputError} on a scale that is none, or numbers too large to compute with
 */
export function fitPpm(table: TrainingTable, { family, scale }: PpmFitOptions): Fitted {
  const { ppm, details } = family.prepare(table, checkScale(scale)).fit(allRows(table.counts.rows));
  const constant = constantColumns(table);
  return { ppm, details: constant.length === 0 ? details : { ...details, constantColumns: constant } };
}

/** Names of the features with one value in every row; missing everywhere is one value too. */
export function constantColumns({ featureNames, counts }: TrainingTable): string[] {
  return featureNames.filter((_, column) => {
    const first = counts.data[column]!;
    for (let at = column; at < counts.data.length; at += counts.columns) {
      if (!Object.is(counts.data[at]! + 0, first + 0)) return false;
    }
    return true;
  });
}
