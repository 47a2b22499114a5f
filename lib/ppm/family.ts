/** What a family of performance prediction models must do to be fitted, cross-validated and saved. */
import type { Json, JsonObject } from "../base/index.js";
import type { Matrix } from "../math/index.js";
import type { Ppm } from "./ppm.js";

/** Candidates with known scores. */
export interface TrainingTable {
  readonly featureNames: readonly string[];
  /** Candidates × features, unscaled. */
  readonly counts: Matrix;
  /** One score a candidate. */
  readonly targets: Float64Array;
}

export interface Fitted {
  readonly ppm: Ppm;
  /** What the fit chose by itself: rank, penalty … */
  readonly details: JsonObject;
}

export interface HeldOutPredictions {
  /** In the order of the rows asked for. */
  readonly predicted: Float64Array;
  readonly details: JsonObject;
}

/** A table made ready, so that fits on different rows of it share what they can. */
export interface PreparedFits {
  /** Fits on the rows of `train`. */
  fit(train: Int32Array): Fitted;
  /** Fits on `train` and predicts the rows of `heldOut`, whose targets it does not read. */
  predictHeldOut(train: Int32Array, heldOut: Int32Array): HeldOutPredictions;
}

/** The names and scale that every fitted model has, whatever its family. */
export interface PpmShape {
  readonly featureNames: readonly string[];
  readonly scale: number;
}

/** One family. To add one, write this and list it in `families.ts`. */
export interface PpmFamily {
  /** As on the command line and in `ppm.json`. */
  readonly name: string;
  /** Whether counts may be missing (NaN), in training and in prediction. */
  readonly acceptsMissing: boolean;
  /** Whether the fit depends on the scale so much that it must be known (products of raw counts reach millions). */
  readonly needsScale: boolean;
  /** @throws {BadInputError} if the scaled numbers are too large to compute with */
  prepare(table: TrainingTable, scale: number): PreparedFits;
  /** The inverse of {@link Ppm.toJson}. @throws {ZodError} or {RangeError} if the numbers do not fit the shape */
  fromJson(shape: PpmShape, model: Json): Ppm;
}
