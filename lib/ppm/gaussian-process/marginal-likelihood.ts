/**
 * Hyperparameters by the greatest marginal likelihood of the targets, the constant integrated out.
 * In contrasts z = C·y that a constant does not reach, z ~ N(0, τ·A) with A = ρ₁·S₁ + ρ₂·S₂ + η·I, S the two parts
 * of the covariance in contrasts, each of unit mean variance, ρ₁ + ρ₂ = 1. The best τ is zᵀA⁻¹z / (n - 1), which leaves
 * (n - 1)·log(zᵀA⁻¹z) + log|A| to be made smallest over the ratio ρ₂ : ρ₁ and η. For one ratio A is brought to three
 * diagonals, after which each η costs O(n); so a grid of both logarithms is affordable, and no start has to be guessed.
 * @see Rasmussen and Williams 2006, §5.4.1 (marginal likelihood) and §2.7.1 (a vague prior on the constant)
 */
import {
  type Contrasts,
  createContrasts,
  createMatrix,
  factorShifted,
  type Matrix,
  minimizeOnInterval,
  type ShiftedFactors,
  tridiagonalize,
} from "../../math/index.js";
import { type GpHyperparameters, gramMatrix, squareEntries } from "./kernel.js";

export interface GpChoice extends GpHyperparameters {
  /** log p(z) at the choice; null where the targets do not vary. */
  readonly logLikelihood: number | null;
}

/** log10 of the quadratic part's variance over the linear part's, and of the noise over both. */
const RATIO_SEARCH = { low: -6, high: 6, gridCount: 9, steps: 10 };
const NOISE_SEARCH = { low: -8, high: 6, gridCount: 29, steps: 40 };

/**
 * @param x n × p: scaled counts less their mean
 * @param weights n values ≥ 1: how often each row was drawn
 * @param targets n values
 */
export function chooseHyperparameters(x: Matrix, weights: Float64Array, targets: Float64Array): GpChoice {
  const roots = weights.map(Math.sqrt);
  const contrasts = createContrasts(roots);
  const z = contrasts.project(targets.map((target, i) => target * roots[i]!));
  const largest = targets.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const none = { linearVariance: 0, quadraticVariance: 0, noiseVariance: 0, logLikelihood: null };
  if (sumOfSquares(z) <= (ROUNDING * largest) ** 2 * weights.reduce((a, b) => a + b, 0)) return none;

  const gram = gramMatrix(x);
  const linear = partInContrasts(gram, roots, contrasts);
  const quadratic = partInContrasts(squareEntries(gram), roots, contrasts);
  if (linear.variance === 0) return noiseOnly(z);
  const at = (logRatio: number) => bestNoise(mix(linear, quadratic, logRatio), z);
  const logRatio = rounded(minimizeOnInterval((ratio) => at(ratio).value, RATIO_SEARCH).at);
  const { noise, tau, value } = at(logRatio);
  const [linearShare, quadraticShare] = shares(logRatio);
  return {
    linearVariance: (tau * linearShare) / linear.variance,
    quadraticVariance: (tau * quadraticShare) / quadratic.variance,
    noiseVariance: tau * noise,
    logLikelihood: asLogLikelihood(value, z.length),
  };
}

/** Targets whose spread is this small beside their size do not vary. */
const ROUNDING = 1e-13;

/** One part of the covariance in contrasts, of unit mean variance, and what it was divided by. */
interface Part {
  readonly unit: Matrix;
  readonly variance: number;
}

function partInContrasts(k: Matrix, roots: Float64Array, contrasts: Contrasts): Part {
  const n = k.rows;
  const weighted = createMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) weighted.data[i * n + j] = k.data[i * n + j]! * roots[i]! * roots[j]!;
  }
  const projected = contrasts.projectBoth(weighted);
  let trace = 0;
  for (let i = 0; i < n - 1; i++) trace += projected.data[i * n]!;
  const variance = trace / (n - 1);
  return { unit: { ...projected, data: projected.data.map((value) => value / variance) }, variance };
}

function shares(logRatio: number): [number, number] {
  const ratio = 10 ** logRatio;
  return [1 / (1 + ratio), ratio / (1 + ratio)];
}

function mix(linear: Part, quadratic: Part, logRatio: number): Matrix {
  const [linearShare, quadraticShare] = shares(logRatio);
  const data = linear.unit.data.map(
    (value, i) => linearShare * value + quadraticShare * quadratic.unit.data[i]!,
  );
  return { ...linear.unit, data };
}

/** The best η for one ratio. @param k is overwritten */
function bestNoise(k: Matrix, targets: Float64Array) {
  const reduced = tridiagonalize(k);
  const z = reduced.rotate(targets);
  const fit = (noise: number) => {
    const factors = factorShifted(reduced, noise);
    return factors === null ? { value: Number.POSITIVE_INFINITY, tau: 0 } : profile(factors, z);
  };
  const { at } = minimizeOnInterval((logNoise) => fit(10 ** logNoise).value, NOISE_SEARCH);
  const noise = 10 ** rounded(at);
  return { noise, ...fit(noise) };
}

/** The likelihood is flat at its top: digits beyond these would be rounding, and change with the order of the rows. */
function rounded(logarithm: number): number {
  return Math.round(logarithm * 1e4) / 1e4;
}

/** (n - 1)·log(zᵀA⁻¹z) + log|A|, and the best τ. */
function profile({ pivots, below }: ShiftedFactors, z: Float64Array): { value: number; tau: number } {
  let form = 0;
  let logDeterminant = 0;
  let along = 0;
  for (let i = 0; i < z.length; i++) {
    along = z[i]! - (i === 0 ? 0 : below[i - 1]! * along);
    form += (along * along) / pivots[i]!;
    logDeterminant += Math.log(pivots[i]!);
  }
  return { value: z.length * Math.log(form) + logDeterminant, tau: form / z.length };
}

/** No feature varies: all the spread is noise. */
function noiseOnly(z: Float64Array): GpChoice {
  const form = sumOfSquares(z);
  return {
    linearVariance: 0,
    quadraticVariance: 0,
    noiseVariance: form / z.length,
    logLikelihood: asLogLikelihood(z.length * Math.log(form), z.length),
  };
}

function asLogLikelihood(profiled: number, count: number): number {
  return -0.5 * (profiled + count * (1 + Math.log((2 * Math.PI) / count)));
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
