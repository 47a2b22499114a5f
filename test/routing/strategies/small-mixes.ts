/** Small problems for tests of strategies, solved by looking at every mix. */
import { createRng } from "../../../lib/base/index.js";
import { type Bitset, createBitset, hasBit } from "../../../lib/math/index.js";
import { PolynomialPpm, type Ppm, type PpmUncertainty } from "../../../lib/ppm/index.js";
import {
  type Budget,
  type RouteOptions,
  type Routing,
  routeDataset,
  routingStrategy,
} from "../../../lib/routing/index.js";
import { TAG_NAMES, type TagMatrix } from "../../../lib/tags/index.js";

/** A polynomial of random numbers over all tags. */
export function randomPolynomial(degree: 1 | 2, scale: number, seed: string): PolynomialPpm {
  const rng = createRng(seed);
  const normals = (count: number): Float64Array => Float64Array.from({ length: count }, () => rng.normal());
  const coefficients = normals(90);
  const products = degree === 2 ? normals(4095) : null;
  const family = degree === 2 ? "quadratic" : "linear";
  return new PolynomialPpm(family, TAG_NAMES, scale, { intercept: 0.6, coefficients, products });
}

/** The same predictions, with a standard deviation √((c - from)ᵀ D (c - from)) for a random diagonal D. */
export function withUncertainty(ppm: PolynomialPpm, size: number, seed: string): Ppm {
  const rng = createRng(seed);
  const variances = Float64Array.from(ppm.featureNames, () => (size * rng.next()) ** 2);
  const sdOfDifference = (counts: ArrayLike<number>, from: ArrayLike<number>): number =>
    Math.sqrt(variances.reduce((sum, variance, i) => sum + variance * (counts[i]! - from[i]!) ** 2, 0));
  const sd = (counts: ArrayLike<number>): number => sdOfDifference(counts, new Float64Array(counts.length));
  const uncertainty: PpmUncertainty = {
    sd,
    sdOfDifference,
    gradient(counts) {
      const at = sd(counts);
      return variances.map((variance, i) => (at === 0 ? 0 : (variance * counts[i]!) / at));
    },
  };
  const { family, featureNames, scale, polynomial } = ppm;
  return {
    family,
    featureNames,
    scale,
    polynomial,
    uncertainty,
    predict: (counts) => ppm.predict(counts),
    predictMany: (rows) => ppm.predictMany(rows),
    toJson: () => ppm.toJson(),
  };
}

/** A model that is no polynomial: the tanh of one. */
export function curved(ppm: PolynomialPpm): Ppm {
  const predict = (counts: ArrayLike<number>): number => Math.tanh(ppm.predict(counts));
  return {
    ...withUncertainty(ppm, 1, "curved"),
    family: "curved",
    polynomial: null,
    uncertainty: null,
    predict,
    predictMany: (rows) => Float64Array.from(rows, predict),
  };
}

/** Every mix of `rowCount` rows. */
export function* everyMix(rowCount: number): Generator<Bitset> {
  for (let bits = 0; bits < 2 ** rowCount; bits++) yield Uint32Array.of(bits);
}

/** Every mix that is one move away: one row in and one out; with `changesCount` also one row in or out. */
export function* neighbours(human: Bitset, rowCount: number, changesCount: boolean): Generator<Bitset> {
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const ins = [...rows.filter((row) => hasBit(human, row)), ...(changesCount ? [-1] : [])];
  const outs = [...rows.filter((row) => !hasBit(human, row)), ...(changesCount ? [-1] : [])];
  for (const from of ins) {
    for (const to of outs) {
      if (from < 0 && to < 0) continue;
      yield createBitset(
        rowCount,
        rows.filter((row) => row === to || (hasBit(human, row) && row !== from)),
      );
    }
  }
}

export function routeBy(
  strategy: string,
  matrix: TagMatrix,
  ppm: Ppm,
  budget: Budget,
  options: Partial<RouteOptions> = {},
): Promise<Routing> {
  const chosen = routingStrategy(strategy);
  return routeDataset(matrix, {
    ppm,
    strategy: chosen,
    budget,
    simulations: 40,
    rng: createRng(3),
    ...options,
  });
}
