/**
 * Grows trees leaf by leaf: the leaf whose best split gains most is split next.
 * Source: Ke et al. 2017; LightGBM 4 documentation, "Leaf-wise (Best-first) Tree Growth". Histograms are made for the
 * smaller of two new leaves and subtracted from the parent's for the larger.
 */
import type { BinnedTable } from "./binned-table.js";
import { HistogramKernel, isPlain } from "./kernel/kernel.js";
import type { LightGbmParams } from "./params.js";
import { isBetterSplit, type LeafSums, noSplit, type Split } from "./split.js";
import { SplitSearch } from "./split-search.js";
import type { LightGbmTree } from "./tree.js";
import { TreeBuilder } from "./tree-builder.js";

/** Reused from tree to tree. To be released after use. */
export class TreeGrower {
  readonly #table: BinnedTable;
  readonly #params: LightGbmParams;
  readonly #search: SplitSearch;
  readonly #searchOfLarger: SplitSearch;
  /** Keeps the rows of each leaf, side by side; within a leaf in the order of the table. */
  readonly #kernel: HistogramKernel;
  readonly #hasPlainFeaturesOnly: boolean;
  readonly #moved: Int32Array;
  readonly #leafStart: number[] = [];
  readonly #leafRows: number[] = [];
  /** Which histogram each leaf has; -1 for none. */
  readonly #slot: number[] = [];
  /** Histograms that no leaf has: few are made, so that they stay in the cache. */
  readonly #freeSlots: number[] = [];
  readonly #best: Split[] = [];
  #leafCount = 0;

  constructor(table: BinnedTable, params: LightGbmParams) {
    this.#table = table;
    this.#params = params;
    this.#search = new SplitSearch(params);
    this.#searchOfLarger = new SplitSearch(params);
    this.#kernel = new HistogramKernel(table);
    this.#hasPlainFeaturesOnly = table.features.every(isPlain);
    this.#moved = new Int32Array(table.rowCount);
  }

  /** @param gradients one a row @returns null if no split gains anything */
  grow(gradients: Float32Array): LightGbmTree | null {
    const { rowCount } = this.#table;
    const builder = new TreeBuilder();
    const { rows } = this.#kernel;
    for (let i = 0; i < rowCount; i++) rows[i] = i;
    this.#kernel.setGradients(gradients);
    let gradient = 0;
    for (let i = 0; i < rowCount; i++) gradient += gradients[i]!;
    for (let leaf = 0; leaf < this.#leafCount; leaf++) this.#releaseSlot(leaf);
    this.#leafCount = 0;
    this.#addLeaf(0, rowCount);
    if (rowCount >= 2 * this.#params.min_data_in_leaf) {
      this.#makeHistograms(0, { gradient, hessian: rowCount, rowCount }, null);
    }
    while (this.#leafCount < this.#params.num_leaves) {
      const leaf = this.#bestLeaf();
      const split = this.#best[leaf]!;
      if (!(split.gain > 0)) break;
      this.#splitLeaf(builder, leaf, split);
    }
    return this.#leafCount > 1 ? builder.finish(this.#params.min_gain_to_split) : null;
  }

  /** Calls back with each leaf's rows. */
  forEachLeaf(visit: (leaf: number, rows: Int32Array) => void): void {
    for (let leaf = 0; leaf < this.#leafCount; leaf++) visit(leaf, this.#rowsOf(leaf));
  }

  /** Gives its memory to the next grower. */
  release(): void {
    this.#kernel.release();
  }

  #rowsOf(leaf: number): Int32Array {
    const start = this.#leafStart[leaf]!;
    return this.#kernel.rows.subarray(start, start + this.#leafRows[leaf]!);
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
    this.#slot[leaf] = this.#freeSlots.pop() ?? this.#kernel.addSlot();
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

  #splitLeaf(builder: TreeBuilder, leaf: number, split: Split): void {
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
      this.#makeHistograms(leaf, left, { leaf: other, sums: right });
    } else this.#makeHistograms(other, right, { leaf, sums: left });
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

  /** Histograms and best splits of a new leaf and of its larger sibling, whose slot still holds the parent's. */
  #makeHistograms(
    leaf: number,
    sums: LeafSums,
    larger: { readonly leaf: number; readonly sums: LeafSums } | null,
  ): void {
    this.#takeSlot(leaf);
    const least = 2 * this.#params.min_data_in_leaf;
    const splits = sums.rowCount >= least;
    const splitsLarger = larger !== null && larger.sums.rowCount >= least;
    const [found, foundInLarger] = this.#kernel.leaves;
    this.#search.startLeaf(sums);
    this.#search.writeTo(found);
    if (larger) this.#searchOfLarger.startLeaf(larger.sums);
    if (larger) this.#searchOfLarger.writeTo(foundInLarger);
    const active = this.#kernel.grow({
      firstRow: this.#leafStart[leaf]!,
      rowCount: sums.rowCount,
      slot: this.#slot[leaf]!,
      gradient: sums.gradient,
      hessian: sums.hessian,
      parentSlot: larger && this.#slot[larger.leaf]!,
      subtracts: splitsLarger,
      scans: splits && this.#search.isPlain,
      scansLarger: splitsLarger && this.#searchOfLarger.isPlain,
    });
    if (splits) this.#finishSearch(this.#search, leaf, found, active);
    else this.#releaseSlot(leaf);
    if (larger && splitsLarger) this.#finishSearch(this.#searchOfLarger, larger.leaf, foundInLarger, active);
    else if (larger) this.#releaseSlot(larger.leaf);
  }

  /** Searches the features that the kernel leaves, and takes the best split. */
  #finishSearch(search: SplitSearch, leaf: number, found: Float64Array, active: Int32Array): void {
    const { features } = this.#table;
    const best = this.#best[leaf]!;
    search.takeFrom(found, features, best);
    if (search.isPlain && this.#hasPlainFeaturesOnly) return;
    const histogram = this.#kernel.histogram(this.#slot[leaf]!);
    const splittable = this.#kernel.splittable(this.#slot[leaf]!);
    for (const f of active) {
      const feature = features[f]!;
      if (search.isPlain && isPlain(feature)) continue;
      splittable[f] = search.search(feature, histogram, best) ? 1 : 0;
    }
  }
}
