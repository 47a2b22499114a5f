/**
 * Grows trees leaf by leaf: the leaf whose best split gains most is split next.
 * Source: Ke et al. 2017; LightGBM 4 documentation, "Leaf-wise (Best-first) Tree Growth". Histograms are made for the
 * smaller of two new leaves and subtracted from the parent's for the larger.
 */
import type { BinnedTable } from "./binned-table.js";
import { fillFeature, fillFour, restoreMostFrequentBin, subtractFeature } from "./histogram.js";
import type { LightGbmParams } from "./params.js";
import { isBetterSplit, type LeafSums, noSplit, type Split } from "./split.js";
import { SplitSearch } from "./split-search.js";
import type { LightGbmTree } from "./tree.js";
import { TreeBuilder } from "./tree-builder.js";

/** Filled side by side: neither waits for the other's additions. */
const FEATURES_AT_ONCE = 4;

/** Reused from tree to tree. */
export class TreeGrower {
  readonly #table: BinnedTable;
  readonly #params: LightGbmParams;
  readonly #search: SplitSearch;
  readonly #searchOfLarger: SplitSearch;
  /** Rows of each leaf, side by side; within a leaf in the order of the table. */
  readonly #rows: Int32Array;
  readonly #moved: Int32Array;
  readonly #leafStart: number[] = [];
  readonly #leafRows: number[] = [];
  readonly #gradients: Float64Array;
  /** Only leaves that can still be split keep one: few, so that they stay in the cache. */
  readonly #histograms: Float64Array[] = [];
  /** Features that can still split the leaf at hand. */
  readonly #active: Int32Array;
  /** For each histogram, which features can still split its leaf. */
  readonly #splittable: Uint8Array[] = [];
  /** Which histogram each leaf has; -1 for none. */
  readonly #slot: number[] = [];
  /** Histograms that no leaf has. */
  readonly #freeSlots: number[] = [];
  readonly #best: Split[] = [];
  #leafCount = 0;

  constructor(table: BinnedTable, params: LightGbmParams) {
    this.#table = table;
    this.#params = params;
    this.#search = new SplitSearch(params);
    this.#searchOfLarger = new SplitSearch(params);
    this.#rows = new Int32Array(table.rowCount);
    this.#moved = new Int32Array(table.rowCount);
    this.#gradients = new Float64Array(table.rowCount);
    this.#active = new Int32Array(table.features.length);
  }

  /** @param gradients one a row @returns null if no split gains anything */
  grow(gradients: Float32Array): LightGbmTree | null {
    const { rowCount } = this.#table;
    const builder = new TreeBuilder();
    for (let i = 0; i < rowCount; i++) this.#rows[i] = i;
    let gradient = 0;
    for (let i = 0; i < rowCount; i++) gradient += gradients[i]!;
    for (let leaf = 0; leaf < this.#leafCount; leaf++) this.#releaseSlot(leaf);
    this.#leafCount = 0;
    this.#addLeaf(0, rowCount);
    if (rowCount >= 2 * this.#params.min_data_in_leaf) {
      this.#makeHistograms(gradients, 0, { gradient, hessian: rowCount, rowCount }, null);
    }
    while (this.#leafCount < this.#params.num_leaves) {
      const leaf = this.#bestLeaf();
      const split = this.#best[leaf]!;
      if (!(split.gain > 0)) break;
      this.#splitLeaf(builder, leaf, split, gradients);
    }
    return this.#leafCount > 1 ? builder.finish(this.#params.min_gain_to_split) : null;
  }

  /** Calls back with each leaf's rows. */
  forEachLeaf(visit: (leaf: number, rows: Int32Array) => void): void {
    for (let leaf = 0; leaf < this.#leafCount; leaf++) visit(leaf, this.#rowsOf(leaf));
  }

  #rowsOf(leaf: number): Int32Array {
    const start = this.#leafStart[leaf]!;
    return this.#rows.subarray(start, start + this.#leafRows[leaf]!);
  }

  #addLeaf(start: number, rowCount: number): number {
    const leaf = this.#leafCount++;
    this.#leafStart[leaf] = start;
    this.#leafRows[leaf] = rowCount;
    this.#slot[leaf] = -1;
    if (leaf === this.#best.length) this.#best.push(noSplit());
    this.#forbid(leaf);
    return leaf;
  }

  #takeSlot(leaf: number): void {
    if (this.#freeSlots.length === 0) {
      this.#freeSlots.push(this.#histograms.length);
      this.#histograms.push(new Float64Array(2 * this.#table.totalBins));
      this.#splittable.push(new Uint8Array(this.#table.features.length));
    }
    this.#slot[leaf] = this.#freeSlots.pop()!;
  }

  #releaseSlot(leaf: number): void {
    if (this.#slot[leaf]! >= 0) this.#freeSlots.push(this.#slot[leaf]!);
    this.#slot[leaf] = -1;
  }

