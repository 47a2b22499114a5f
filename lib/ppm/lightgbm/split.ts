/** A split of a leaf, and which of two is better. */
import type { BinnedFeature } from "./binned-table.js";

/** What a leaf's rows sum up to. */
export interface LeafSums {
  readonly gradient: number;
  /** Sum of second derivatives. */
  readonly hessian: number;
  readonly rowCount: number;
}

export interface Split {
  /** Column of the table; -1 for no split. */
  column: number;
  feature: BinnedFeature | null;
  /** Last bin of the left side. */
  thresholdBin: number;
  /** -Infinity for no split. */
  gain: number;
  missingGoLeft: boolean;
  leftGradient: number;
  leftHessian: number;
  leftOutput: number;
  rightGradient: number;
  rightHessian: number;
  rightOutput: number;
}

export function noSplit(): Split {
  return {
    column: -1,
    feature: null,
    thresholdBin: 0,
    gain: Number.NEGATIVE_INFINITY,
    missingGoLeft: true,
    leftGradient: 0,
    leftHessian: 0,
    leftOutput: 0,
    rightGradient: 0,
    rightHessian: 0,
    rightOutput: 0,
  };
}

/** Greater gain, then smaller column. */
export function isBetterSplit(a: Split, b: Split): boolean {
  if (a.gain !== b.gain) return a.gain > b.gain;
  const last = Number.MAX_SAFE_INTEGER;
  return (a.column < 0 ? last : a.column) < (b.column < 0 ? last : b.column);
}
