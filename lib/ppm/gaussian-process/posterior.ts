/**
 * What a Gaussian process knows after its training rows: mean, standard deviation, and how it changes.
 * With A = K + noise/weights, k the covariances of a point with the rows and s = 1ᵀA⁻¹1, the variance of the function is
 * k(x, x) - kᵀA⁻¹k + (1 - 1ᵀA⁻¹k)²/s, the last term for the constant that had to be estimated.
 * All is computed in units of the noise variance, which then multiplies the result.
 * @see Rasmussen and Williams 2006, equations 2.41 and 2.42
 */
import {
  addStretch,
  createMatrix,
  dot,
  dotStretch,
  factorCholesky,
  type Matrix,
  matrixRow,
  solveCholesky,
  solveLower,
  solveLowerTransposed,
} from "../../math/index.js";
import { type Polynomial, productCount } from "../polynomial/polynomial.js";
import { type GpHyperparameters, gramMatrix } from "./kernel.js";

export interface GpData {
  /** n × p: scaled counts less `center`. */
  readonly x: Matrix;
  /** p scaled counts: the weighted mean of the rows. */
  readonly center: Float64Array;
  readonly weights: Float64Array;
  readonly targets: Float64Array;
}

export class GpPosterior {
  /** l and q over the noise variance. */
  readonly #linear: number;
  readonly #quadratic: number;
  readonly #noiseVariance: number;
  readonly #x: Matrix;
  readonly #center: Float64Array;
  readonly #lower: Matrix;
  /** 1ᵀA⁻¹1 */
  readonly #precision: number;
  /** A⁻¹1 / s: what each row's target counts for in the constant. */
  readonly #constantShare: Float64Array;
  readonly polynomial: Polynomial;
  #last: { readonly point: Float64Array; readonly dots: Float64Array } | null = null;

