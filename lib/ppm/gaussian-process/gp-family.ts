/**
 * The Gaussian process as a family: its mean is a polynomial of degree two, and it says how sure it is.
 * Departure: the paper has none; it is the quadratic ridge with both penalties and the noise from the marginal
 * likelihood, and with a posterior.
 */
import { z } from "zod";
import { BadInputError, type Json, type JsonObject } from "../../base/index.js";
import { createMatrix, distinctRows, type Matrix, matrixRow } from "../../math/index.js";
import { refuseHuge } from "../check-numbers.js";
import type { Fitted, PpmFamily, PpmShape, TrainingTable } from "../family.js";
import { PolynomialPpm } from "../polynomial/polynomial-ppm.js";
import type { PpmUncertainty } from "../ppm.js";
import { scaleCounts } from "../scale.js";
import type { GpHyperparameters } from "./kernel.js";
import { chooseHyperparameters } from "./marginal-likelihood.js";
import { type GpData, GpPosterior } from "./posterior.js";

export const GAUSSIAN_PROCESS: PpmFamily = {
  name: "gp",
  acceptsMissing: false,
  needsScale: true,
  prepare(table, scale) {
    refuseHuge(table.counts, scale, 4);
    const fit = (train: Int32Array) => fitOn(table, scale, train);
    return {
      fit,
      predictHeldOut(train, heldOut) {
        const { ppm, details } = fit(train);
        const predicted = Float64Array.from(heldOut, (row) => ppm.predict(matrixRow(table.counts, row)));
        return { predicted, details };
      },
    };
  },
  fromJson: parseGp,
};

/** What the model is made of, and so what its file holds: the posterior is computed from it again. */
interface GpTraining {
  /** n × p, unscaled. */
  readonly counts: Matrix;
  readonly weights: Float64Array;
  readonly targets: Float64Array;
}

function fitOn({ featureNames, counts, targets }: TrainingTable, scale: number, train: Int32Array): Fitted {
  const { rows, weights } = distinctRows(train);
  if (rows.length < 3) {
    const rule = "a Gaussian process needs at least 3 different rows to tell function from noise";
    throw new BadInputError([
      { place: "table", value: `${rows.length} rows`, rule, remedy: "add candidates" },
    ]);
  }
  const chosen: Matrix = createMatrix(rows.length, counts.columns);
  for (const [i, row] of rows.entries()) chosen.data.set(matrixRow(counts, row), i * counts.columns);
  const training = { counts: chosen, weights, targets: Float64Array.from(rows, (row) => targets[row]!) };
  const data = centerData(training, scale);
  const { logLikelihood, ...hyper } = chooseHyperparameters(data.x, weights, data.targets);
  return {
    ppm: gpPpm({ featureNames, scale }, training, data, hyper),
    details: { ...hyper, logLikelihood },
  };
}

function centerData({ counts, weights, targets }: GpTraining, scale: number): GpData {
  const center = new Float64Array(counts.columns);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Twice, the second time around the first: a constant column then centers to zeros and not to rounding noise.
  for (let pass = 0; pass < 2; pass++) {
    const sums = new Float64Array(counts.columns);
    for (let row = 0; row < counts.rows; row++) {
      const values = matrixRow(counts, row);
      for (let i = 0; i < sums.length; i++) sums[i]! += weights[row]! * (values[i]! / scale - center[i]!);
    }
    for (let i = 0; i < sums.length; i++) center[i]! += sums[i]! / total;
  }
  const data = counts.data.map((count, at) => count / scale - center[at % counts.columns]!);
  return { x: { ...counts, data }, center, weights, targets };
}

function gpPpm(shape: PpmShape, training: GpTraining, data: GpData, hyper: GpHyperparameters) {
  const posterior = new GpPosterior(data, hyper);
  return new GpPpm(shape, posterior, {
    ...hyper,
    counts: [...training.counts.data],
    weights: [...training.weights],
    targets: [...training.targets],
  });
}

class GpPpm extends PolynomialPpm {
  readonly #json: JsonObject;

  constructor({ featureNames, scale }: PpmShape, posterior: GpPosterior, json: JsonObject) {
    const uncertainty = gpUncertainty({ featureNames, scale }, posterior);
    super("gp", featureNames, scale, posterior.polynomial, uncertainty);
    this.#json = json;
  }

  override toJson(): JsonObject {
    return this.#json;
  }
}

function gpUncertainty(shape: PpmShape, posterior: GpPosterior): PpmUncertainty {
  const scaled = (counts: ArrayLike<number>) => scaleCounts(counts, shape);
  return {
    sd: (counts) => Math.sqrt(posterior.variance(scaled(counts))),
    sdOfDifference: (counts, from) => Math.sqrt(posterior.varianceOfDifference(scaled(counts), scaled(from))),
    gradient(counts) {
      const v = scaled(counts);
      const { variance, gradient } = posterior.varianceGradient(v);
      if (variance === 0) return new Float64Array(v.length);
      return gradient.map((value) => value / (2 * Math.sqrt(variance) * shape.scale));
    },
  };
}

const GP = z.strictObject({
  linearVariance: z.number().nonnegative(),
  quadraticVariance: z.number().nonnegative(),
  noiseVariance: z.number().nonnegative(),
  counts: z.array(z.number()),
  weights: z.array(z.number().positive()).min(3),
  targets: z.array(z.number()),
});

function parseGp(shape: PpmShape, model: Json): PolynomialPpm {
  const { counts, weights, targets, ...hyper } = GP.parse(model);
  const [rows, columns] = [weights.length, shape.featureNames.length];
  if (targets.length !== rows || counts.length !== rows * columns) {
    throw new RangeError(
      `gp of ${rows} rows and ${columns} features needs ${rows} targets and ${rows * columns} counts; ` +
        `found ${targets.length} and ${counts.length}`,
    );
  }
  const training = {
    counts: { rows, columns, data: Float64Array.from(counts) },
    weights: Float64Array.from(weights),
    targets: Float64Array.from(targets),
  };
  return gpPpm(shape, training, centerData(training, shape.scale), hyper);
}
