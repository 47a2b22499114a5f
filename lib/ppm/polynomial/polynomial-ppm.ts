/** A fitted model whose prediction is a polynomial. */
import type { JsonObject } from "../../base/index.js";
import type { Ppm, PpmUncertainty } from "../ppm.js";
import { scaleCounts } from "../scale.js";
import { evaluatePolynomial, type Polynomial } from "./polynomial.js";

/** A fitted polynomial. */
export class PolynomialPpm implements Ppm {
  constructor(
    readonly family: string,
    readonly featureNames: readonly string[],
    readonly scale: number,
    readonly polynomial: Polynomial,
    readonly uncertainty: PpmUncertainty | null = null,
  ) {}

  predict(counts: ArrayLike<number>): number {
    return evaluatePolynomial(this.polynomial, scaleCounts(counts, this));
  }

  predictMany(rows: readonly ArrayLike<number>[]): Float64Array {
    return Float64Array.from(rows, (row) => this.predict(row));
  }

  toJson(): JsonObject {
    const { intercept, coefficients, products } = this.polynomial;
    return { intercept, coefficients: [...coefficients], products: products && [...products] };
  }
}
