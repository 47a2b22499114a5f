/**
 * The covariance of the Gaussian process: a linear and a quadratic part in the scaled counts, less their training mean.
 * k(x, y) = l·(x·y) + q·(x·y)², on top of a constant of unlimited variance, which the data settle.
 * @see Rasmussen and Williams 2006, §4.2.2 (dot-product covariances) and §2.7 (explicit basis functions)
 */
import { createMatrix, dot, type Matrix, matrixRow } from "../../math/index.js";

export interface GpHyperparameters {
  /** l: variance of a score's linear part per unit of squared length; ≥ 0. */
  readonly linearVariance: number;
  /** q: the same of its quadratic part; ≥ 0. */
  readonly quadraticVariance: number;
  /** Variance of a single run around the function; ≥ 0. A row of weight w has this over w. */
  readonly noiseVariance: number;
}

/** Inner products of all rows with each other. */
export function gramMatrix(x: Matrix): Matrix {
  const gram = createMatrix(x.rows, x.rows);
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(matrixRow(x, i), matrixRow(x, j));
      gram.data[i * x.rows + j] = product;
      gram.data[j * x.rows + i] = product;
    }
  }
  return gram;
}

/** The Gram matrix of the quadratic part: every entry squared. */
export function squareEntries(gram: Matrix): Matrix {
  return { ...gram, data: gram.data.map((value) => value * value) };
}
