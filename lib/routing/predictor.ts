/** A performance prediction model applied to mixes of one tagged data set. */
import { BadInputError } from "../base/index.js";
import { type Bitset, hasBit } from "../math/index.js";
import type { Polynomial, Ppm, PpmUncertainty } from "../ppm/index.js";
import { countTags, type TagMatrix } from "../tags/index.js";
import { memberGainSds } from "./increments/member-gain-sds.js";

/** A mix is the set of instances that humans label. */
export interface MixPredictor {
  readonly matrix: TagMatrix;
  readonly ppm: Ppm;
  /** What is maximized: mean - pessimism · sd. With pessimism 0 it is the mean. */
  scoreOf(human: Bitset): number;
  /** Predicted score. */
  meanOf(human: Bitset): number;
  /** Standard deviation of the predicted score; NaN where the model does not know it. */
  sdOf(human: Bitset): number;
  /**
   * Expected gain of each instance: the predicted score with that one instance labelled by a human, less the one
   * with none; with pessimism, less pessimism · standard deviation of that difference.
   * @see arXiv 2410.19133, §2.3, routing strategy for a single instance
   */
  gains(): Float64Array;
  /** Standard deviation of each instance's gain; null where the model does not know it. */
  gainSds(): Float64Array | null;
  /** How many standard deviations a prediction is lowered by; 0 to take predictions as they are. */
  readonly pessimism: number;
  /** How the model sees counts that add up over instances; null where they do not (the original's counting). */
  readonly counting: AdditiveCounting | null;
  /** The mean as a polynomial of such counts; null where they do not add up or the model is no polynomial. */
  readonly additive: (AdditiveCounting & { readonly polynomial: Polynomial; readonly factor: number }) | null;
}

/** Feature i of a mix is `sizeRatio` times the number of its instances with the tag `columns[i]`. */
export interface AdditiveCounting {
  /** Column of the tag matrix of each feature. */
  readonly columns: Int32Array;
  readonly sizeRatio: number;
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
  /** Standard deviations by which predictions are lowered, ≥ 0; default 0. */
  readonly pessimism?: number;
}

/**
 * @param matrix candidates are drawn by its tags
 * @throws {BadInputError} if the model has features that are no tags, or is to be pessimistic and knows no uncertainty
 */
export function createMixPredictor(
  matrix: TagMatrix,
  ppm: Ppm,
  options: MixPredictorOptions = {},
): MixPredictor {
  const { sizeRatio = 1, gainMatrix = matrix, pessimism = 0 } = options;
  const countsOf = options.countsOf ?? ((human: Bitset) => countTags(matrix, human));
  const columns = featureColumns(matrix, ppm);
  const uncertainty = checkPessimism(ppm, pessimism);
  const seen = (human: Bitset): Float64Array => {
    const counts = countsOf(human);
    return Float64Array.from(columns, (column) => sizeRatio * counts[column]!);
  };
  const meanOf = (human: Bitset): number => ppm.predict(seen(human));
  const sdOf = (human: Bitset): number => ppm.uncertainty?.sd(seen(human)) ?? Number.NaN;
  const scoreOf = (human: Bitset): number => {
    const counts = seen(human);
    const mean = ppm.predict(counts);
    return uncertainty === null ? mean : mean - pessimism * uncertainty.sd(counts);
  };

  const none = new Float64Array(columns.length);
  const ofOne = (row: number): Float64Array =>
    Float64Array.from(columns, (column) => (hasBit(gainMatrix.columns[column]!, row) ? sizeRatio : 0));
  const rows = [...matrix.ids.keys()];
  const addsUp = options.countsOf === undefined && gainMatrix === matrix;
  const counting = addsUp ? { columns, sizeRatio } : null;
  const { polynomial, scale } = ppm;
  const additive = counting && polynomial && { ...counting, polynomial, factor: sizeRatio / scale };
  const gainSds = (): Float64Array | null => {
    const known = ppm.uncertainty;
    if (known?.memberPolynomials && additive) {
      return memberGainSds(matrix, known.memberPolynomials, additive);
    }
    return known && Float64Array.from(rows, (row) => known.sdOfDifference(ofOne(row), none));
  };
  const gains = (): Float64Array => {
    const atNone = ppm.predict(none);
    const means = Float64Array.from(rows, (row) => ppm.predict(ofOne(row)) - atNone);
    const sds = uncertainty === null ? null : gainSds();
    return sds === null ? means : means.map((mean, row) => mean - pessimism * sds[row]!);
  };

  return { matrix, ppm, scoreOf, meanOf, sdOf, gains, gainSds, pessimism, counting, additive };
}

/** The uncertainty where it is needed, else null. */
function checkPessimism(ppm: Ppm, pessimism: number): PpmUncertainty | null {
  const place = "--pessimism";
  const value = String(pessimism);
  if (!Number.isFinite(pessimism) || pessimism < 0) {
    throw new BadInputError([{ place, value, rule: "must be a finite number from 0 on" }]);
  }
  if (pessimism === 0) return null;
  if (ppm.uncertainty !== null) return ppm.uncertainty;
  const rule = `the model (${ppm.family}) does not say how unsure it is of its predictions`;
  const remedy = "fit one that does: `hyper ppm fit --model gp`, or any model with `--bootstrap`";
  throw new BadInputError([{ place, value, rule, remedy }]);
}

function featureColumns(matrix: TagMatrix, ppm: Ppm): Int32Array {
  const columns = Int32Array.from(ppm.featureNames, (name) => matrix.tagNames.indexOf(name));
  const unknown = ppm.featureNames.filter((_, i) => columns[i]! < 0);
  if (unknown.length === 0) return columns;
  throw new BadInputError(
    unknown.map((value) => ({
      place: "ppm",
      value,
      rule: "a predictor that routes may have tags of the vocabulary as features only",
      remedy: "fit it to a table of tag counts",
    })),
  );
}
