/** Models fitted to resampled candidates: their mean predicts, their spread says how far to trust it. */
import type { JsonObject } from "../../base/index.js";
import { evaluatePolynomial, type Polynomial, polynomialGradient } from "../polynomial/polynomial.js";
import type { Ppm, PpmUncertainty } from "../ppm.js";
import { scaleCounts } from "../scale.js";

export class EnsemblePpm implements Ppm {
  readonly featureNames: readonly string[];
  readonly scale: number;
  /** Mean of the members' polynomials, where each has one; it predicts then. */
  readonly polynomial: Polynomial | null;
  readonly uncertainty: PpmUncertainty;

  /** @param members at least two, of one family, features and scale */
  constructor(
    readonly family: string,
    readonly members: readonly Ppm[],
  ) {
    const [first] = members;
    if (!first || members.length < 2) throw new RangeError(`${family} needs at least 2 members`);
    this.featureNames = first.featureNames;
    this.scale = first.scale;
    const polynomials = members.map((member) => member.polynomial).filter((each) => each !== null);
    const all = polynomials.length === members.length;
    this.polynomial = all ? meanPolynomial(polynomials) : null;
    this.uncertainty = { ...spreadOf(members), ...(all && { memberPolynomials: polynomials }) };
  }

  predict(counts: ArrayLike<number>): number {
    if (this.polynomial) return evaluatePolynomial(this.polynomial, scaleCounts(counts, this));
    return sum(this.members.map((member) => member.predict(counts))) / this.members.length;
  }

  predictMany(rows: readonly ArrayLike<number>[]): Float64Array {
    return Float64Array.from(rows, (row) => this.predict(row));
  }

  toJson(): JsonObject {
    return { members: this.members.map((member) => member.toJson()) };
  }
}

/**
 * Sample standard deviation (ddof 1) of the members' predictions, and of their differences.
 * Its gradient is Σ (fₘ - f̄)·(∇fₘ - ∇f̄) / ((M - 1)·sd); members that are no polynomials, trees, are constant almost
 * everywhere and so have none.
 */
function spreadOf(members: readonly Ppm[]): PpmUncertainty {
  const deviations = (values: readonly number[]) => {
    const center = sum(values) / values.length;
    return values.map((value) => value - center);
  };
  const sdOf = (values: readonly number[]) =>
    Math.sqrt(sum(deviations(values).map((value) => value * value)) / (values.length - 1));
  return {
    sd: (counts) => sdOf(members.map((member) => member.predict(counts))),
    sdOfDifference: (counts, from) =>
      sdOf(members.map((member) => member.predict(counts) - member.predict(from))),
    gradient(counts) {
      const gradient = new Float64Array(counts.length);
      const values = members.map((member) => member.predict(counts));
      const sd = sdOf(values);
      if (sd === 0) return gradient;
      for (const [m, deviation] of deviations(values).entries()) {
        const { polynomial, scale } = members[m]!;
        if (polynomial === null) continue;
        // The deviations add up to zero, so that the mean gradient drops out.
        const slopes = polynomialGradient(polynomial, scaleCounts(counts, members[m]!));
        const factor = deviation / ((members.length - 1) * sd * scale);
        for (let i = 0; i < gradient.length; i++) gradient[i]! += factor * slopes[i]!;
      }
      return gradient;
    },
  };
}

function meanPolynomial(polynomials: readonly Polynomial[]): Polynomial {
  const count = polynomials.length;
  const mean = (values: readonly Float64Array[]) =>
    values[0]!.map((_, i) => sum(values.map((each) => each[i]!)) / count);
  const products = polynomials.map((each) => each.products).filter((each) => each !== null);
  return {
    intercept: sum(polynomials.map((each) => each.intercept)) / count,
    coefficients: mean(polynomials.map((each) => each.coefficients)),
    products: products.length === count ? mean(products) : null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
