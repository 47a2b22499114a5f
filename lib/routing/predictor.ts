/** A performance prediction model applied to mixes of one tagged data set. */
import { BadInputError } from "../base/index.js";
import { type Bitset, hasBit } from "../math/index.js";
import type { Ppm } from "../ppm/index.js";
import { countTags, type TagMatrix } from "../tags/index.js";

export interface MixPredictor {
  readonly matrix: TagMatrix;
  /** Predicted score of a mix: the instances that humans label. */
  scoreOf(human: Bitset): number;
  /**
   * Expected gain of each instance: the predicted score with that one instance labelled by a human, less the
   * one with none.
   * @see arXiv 2410.19133, §2.3, routing strategy for a single instance
   */
  gains(): Float64Array;
}

export interface MixPredictorOptions {
  /**
   * What counts are multiplied by before a prediction: instances that the model was fitted to over instances of the
   * matrix, to see a data set as if it had that many; default 1.
   */
  readonly sizeRatio?: number;
  /** Counts of a mix, in vocabulary order; default those of the matrix. */
  readonly countsOf?: (human: Bitset) => ArrayLike<number>;
  /** The tags that an instance has by itself, for its gain; default the matrix. */
  readonly gainMatrix?: TagMatrix;
}

/**
 * @param matrix candidates are drawn by its tags
 * @throws {BadInputError} if the model has features that are no tags
 */
export function createMixPredictor(
  matrix: TagMatrix,
  ppm: Ppm,
  options: MixPredictorOptions = {},
): MixPredictor {
  const { sizeRatio = 1, gainMatrix = matrix, countsOf = (human) => countTags(matrix, human) } = options;
  const columns = ppm.featureNames.map((name) => matrix.tagNames.indexOf(name));
  const unknown = ppm.featureNames.filter((_, i) => columns[i]! < 0);
  if (unknown.length > 0) {
    throw new BadInputError(
      unknown.map((value) => ({
        place: "ppm",
        value,
        rule: "a predictor that routes may have tags of the vocabulary as features only",
        remedy: "fit it to a table of tag counts",
      })),
    );
  }
  const scoreOf = (human: Bitset): number => {
    const counts = countsOf(human);
    return ppm.predict(columns.map((column) => sizeRatio * counts[column]!));
  };
  const gains = (): Float64Array => {
    const none = ppm.predict(new Float64Array(columns.length));
    return Float64Array.from(matrix.ids, (_, row) => {
      const counts = columns.map((column) => (hasBit(gainMatrix.columns[column]!, row) ? sizeRatio : 0));
      return ppm.predict(counts) - none;
    });
  };
  return { matrix, scoreOf, gains };
}
