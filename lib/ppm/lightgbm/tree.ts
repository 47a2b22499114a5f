/** One regression tree, node by node, as LightGBM's text models keep it. */

/** Bits of {@link LightGbmTree.decisionType}. */
export const CATEGORICAL = 1;
export const MISSING_GO_LEFT = 2;
/** The missing type is in bits 2-3: 0 none, 1 zero, 2 NaN. */
export const MISSING_SHIFT = 2;
export const MISSING_CODES = ["none", "zero", "nan"] as const;

/**
 * A tree of L leaves and L - 1 inner nodes; node 0 is the root.
 * A child c ≥ 0 is an inner node, c < 0 is leaf -c - 1.
 */
export interface LightGbmTree {
  readonly leafCount: number;
  /** Column that each inner node asks for. */
  readonly splitFeature: Int32Array;
  /** Gain of each split, in float32 precision. */
  readonly splitGain: Float32Array;
  /** Values at most this go left. */
  readonly threshold: Float64Array;
  readonly decisionType: Uint8Array;
  readonly leftChild: Int32Array;
  readonly rightChild: Int32Array;
  readonly leafValue: Float64Array;
  /** Sum of second derivatives of each leaf's training rows. */
  readonly leafWeight: Float64Array;
  readonly leafRows: Int32Array;
  readonly internalValue: Float64Array;
  readonly internalWeight: Float64Array;
  readonly internalRows: Int32Array;
  /** The learning rate; 1 for the first tree, which holds the mean. */
  readonly shrinkage: number;
}

/** A tree of one leaf. */
export function constantTree(value: number): LightGbmTree {
  return {
    leafCount: 1,
    splitFeature: new Int32Array(0),
    splitGain: new Float32Array(0),
    threshold: new Float64Array(0),
    decisionType: new Uint8Array(0),
    leftChild: new Int32Array(0),
    rightChild: new Int32Array(0),
    leafValue: Float64Array.of(value),
    leafWeight: new Float64Array(1),
    leafRows: new Int32Array(1),
    internalValue: new Float64Array(0),
    internalWeight: new Float64Array(0),
    internalRows: new Int32Array(0),
    shrinkage: 1,
  };
}