  /** @throws {RangeError} if the covariance is not positive definite to rounding */
  constructor({ x, center, weights, targets }: GpData, hyper: GpHyperparameters) {
    this.#noiseVariance = hyper.noiseVariance;
    this.#linear = hyper.noiseVariance === 0 ? 0 : hyper.linearVariance / hyper.noiseVariance;
    this.#quadratic = hyper.noiseVariance === 0 ? 0 : hyper.quadraticVariance / hyper.noiseVariance;
    this.#x = x;
    this.#center = center;
    const covariance = gramMatrix(x);
    for (let i = 0; i < covariance.data.length; i++) {
      covariance.data[i] = this.#kernel(covariance.data[i]!);
    }
    for (let i = 0; i < x.rows; i++) covariance.data[i * x.rows + i]! += 1 / weights[i]!;
    const lower = factorCholesky(covariance);
    if (lower === null) throw new RangeError("gp: the covariance of the rows is not positive definite");
    this.#lower = lower;
    const ones = solveCholesky(lower, new Float64Array(x.rows).fill(1));
    this.#precision = ones.reduce((sum, value) => sum + value, 0);
    this.#constantShare = ones.map((value) => value / this.#precision);
    const constant = dot(this.#constantShare, targets);
    const dual = solveCholesky(lower, targets.map((target) => target - constant)); // biome-ignore format: one call
    this.polynomial = this.#expand(constant, dual);
  }

  /** Of the function at v = counts / scale. */
  variance(v: Float64Array): number {
    const t = this.#centered(v);
    const k = this.#dots(t).map((d) => this.#kernel(d));
    return this.#varianceFrom(t, k, solveLower(this.#lower, k));
  }

  /** Of the function at v less itself at `from`; nothing cancels where they are near. */
  varianceOfDifference(v: Float64Array, from: Float64Array): number {
    const t = this.#centered(from);
    const step = v.map((value, i) => value - from[i]!);
    const there = this.#dotsOfLast(t);
    const along = this.#dots(step);
    const k = along.map((d, row) => this.#linear * d + this.#quadratic * d * (2 * there[row]! + d));
    const explained = solveLower(this.#lower, k);
    const length = dot(step, step);
    const slope = dot(t, step);
    // |a|⁴ + |b|⁴ - 2(a·b)² for a = t + step and b = t, by Lagrange's identity.
    const quartic = (2 * slope + length) ** 2 + 2 * Math.max(0, dot(t, t) * length - slope ** 2);
    const prior = this.#linear * length + this.#quadratic * quartic;
    const constant = this.#precision * dot(this.#constantShare, k) ** 2;
    return this.#inUnits(prior - dot(explained, explained) + constant);
  }

  /** The variance, and d variance / d v. */
  varianceGradient(v: Float64Array): { readonly variance: number; readonly gradient: Float64Array } {
    const t = this.#centered(v);
    const dots = this.#dots(t);
    const k = dots.map((d) => this.#kernel(d));
    const half = solveLower(this.#lower, k);
    const solved = solveLowerTransposed(this.#lower, half);
    const unsettled = this.#unsettled(k);
    const own = 2 * this.#linear + 4 * this.#quadratic * dot(t, t);
    const gradient = t.map((value) => own * value);
    for (let row = 0; row < dots.length; row++) {
      const slope = this.#linear + 2 * this.#quadratic * dots[row]!;
      const factor = -2 * slope * (solved[row]! + unsettled * this.#constantShare[row]!);
      addStretch(gradient, factor, this.#x.data, row * t.length, t.length);
    }
    for (let i = 0; i < gradient.length; i++) gradient[i]! *= this.#noiseVariance;
    return { variance: this.#varianceFrom(t, k, half), gradient };
  }

  /** @param half L⁻¹·k */
  #varianceFrom(t: Float64Array, k: Float64Array, half: Float64Array): number {
    const prior = this.#kernel(dot(t, t));
    return this.#inUnits(prior - dot(half, half) + this.#unsettled(k) ** 2 / this.#precision);
  }

  /** 1 - 1ᵀA⁻¹k: the share of the constant in a prediction. */
  #unsettled(k: Float64Array): number {
    return 1 - this.#precision * dot(this.#constantShare, k);
  }

  /** The mean, c + Σ dual·k(row, ·), written out in v. */
  #expand(constant: number, dual: Float64Array): Polynomial {
    const p = this.#x.columns;
    const slope = new Float64Array(p);
    const curvature = createMatrix(p, p);
    for (let row = 0; row < dual.length; row++) {
      const x = matrixRow(this.#x, row);
      addStretch(slope, this.#linear * dual[row]!, x, 0, p);
      for (let i = 0; i < p; i++) {
        addStretch(matrixRow(curvature, i), this.#quadratic * dual[row]! * x[i]!, x, 0, p);
      }
    }
    const products = new Float64Array(productCount(p));
    for (let i = 0, at = 0; i < p; i++) {
      for (let j = i; j < p; j++) products[at++] = (i === j ? 1 : 2) * curvature.data[i * p + j]!;
    }
    const turned = this.#center.map((_, i) => dot(matrixRow(curvature, i), this.#center));
    return {
      intercept: constant - dot(slope, this.#center) + dot(turned, this.#center),
      coefficients: slope.map((value, i) => value - 2 * turned[i]!),
      products,
    };
  }

  #kernel(product: number): number {
    return this.#linear * product + this.#quadratic * product * product;
  }

  #centered(v: Float64Array): Float64Array {
    return v.map((value, i) => value - this.#center[i]!);
  }

  /** The inner product of each row with a vector; the zeros of one that is mostly zeros are skipped. */
  #dots(vector: Float64Array): Float64Array {
    const { rows, columns, data } = this.#x;
    const dots = new Float64Array(rows);
    const places: number[] = [];
    for (let i = 0; i < columns; i++) if (vector[i] !== 0) places.push(i);
    if (2 * places.length > columns) {
      for (let row = 0; row < rows; row++) dots[row] = dotStretch(data, row * columns, vector, 0, columns);
      return dots;
    }
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (const place of places) sum += data[row * columns + place]! * vector[place]!;
      dots[row] = sum;
    }
    return dots;
  }

  /** The same, remembered: differences are mostly asked for from one point. */
  #dotsOfLast(point: Float64Array): Float64Array {
    if (!this.#last?.point.every((value, i) => value === point[i])) {
      this.#last = { point, dots: this.#dots(point) };
    }
    return this.#last!.dots;
  }

  #inUnits(variance: number): number {
    return this.#noiseVariance * Math.max(0, variance);
  }
}
