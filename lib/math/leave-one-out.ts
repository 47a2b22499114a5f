/** Leave-one-out errors of ridge regression, without refitting. */
import { type Matrix, matrixRow } from "./matrix.js";

/**
 * Prepares the leave-one-out error of a ridge regression with an unpenalized intercept.
 * A row's error is its residual / (1 - leverage); both are sums over eigenvectors u of the centered Gram matrix,
 * in which a penalty α leaves the share α / (λ + α) of each.
 * @param eigenvectors k × n, one a row
 * @param eigenvalues k values λ ≥ 0; vectors of value 0 are unused
 * @param targets n centered targets
 * @param weights one a row, where rows and targets were multiplied by their square roots: leaving a row out leaves
 *   out all that it stands for, and its error counts as often
 * @returns from a penalty > 0 to the root-mean-square error
 * @see Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., §7.10
 */
export function leaveOneOut(
  eigenvectors: Matrix,
  eigenvalues: Float64Array,
  targets: Float64Array,
  weights: Float64Array = new Float64Array(targets.length).fill(1),
): (penalty: number) => number {
  const terms: Term[] = [];
  for (let k = 0; k < eigenvalues.length; k++) {
    const vector = matrixRow(eigenvectors, k);
    let along = 0;
    for (let i = 0; i < vector.length; i++) along += vector[i]! * targets[i]!;
    if (eigenvalues[k]! > 0) terms.push({ vector, eigenvalue: eigenvalues[k]!, along });
  }
  const outside = outsideSpan(terms, targets, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (penalty) => rootMeanSquare(residualsAt(penalty, terms, outside), total);
}

interface Term {
  readonly vector: Float64Array;
  readonly eigenvalue: number;
  /** The targets' component along the vector. */
  readonly along: number;
}

/** Residuals, and 1 - leverage, of each row. */
interface Residuals {
  readonly residual: Float64Array;
  readonly unleveraged: Float64Array;
}

/** What no penalty changes: the parts outside the span of the eigenvectors and the intercept. */
function outsideSpan(terms: readonly Term[], targets: Float64Array, weights: Float64Array): Residuals {
  const n = targets.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const residual = targets.slice();
  const unleveraged = weights.map((weight) => 1 - weight / total);
  for (const { vector, along } of terms) {
    for (let i = 0; i < n; i++) {
      residual[i]! -= along * vector[i]!;
      unleveraged[i]! -= vector[i]! * vector[i]!;
    }
  }
  // A row wholly inside the span leaves rounding noise here, which would drown its true values: they are tiny.
  const noise = n * Number.EPSILON;
  for (let i = 0; i < n; i++) {
    if (unleveraged[i]! > noise) continue;
    residual[i] = 0;
    unleveraged[i] = 0;
  }
  return { residual, unleveraged };
}

function residualsAt(penalty: number, terms: readonly Term[], outside: Residuals): Residuals {
  const residual = outside.residual.slice();
  const unleveraged = outside.unleveraged.slice();
  for (const { vector, eigenvalue, along } of terms) {
    const left = penalty / (eigenvalue + penalty);
    const alongLeft = left * along;
    for (let i = 0; i < vector.length; i++) {
      residual[i]! += alongLeft * vector[i]!;
      unleveraged[i]! += left * vector[i]! * vector[i]!;
    }
  }
  return { residual, unleveraged };
}

function rootMeanSquare({ residual, unleveraged }: Residuals, total: number): number {
  let squares = 0;
  for (let i = 0; i < residual.length; i++) squares += (residual[i]! / unleveraged[i]!) ** 2;
  return Math.sqrt(squares / total);
}