  #forbid(leaf: number): void {
    this.#best[leaf]!.gain = Number.NEGATIVE_INFINITY;
    this.#best[leaf]!.column = -1;
  }

  #bestLeaf(): number {
    let best = 0;
    for (let leaf = 1; leaf < this.#leafCount; leaf++) {
      if (isBetterSplit(this.#best[leaf]!, this.#best[best]!)) best = leaf;
    }
    return best;
  }

  #splitLeaf(builder: TreeBuilder, leaf: number, split: Split, gradients: Float32Array): void {
    const leftRows = this.#partition(leaf, split);
    const rightRows = this.#leafRows[leaf]! - leftRows;
    const left = { gradient: split.leftGradient, hessian: split.leftHessian, rowCount: leftRows };
    const right = { gradient: split.rightGradient, hessian: split.rightHessian, rowCount: rightRows };
    builder.split(leaf, split, leftRows, rightRows);
    this.#leafRows[leaf] = leftRows;
    const other = this.#addLeaf(this.#leafStart[leaf]! + leftRows, rightRows);
    this.#forbid(leaf);
    const { num_leaves, max_depth, min_data_in_leaf } = this.#params;
    const isLast = this.#leafCount >= num_leaves || (max_depth > 0 && builder.depthOf(leaf) >= max_depth);
    if (isLast || Math.max(leftRows, rightRows) < 2 * min_data_in_leaf) {
      this.#releaseSlot(leaf);
      return;
    }
    if (leftRows < rightRows) {
      // The larger leaf's histogram takes the place of the parent's.
      [this.#slot[leaf], this.#slot[other]] = [this.#slot[other]!, this.#slot[leaf]!];
      this.#makeHistograms(gradients, leaf, left, { leaf: other, sums: right });
    } else this.#makeHistograms(gradients, other, right, { leaf, sums: left });
  }

  /** Moves the leaf's rows so that those that go left come first; keeps the order. @returns how many go left */
  #partition(leaf: number, { feature, thresholdBin, missingGoLeft }: Split): number {
    const { bins, mapper } = feature!;
    const rows = this.#rowsOf(leaf);
    let missingBin = -1;
    if (mapper.missing === "nan") missingBin = mapper.binCount - 1;
    else if (mapper.missing === "zero") missingBin = mapper.zeroBin;
    let left = 0;
    let right = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const bin = bins[row]!;
      if (bin === missingBin ? missingGoLeft : bin <= thresholdBin) rows[left++] = row;
      else this.#moved[right++] = row;
    }
    rows.set(this.#moved.subarray(0, right), left);
    return left;
  }

  /** Sums the active features from position `from` up to `to`, at most four. */
  #fill(histogram: Float64Array, from: number, to: number, rows: Int32Array): void {
    const { features } = this.#table;
    const active = this.#active;
    if (to - from < FEATURES_AT_ONCE) {
      for (let i = from; i < to; i++) fillFeature(histogram, features[active[i]!]!, rows, this.#gradients);
      return;
    }
    const a = features[active[from]!]!;
    const b = features[active[from + 1]!]!;
    const c = features[active[from + 2]!]!;
    const d = features[active[from + 3]!]!;
    fillFour(histogram, a, b, c, d, rows, this.#gradients);
  }

  /** Histograms and best splits of a new leaf and of its larger sibling, whose slot still holds the parent's. */
  #makeHistograms(
    gradients: Float32Array,
    leaf: number,
    sums: LeafSums,
    larger: { readonly leaf: number; readonly sums: LeafSums } | null,
  ): void {
    const { features } = this.#table;
    this.#takeSlot(leaf);
    const histogram = this.#histograms[this.#slot[leaf]!]!;
    const splittable = this.#splittable[this.#slot[leaf]!]!;
    const parent = larger && this.#histograms[this.#slot[larger.leaf]!]!;
    const parentSplittable = larger && this.#splittable[this.#slot[larger.leaf]!]!;
    const rows = this.#rowsOf(leaf);
    for (let i = 0; i < rows.length; i++) this.#gradients[i] = gradients[rows[i]!]!;
    const least = 2 * this.#params.min_data_in_leaf;
    const splits = sums.rowCount >= least;
    const splitsLarger = larger !== null && larger.sums.rowCount >= least;
    const best = this.#best[leaf]!;
    const bestOfLarger = larger ? this.#best[larger.leaf]! : best;
    this.#search.startLeaf(sums);
    if (larger) this.#searchOfLarger.startLeaf(larger.sums);
    histogram.fill(0);
    const active = this.#active;
    let count = 0;
    for (let f = 0; f < features.length; f++) {
      splittable[f] = parentSplittable ? parentSplittable[f]! : 1;
      if (splittable[f] === 1) active[count++] = f;
    }
    for (let i = 0; i < count; i += FEATURES_AT_ONCE) {
      const end = Math.min(i + FEATURES_AT_ONCE, count);
      this.#fill(histogram, i, end, rows);
      for (let j = i; j < end; j++) {
        const f = active[j]!;
        const feature = features[f]!;
        if (feature.mapper.mostFrequentBin > 0) restoreMostFrequentBin(histogram, feature, sums);
        splittable[f] = splits && this.#search.search(feature, histogram, best) ? 1 : 0;
        if (!splitsLarger) continue;
        subtractFeature(parent!, histogram, feature);
        parentSplittable![f] = this.#searchOfLarger.search(feature, parent!, bestOfLarger) ? 1 : 0;
      }
    }
    if (!splits) this.#releaseSlot(leaf);
    if (larger && !splitsLarger) this.#releaseSlot(larger.leaf);
  }
}
