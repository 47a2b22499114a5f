/** All trees of a model in flat arrays, for fast prediction. */
import { ZERO_THRESHOLD } from "./float-limits.js";
import { type LightGbmTree, MISSING_GO_LEFT, MISSING_SHIFT } from "./tree.js";

const MISSING_ZERO = 1;
const MISSING_NAN = 2;

export class Forest {
  /** Where each tree starts: an inner node ≥ 0, or a leaf as -leaf - 1. */
  readonly #roots: Int32Array;
  readonly #feature: Int32Array;
  readonly #threshold: Float64Array;
  readonly #missing: Uint8Array;
  /** 0 where missing values go left, 1 where right. */
  readonly #missingSide: Uint8Array;
  /** Left and right child of each node, alternating. */
  readonly #children: Int32Array;
  readonly #leafValues: Float64Array;

  constructor(trees: readonly LightGbmTree[]) {
    const leaves = trees.reduce((total, tree) => total + tree.leafCount, 0);
    const nodes = leaves - trees.length;
    this.#roots = new Int32Array(trees.length);
    this.#feature = new Int32Array(nodes);
    this.#threshold = new Float64Array(nodes);
    this.#missing = new Uint8Array(nodes);
    this.#missingSide = new Uint8Array(nodes);
    this.#children = new Int32Array(2 * nodes);
    this.#leafValues = new Float64Array(leaves);
    let node = 0;
    let leaf = 0;
    for (const [t, tree] of trees.entries()) {
      this.#roots[t] = tree.leafCount > 1 ? node : ~leaf;
      this.#feature.set(tree.splitFeature, node);
      this.#threshold.set(tree.threshold, node);
      this.#leafValues.set(tree.leafValue, leaf);
      const place = (child: number) => (child >= 0 ? child + node : child - leaf);
      for (const [i, type] of tree.decisionType.entries()) {
        this.#missing[node + i] = type >> MISSING_SHIFT;
        this.#missingSide[node + i] = type & MISSING_GO_LEFT ? 0 : 1;
        this.#children[2 * (node + i)] = place(tree.leftChild[i]!);
        this.#children[2 * (node + i) + 1] = place(tree.rightChild[i]!);
      }
      node += tree.leafCount - 1;
      leaf += tree.leafCount;
    }
  }

  /** @param row one value a column, NaN where missing */
  predict(row: ArrayLike<number>): number {
    let sum = 0;
    for (let t = 0; t < this.#roots.length; t++) sum += this.#leafValues[this.#leafOf(t, row)]!;
    return sum;
  }

  #leafOf(tree: number, row: ArrayLike<number>): number {
    const feature = this.#feature;
    const threshold = this.#threshold;
    const missing = this.#missing;
    const children = this.#children;
    let node = this.#roots[tree]!;
    while (node >= 0) {
      let value = row[feature[node]!]!;
      const kind = missing[node]!;
      let side: number;
      // biome-ignore lint/suspicious/noSelfCompare: the fastest test for NaN, in the innermost loop
      if (value !== value) {
        if (kind === MISSING_NAN) side = this.#missingSide[node]!;
        else {
          value = 0;
          side = kind === MISSING_ZERO ? this.#missingSide[node]! : value <= threshold[node]! ? 0 : 1;
        }
      } else if (kind === MISSING_ZERO && value >= -ZERO_THRESHOLD && value <= ZERO_THRESHOLD) {
        side = this.#missingSide[node]!;
      } else side = value <= threshold[node]! ? 0 : 1;
      node = children[2 * node + side]!;
    }
    return ~node;
  }
}
