/** A trained LightGBM model: trees whose values add up to the prediction. */
import { Forest } from "./forest.js";
import type { LightGbmTree } from "./tree.js";

export interface LightGbmParts {
  /** Our names of the columns. */
  readonly featureNames: readonly string[];
  /** Names that the text file gives them: LightGBM refuses some of ours. */
  readonly columnNames: readonly string[];
  /** Range of each column's training values as `[min:max]`, `none` where no split could use it. */
  readonly featureInfos: readonly string[];
  readonly trees: readonly LightGbmTree[];
  /** Round of least validation error, counted from 1; null without validation. */
  readonly bestIteration: number | null;
  /** Root mean squared validation error after 1, 2 … trees, as far as training went; null without validation. */
  readonly validationErrors: Float64Array | null;
  /** The settings, line by line as in the text file. */
  readonly parameterLines: readonly string[];
}

export class LightGbmModel implements LightGbmParts {
  readonly featureNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly featureInfos: readonly string[];
  readonly trees: readonly LightGbmTree[];
  readonly bestIteration: number | null;
  readonly validationErrors: Float64Array | null;
  readonly parameterLines: readonly string[];
  readonly #forest: Forest;

  constructor(parts: LightGbmParts) {
    this.featureNames = parts.featureNames;
    this.columnNames = parts.columnNames;
    this.featureInfos = parts.featureInfos;
    this.trees = parts.trees;
    this.bestIteration = parts.bestIteration;
    this.validationErrors = parts.validationErrors;
    this.parameterLines = parts.parameterLines;
    this.#forest = new Forest(parts.trees);
  }

  /** The same trees under other names. @throws {RangeError} if there are not as many names as columns */
  withNames(featureNames: readonly string[]): LightGbmModel {
    if (featureNames.length !== this.columnNames.length) {
      throw new RangeError(`${featureNames.length} names for ${this.columnNames.length} columns`);
    }
    return new LightGbmModel({ ...this, featureNames });
  }

  /**
   * @param row one value a column; NaN for a missing one
   * @throws {RangeError} if there are not as many values as columns
   */
  predict(row: ArrayLike<number>): number {
    if (row.length !== this.featureNames.length) {
      throw new RangeError(`predict: ${row.length} values for ${this.featureNames.length} features`);
    }
    return this.#forest.predict(row);
  }

  predictMany(rows: readonly ArrayLike<number>[]): Float64Array {
    return Float64Array.from(rows, (row) => this.predict(row));
  }
}
