/**
 * Linear and quadratic families, by minimum-norm least squares or by ridge.
 * Source: arXiv 2410.19133, §4.1 (linear, quadratic). The original solves in all 4,186 columns; here the rows'
 * span is factored once and each fit works in as many coordinates as there are candidates.
 * Departure: the ridge variants, which the paper does not have; penalty by leave-one-out.
 */
import { z } from "zod";
import { BadInputError, type Json } from "../../base/index.js";
import {
  type CenteredSolver,
  createRowSpace,
  explicitFit,
  fitRows,
  type LinearFunction,
  type Matrix,
  minimumNormSolver,
  predictRow,
  ridgeSolver,
} from "../../math/index.js";
import type { PpmFamily, PpmShape, PreparedFits, TrainingTable } from "../family.js";
import { expandQuadratic, PolynomialPpm, productCount } from "./polynomial.js";

interface Recipe {
  readonly name: string;
  readonly degree: 1 | 2;
  /** Solver for a design of so many columns. */
  readonly solver: (columns: number) => CenteredSolver<PolynomialDetails>;
}

/** What a solver reports: its rank, or the penalty it chose. */
type PolynomialDetails = { readonly rank: number } | { readonly penalty: number };

const ridge = (columns: number): CenteredSolver<PolynomialDetails> => {
  const solve = ridgeSolver(columns);
  return (rows, targets) => {
    const { direction, details } = solve(rows, targets);
    return { direction, details: { penalty: details.penalty } };
  };
};

export const LINEAR = polynomialFamily({ name: "linear", degree: 1, solver: minimumNormSolver });
export const QUADRATIC = polynomialFamily({ name: "quadratic", degree: 2, solver: minimumNormSolver });
export const RIDGE = polynomialFamily({ name: "ridge", degree: 1, solver: ridge });
export const QUADRATIC_RIDGE = polynomialFamily({ name: "quadratic-ridge", degree: 2, solver: ridge });

function polynomialFamily(recipe: Recipe): PpmFamily {
  return {
    name: recipe.name,
    needsScale: recipe.degree === 2,
    prepare: (table, scale) => prepareFits(recipe, table, scale),
    fromJson: (shape, model) => parsePolynomial(recipe, shape, model),
  };
}

function prepareFits(
  recipe: Recipe,
  { featureNames, counts, targets }: TrainingTable,
  scale: number,
): PreparedFits {
  const scaled: Matrix = { ...counts, data: counts.data.map((count) => count / scale) };
  const design = recipe.degree === 2 ? expandQuadratic(scaled) : scaled;
  refuseHuge(design, scale);
  const space = createRowSpace(design);
  const fitOn = (train: Int32Array) => fitRows(space, train, targets, recipe.solver(design.columns));
  return {
    fit(train) {
      const { fit, details } = fitOn(train);
      const polynomial = asPolynomial(explicitFit(space, fit), featureNames.length, recipe.degree);
      return { ppm: new PolynomialPpm(recipe.name, featureNames, scale, polynomial), details };
    },
    predictHeldOut(train, heldOut) {
      const { fit, details } = fitOn(train);
      return { predicted: Float64Array.from(heldOut, (row) => predictRow(space, fit, row)), details };
    },
  };
}

/** Sums of squares of the design must stay finite. */
const LARGEST_ENTRY = 1e140;

function refuseHuge(design: Matrix, scale: number): void {
  const huge = design.data.find((value) => !(Math.abs(value) <= LARGEST_ENTRY));
  if (huge === undefined) return;
  throw new BadInputError([
    {
      place: "table",
      value: String(huge),
      rule: `features divided by the scale ${scale}, and their products, must stay under ${LARGEST_ENTRY}`,
      remedy: "give a larger --scale",
    },
  ]);
}

function asPolynomial({ intercept, coefficients }: LinearFunction, featureCount: number, degree: 1 | 2) {
  return {
    intercept,
    coefficients: coefficients.slice(0, featureCount),
    products: degree === 2 ? coefficients.slice(featureCount) : null,
  };
}

const POLYNOMIAL = z.strictObject({
  intercept: z.number(),
  coefficients: z.array(z.number()),
  products: z.array(z.number()).nullable(),
});

function parsePolynomial(
  { name, degree }: Recipe,
  { featureNames, scale }: PpmShape,
  model: Json,
): PolynomialPpm {
  const { intercept, coefficients, products } = POLYNOMIAL.parse(model);
  const n = featureNames.length;
  const productsNeeded = degree === 2 ? productCount(n) : undefined;
  if (coefficients.length !== n || products?.length !== productsNeeded) {
    throw new RangeError(
      `${name} of ${n} features needs ${n} coefficients and ${productsNeeded ?? "no"} products; ` +
        `found ${coefficients.length} and ${products?.length ?? "none"}`,
    );
  }
  return new PolynomialPpm(name, featureNames, scale, {
    intercept,
    coefficients: Float64Array.from(coefficients),
    products: products && Float64Array.from(products),
  });
}
