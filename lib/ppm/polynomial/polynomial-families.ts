/**
 * Linear and quadratic families, by minimum-norm least squares or by ridge.
 * Source: arXiv 2410.19133, §4.1 (linear, quadratic). The original solves in all 4,186 columns; here a design with more
 * columns than candidates is fitted from their inner products, and any other, or one whose rows are dependent, in the
 * rows' own span by singular values.
 * Departure: the ridge variants, which the paper does not have; penalty by leave-one-out.
 */
import { z } from "zod";
import type { Json, JsonObject } from "../../base/index.js";
import {
  chooseDualPenalty,
  createKernelSpace,
  createRowSpace,
  type DualFit,
  distinctRows,
  explicitFit,
  fitRows,
  type LinearFunction,
  type Matrix,
  matrixRow,
  minimumNormSolver,
  type Penalties,
  penaltyGrid,
  predictDual,
  predictRow,
  type RowSpaceFit,
  ridgeSolver,
  solveDual,
} from "../../math/index.js";
import { refuseHuge } from "../check-numbers.js";
import type { PpmFamily, PpmShape, PreparedFits, TrainingTable } from "../family.js";
import { evaluatePolynomial, expandQuadratic, productCount } from "./polynomial.js";
import { dualSlopes, polynomialGram } from "./polynomial-kernel.js";
import { PolynomialPpm } from "./polynomial-ppm.js";

interface Recipe {
  readonly name: string;
  readonly degree: 1 | 2;
  /** Penalties to choose among by leave-one-out; null for none, which is the solution of smallest norm. */
  readonly penalties: Penalties | null;
}

export const LINEAR = polynomialFamily({ name: "linear", degree: 1, penalties: null });
export const QUADRATIC = polynomialFamily({ name: "quadratic", degree: 2, penalties: null });
export const RIDGE = polynomialFamily({ name: "ridge", degree: 1, penalties: penaltyGrid });
export const QUADRATIC_RIDGE = polynomialFamily({
  name: "quadratic-ridge",
  degree: 2,
  penalties: penaltyGrid,
});

/** A ridge family with more penalties than one a decade; models have the same name, and files the same form. */
export function ridgeFamily(
  name: "ridge" | "quadratic-ridge",
  { stepsPerDecade }: { readonly stepsPerDecade: number },
): PpmFamily {
  if (!Number.isInteger(stepsPerDecade) || stepsPerDecade < 1) {
    throw new RangeError(`ridgeFamily: ${stepsPerDecade} steps a decade; take a whole number from 1 on`);
  }
  const penalties = (largest: number) => penaltyGrid(largest, stepsPerDecade);
  return polynomialFamily({ name, degree: name === "ridge" ? 1 : 2, penalties });
}

function polynomialFamily(recipe: Recipe): PpmFamily {
  return {
    name: recipe.name,
    acceptsMissing: false,
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
  refuseHuge(counts, scale, recipe.degree);
  const scaled: Matrix = { ...counts, data: counts.data.map((count) => count / scale) };
  const columns = counts.columns + (recipe.degree === 2 ? productCount(counts.columns) : 0);
  const bySpan = once(() => spanFits(recipe, scaled, targets));
  const byKernel = columns > counts.rows ? once(() => kernelFits(recipe, scaled, targets)) : () => () => null;
  const fitOn = (train: Int32Array) => byKernel()(train) ?? bySpan()(train);
  return {
    fit(train) {
      const { function: fitted, details } = fitOn(train);
      const polynomial = asPolynomial(fitted.explicit(), featureNames.length, recipe.degree);
      return { ppm: new PolynomialPpm(recipe.name, featureNames, scale, polynomial), details };
    },
    predictHeldOut(train, heldOut) {
      const { function: fitted, details } = fitOn(train);
      return { predicted: Float64Array.from(heldOut, (row) => fitted.at(row)), details };
    },
  };
}

/** A fit to some rows of a table, as a function of any of its rows and of its columns. */
interface TableFit {
  readonly function: { at(row: number): number; explicit(): LinearFunction };
  readonly details: JsonObject;
}

/** Fits by singular values, in coordinates of the rows' span. */
function spanFits(recipe: Recipe, scaled: Matrix, targets: Float64Array): (train: Int32Array) => TableFit {
  const design = recipe.degree === 2 ? expandQuadratic(scaled) : scaled;
  const space = createRowSpace(design);
  const functionOf = (fit: RowSpaceFit) => ({
    at: (row: number) => predictRow(space, fit, row),
    explicit: () => explicitFit(space, fit),
  });
  return (train) => {
    if (recipe.penalties) {
      const { fit, details } = fitRows(space, train, targets, ridgeSolver(design.columns, recipe.penalties));
      return { function: functionOf(fit), details: { penalty: details.penalty } };
    }
    const { fit, details } = fitRows(space, train, targets, minimumNormSolver(design.columns));
    return { function: functionOf(fit), details };
  };
}

/** Fits by inner products; null where these are too nearly dependent. */
function kernelFits(
  recipe: Recipe,
  scaled: Matrix,
  targets: Float64Array,
): (train: Int32Array) => TableFit | null {
  const space = createKernelSpace(polynomialGram(scaled, recipe.degree));
  const functionOf = (fit: DualFit) => ({
    at: (row: number) => predictDual(space, fit, row),
    explicit: () => explicitDual(scaled, fit, recipe.degree, (row) => predictDual(space, fit, row)),
  });
  return (train) => {
    const { rows, weights } = distinctRows(train);
    if (rows.length < 2) return null;
    const chosen = recipe.penalties
      ? chooseDualPenalty(space, rows, weights, targets, recipe.penalties)
      : { penalty: 0 };
    const fit = chosen && solveDual(space, rows, weights, targets, chosen.penalty);
    if (!fit) return null;
    const details: JsonObject = recipe.penalties ? { penalty: chosen.penalty } : { rank: rows.length - 1 };
    return { function: functionOf(fit), details };
  };
}

/** The intercept is what the slopes leave of the value at one row. */
function explicitDual(v: Matrix, fit: DualFit, degree: 1 | 2, at: (row: number) => number): LinearFunction {
  const slopes = dualSlopes(v, fit, degree);
  const row = fit.rows[0]!;
  const intercept = at(row) - evaluatePolynomial({ intercept: 0, ...slopes }, matrixRow(v, row));
  const products = slopes.products ?? new Float64Array(0);
  const coefficients = new Float64Array(slopes.coefficients.length + products.length);
  coefficients.set(slopes.coefficients);
  coefficients.set(products, slopes.coefficients.length);
  return { intercept, coefficients };
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let value: { readonly it: T } | null = null;
  return () => {
    value ??= { it: compute() };
    return value.it;
  };
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
