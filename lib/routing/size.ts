/**
 * A model fitted to M instances and N to route. Counts are absolute, so with N far from M the model is asked about
 * counts that it has never seen; the paper holds its data sets to one size for this reason (section 4.2).
 */
import { BadInputError, type JsonObject } from "../base/index.js";

/** Beyond this ratio either way, predictions leave the range that the model was fitted to. */
const TOLERATED_RATIO = 1.1;

export interface SizeCheck {
  /** Instances that the model was fitted to, M; null where the model does not say. */
  readonly fittedCount: number | null;
  /** What counts are to be multiplied by: M / N with `rescale`, else 1. */
  readonly sizeRatio: number;
  /** Whether N is far from M and counts are taken as they are. */
  readonly extrapolates: boolean;
}

/**
 * @param training of the saved model; its `instances` is M
 * @param rowCount N
 * @param rescale see the data to route as if it had M instances
 * @throws {BadInputError} if it is to be rescaled and M is not known
 */
export function checkSize(training: JsonObject, rowCount: number, rescale: boolean): SizeCheck {
  const { instances } = training;
  const fittedCount = typeof instances === "number" && instances > 0 ? instances : null;
  if (!rescale) {
    const ratio = fittedCount === null ? 1 : rowCount / fittedCount;
    return { fittedCount, sizeRatio: 1, extrapolates: Math.max(ratio, 1 / ratio) > TOLERATED_RATIO };
  }
  if (fittedCount === null) {
    const rule = "the model does not say how many instances it was fitted to";
    const remedy = "fit it to a table that `hyper train` wrote, or leave --rescale out";
    throw new BadInputError([{ place: "--rescale", rule, remedy }]);
  }
  return { fittedCount, sizeRatio: fittedCount / rowCount, extrapolates: false };
}
