/** Fit a performance prediction model to all candidates of a table. */
import { allRows } from "../math/index.js";
import type { Fitted, PpmFamily, TrainingTable } from "./family.js";
import { checkScale } from "./scale.js";

export interface PpmFitOptions {
  readonly family: PpmFamily;
  /** Counts are divided by it; usually the size of the training set, 1 for raw counts. */
  readonly scale: number;
}

/** @throws {BadInputError} on a scale that is none, or numbers too large to compute with */
export function fitPpm(table: TrainingTable, { family, scale }: PpmFitOptions): Fitted {
  return family.prepare(table, checkScale(scale)).fit(allRows(table.counts.rows));
}
