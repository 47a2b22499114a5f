/** Collects the nodes of a growing tree. */
import type { Split } from "./split.js";
import { type LightGbmTree, MISSING_CODES, MISSING_GO_LEFT, MISSING_SHIFT } from "./tree.js";

/** Starts as one leaf, number 0. A split leaf keeps its number for its left part; the right part gets the next one. */
export class TreeBuilder {
  readonly #splitFeature: number[] = [];
  readonly #gain: number[] = [];
  readonly #threshold: number[] = [];
  readonly #decisionType: number[] = [];
  readonly #leftChild: number[] = [];
  readonly #rightChild: number[] = [];
  readonly #internalValue: number[] = [];
  readonly #internalWeight: number[] = [];
  readonly #internalRows: number[] = [];
  readonly #leafValue = [0];
  readonly #leafWeight = [0];
  readonly #leafRows = [0];
  readonly #leafParent = [-1];
  readonly #leafDepth = [0];

  /** Splits between the root and the leaf. */
  depthOf(leaf: number): number {
    return this.#leafDepth[leaf]!;
  }

  split(leaf: number, split: Split, leftRows: number, rightRows: number): void {
    const node = this.#splitFeature.length;
    const right = this.#leafValue.length;
    const parent = this.#leafParent[leaf]!;
    if (parent >= 0) {
      if (this.#leftChild[parent] === ~leaf) this.#leftChild[parent] = node;
      else this.#rightChild[parent] = node;
    }
    const { mapper } = split.feature!;
    this.#splitFeature.push(split.column);
    this.#gain.push(split.gain);
    this.#threshold.push(mapper.upperBounds[split.thresholdBin]!);
    const missingCode = MISSING_CODES.indexOf(mapper.missing) << MISSING_SHIFT;
    this.#decisionType.push(missingCode | (split.missingGoLeft ? MISSING_GO_LEFT : 0));
    this.#leftChild.push(~leaf);
    this.#rightChild.push(~right);
    this.#internalValue.push(this.#leafValue[leaf]!);
    this.#internalWeight.push(this.#leafWeight[leaf]!);
    this.#internalRows.push(leftRows + rightRows);
    const depth = this.#leafDepth[leaf]! + 1;
    this.#setLeaf(leaf, split.leftOutput, split.leftHessian, leftRows, node, depth);
    this.#setLeaf(right, split.rightOutput, split.rightHessian, rightRows, node, depth);
  }

  #setLeaf(leaf: number, value: number, weight: number, rows: number, parent: number, depth: number): void {
    this.#leafValue[leaf] = Number.isNaN(value) ? 0 : value;
    this.#leafWeight[leaf] = weight;
    this.#leafRows[leaf] = rows;
    this.#leafParent[leaf] = parent;
    this.#leafDepth[leaf] = depth;
  }

  /** @param minGain was taken off each gain, and is put back */
  finish(minGain: number): LightGbmTree {
    return {
      leafCount: this.#leafValue.length,
      splitFeature: new Int32Array(this.#splitFeature),
      splitGain: Float32Array.from(this.#gain, (gain) => gain + minGain),
      threshold: new Float64Array(this.#threshold),
      decisionType: new Uint8Array(this.#decisionType),
      leftChild: new Int32Array(this.#leftChild),
      rightChild: new Int32Array(this.#rightChild),
      leafValue: new Float64Array(this.#leafValue),
      leafWeight: new Float64Array(this.#leafWeight),
      leafRows: new Int32Array(this.#leafRows),
      internalValue: new Float64Array(this.#internalValue),
      internalWeight: new Float64Array(this.#internalWeight),
      internalRows: new Int32Array(this.#internalRows),
      shrinkage: 1,
    };
  }
}
