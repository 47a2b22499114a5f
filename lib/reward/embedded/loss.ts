/** The Bradley-Terry loss of a margin, its derivatives, and what a fit reports. */

export interface FitOptions {
  /** λ > 0: L2 penalty against the mean loss. */
  readonly l2: number;
  /** Stop where ‖∇f‖₂ ≤ tolerance · max(1, ‖w‖₂). */
  readonly tolerance: number;
  /** Newton steps before the fit counts as not converged. */
  readonly maxSteps: number;
}

export interface FitMetrics {
  readonly converged: boolean;
  /** Newton steps. */
  readonly iterations: number;
  /** Products with the Hessian over all steps. */
  readonly hessianProducts: number;
  /** f at the end, penalty included. */
  readonly objective: number;
  /** Mean of -log σ(margin), penalty left out. */
  readonly loss: number;
  /** ‖∇f‖₂ at the end. */
  readonly gradientNorm: number;
  /** Share of training pairs with a margin above 0. */
  readonly accuracy: number;
  readonly pairsUsed: number;
}

/** Mean of log(1 + exp(-margin)), without overflow. */
export function meanLoss(margins: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < margins.length; i++) {
    const margin = margins[i]!;
    sum += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  }
  return sum / margins.length;
}

/** 1 / (1 + exp(-x)), without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** Share of margins above 0. */
export function marginAccuracy(margins: Float64Array): number {
  let right = 0;
  for (let i = 0; i < margins.length; i++) if (margins[i]! > 0) right++;
  return right / margins.length;
}

/**
 * Rows in use and their signs.
 * @throws {RangeError} if the lengths differ, no row is in use, or λ is not positive
 */
export function usedRows(
  rowCount: number,
  signs: Int8Array,
  l2: number,
): { used: Int32Array; signs: Float64Array } {
  if (signs.length !== rowCount) throw new RangeError(`fit: ${signs.length} labels for ${rowCount} pairs`);
  if (!(l2 > 0)) throw new RangeError(`fit: the L2 penalty is ${l2}; it must be above 0`);
  const used = Int32Array.from(signs.keys()).filter((r) => signs[r] !== 0);
  if (used.length === 0) throw new RangeError("fit: every label is 0, there is nothing to learn");
  return { used, signs: Float64Array.from(used, (r) => Math.sign(signs[r]!)) };
}
