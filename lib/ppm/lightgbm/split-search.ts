/**
 * The best split of one leaf by one feature, from the feature's histogram.
 * Source: Ke et al. 2017; gain and leaf values as in Chen & Guestrin 2016 (XGBoost), eq. 7, with an L1 penalty.
 * The order of additions is that of LightGBM 4, since it decides between splits of equal gain.
 */
import type { BinnedFeature } from "./binned-table.js";
import { EPSILON } from "./float-limits.js";
import { leafGain, leafOutput } from "./leaf-gain.js";
import type { LightGbmParams } from "./params.js";
import type { LeafSums, Split } from "./split.js";

/** Searches features of one leaf after another; keeps no state between leaves. */
export class SplitSearch {
  readonly #params: LightGbmParams;
  #leastHessian = 0;
  /** Whether sums of second derivatives, which are all 1, count the leaf's rows, but for rounding. */
  #sumsCountRows = true;
  #rowCount = 0;
  #gradient = 0;
  #hessian = 0;
  /** Gain of the leaf as it stands, and the least gain asked for. */
  #gainToBeat = 0;
  #isPlain = true;
  #canSplit = false;
  /** -Infinity for none worth looking at. */
  #bestGain = 0;
  #bestBin = 0;
  #bestLeftGradient = 0;
  #bestLeftHessian = 0;

  constructor(params: LightGbmParams) {
    this.#params = params;
  }

  /** Must be called before the leaf's features are searched. */
  startLeaf({ gradient, hessian, rowCount }: LeafSums): void {
    this.#gradient = gradient;
    this.#hessian = hessian + 2 * EPSILON;
    this.#rowCount = rowCount;
    // They do not where zeros are missing values but most rows are below zero: there LightGBM leaves rows out of a side.
    this.#sumsCountRows = Math.abs(hessian - rowCount) < 0.25;
    const { lambda_l1, lambda_l2, min_gain_to_split, min_data_in_leaf, min_sum_hessian_in_leaf } =
      this.#params;
    this.#leastHessian = this.#sumsCountRows
      ? Math.max(min_data_in_leaf - 0.5, min_sum_hessian_in_leaf)
      : min_sum_hessian_in_leaf;
    this.#isPlain = this.#sumsCountRows && lambda_l1 === 0;
    this.#gainToBeat = leafGain(gradient, this.#hessian, lambda_l1, lambda_l2) + min_gain_to_split;
  }

  /** Whether the kernel may search plain features: no penalty is L1, second derivatives count rows. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /** Tells the kernel of the leaf; see `kernel/scan.as`. */
  writeTo(leaf: Float64Array): void {
    leaf[0] = this.#gradient;
    leaf[1] = this.#hessian;
    leaf[2] = this.#leastHessian;
    leaf[3] = this.#gainToBeat;
    leaf[4] = this.#params.lambda_l2;
    leaf[5] = Number.NEGATIVE_INFINITY;
  }

  /** Replaces `best` if the kernel found a better split. */
  takeFrom(leaf: Float64Array, features: readonly BinnedFeature[], best: Split): void {
    const gain = leaf[5]!;
    if (gain === Number.NEGATIVE_INFINITY) return;
    const feature = features[leaf[8]!]!;
    this.#bestLeftGradient = this.#gradient - leaf[6]!;
    this.#bestLeftHessian = this.#hessian - leaf[7]!;
    this.#bestBin = leaf[9]! - 1;
    this.#offer(feature, gain, feature.mapper.missing !== "nan", best);
  }

  /**
   * Replaces `best` if this feature splits the leaf better.
   * @param histogram gradient and hessian of each bin, alternating
   * @returns whether any split of this feature gains anything; if none does, none of the leaf's parts will
   */
  search(feature: BinnedFeature, histogram: Float64Array, best: Split): boolean {
    const { missing, binCount } = feature.mapper;
    const bothWays = binCount > 2 && missing !== "none";
    this.#canSplit = false;
    this.#scanDown(feature, histogram, bothWays);
    let gain = this.#bestGain - this.#gainToBeat;
    let missingGoLeft = bothWays || missing !== "nan";
    if (bothWays) {
      const { bin, leftGradient, leftHessian } = this.#found();
      this.#scanUp(feature, histogram);
      if (this.#bestGain > gain + this.#gainToBeat) {
        gain = this.#bestGain - this.#gainToBeat;
        missingGoLeft = false;
      } else {
        this.#bestBin = bin;
        this.#bestLeftGradient = leftGradient;
        this.#bestLeftHessian = leftHessian;
      }
    }
    if (gain > Number.NEGATIVE_INFINITY) this.#offer(feature, gain, missingGoLeft, best);
    return this.#canSplit;
  }

  #found() {
    return { bin: this.#bestBin, leftGradient: this.#bestLeftGradient, leftHessian: this.#bestLeftHessian };
  }

  /** From the last bin down: what has been passed is the right side; missing values are on the left. */
  #scanDown({ mapper, start }: BinnedFeature, histogram: Float64Array, missingApart: boolean): void {
    const { lambda_l1, lambda_l2 } = this.#params;
    const leastHessian = this.#leastHessian;
    const sumsCountRows = this.#sumsCountRows;
    const leastRows = sumsCountRows ? 0 : this.#params.min_data_in_leaf;
    const rowCount = this.#rowCount;
    const gradient = this.#gradient;
    const hessian = this.#hessian;
    const gainToBeat = this.#gainToBeat;
    const skipped = missingApart && mapper.missing === "zero" ? mapper.zeroBin : -1;
    const nanBins = missingApart && mapper.missing === "nan" ? 1 : 0;
    let rightGradient = 0;
    let rightHessian = EPSILON;
    let rightRows = 0;
    let canSplit = false;
    let bestGain = Number.NEGATIVE_INFINITY;
    let bestBin = 0;
    let bestLeftGradient = 0;
    let bestLeftHessian = 0;
    for (let bin = mapper.binCount - 1 - nanBins; bin >= 1; bin--) {
      if (bin === skipped) continue;
      const at = (start + bin) << 1;
      rightGradient += histogram[at]!;
      rightHessian += histogram[at + 1]!;
      if (!sumsCountRows) rightRows += this.#rowsIn(histogram[at + 1]!);
      if (rightHessian < leastHessian || rightRows < leastRows) continue;
      if (rowCount - rightRows < leastRows) break;
      const leftHessian = hessian - rightHessian;
      if (leftHessian < leastHessian) break;
      const leftGradient = gradient - rightGradient;
      const gain =
        leafGain(leftGradient, leftHessian, lambda_l1, lambda_l2) +
        leafGain(rightGradient, rightHessian, lambda_l1, lambda_l2);
      if (gain <= gainToBeat) continue;
      canSplit = true;
      if (!(gain > bestGain)) continue;
      bestGain = gain;
      bestBin = bin - 1;
      bestLeftGradient = leftGradient;
      bestLeftHessian = leftHessian;
    }
    if (canSplit) this.#canSplit = true;
    this.#bestGain = bestGain;
    this.#bestBin = bestBin;
    this.#bestLeftGradient = bestLeftGradient;
    this.#bestLeftHessian = bestLeftHessian;
  }

  /** Rows of a bin, from its share of the leaf's second derivatives. */
  #rowsIn(hessian: number): number {
    return Math.trunc(hessian * (this.#rowCount / this.#hessian) + 0.5);
  }

  /** From the first bin up: what has been passed is the left side; missing values are on the right. */
  #scanUp({ mapper, start }: BinnedFeature, histogram: Float64Array): void {
    const { lambda_l1, lambda_l2 } = this.#params;
    const leastHessian = this.#leastHessian;
    const sumsCountRows = this.#sumsCountRows;
    const leastRows = sumsCountRows ? 0 : this.#params.min_data_in_leaf;
    const rowCount = this.#rowCount;
    const skipped = mapper.missing === "zero" ? mapper.zeroBin : -1;
    const firstStored = mapper.mostFrequentBin === 0 ? 1 : 0;
    let leftGradient = 0;
    let leftHessian = EPSILON;
    let leftRows = 0;
    let bin = firstStored;
    if (mapper.missing === "nan" && firstStored === 1) {
      // The first bin's sums are what the others leave of the leaf's.
      leftGradient = this.#gradient;
      leftHessian = this.#hessian - EPSILON;
      if (!sumsCountRows) leftRows = rowCount;
      for (let other = 1; other < mapper.binCount; other++) {
        leftGradient -= histogram[(start + other) << 1]!;
        leftHessian -= histogram[((start + other) << 1) + 1]!;
        if (!sumsCountRows) leftRows -= this.#rowsIn(histogram[((start + other) << 1) + 1]!);
      }
      bin = 0;
    }
    this.#bestGain = Number.NEGATIVE_INFINITY;
    for (; bin <= mapper.binCount - 2; bin++) {
      if (bin === skipped) continue;
      if (bin >= firstStored) {
        leftGradient += histogram[(start + bin) << 1]!;
        leftHessian += histogram[((start + bin) << 1) + 1]!;
        if (!sumsCountRows) leftRows += this.#rowsIn(histogram[((start + bin) << 1) + 1]!);
      }
      if (leftHessian < leastHessian || leftRows < leastRows) continue;
      if (rowCount - leftRows < leastRows) break;
      const rightHessian = this.#hessian - leftHessian;
      if (rightHessian < leastHessian) break;
      const rightGradient = this.#gradient - leftGradient;
      const gain =
        leafGain(leftGradient, leftHessian, lambda_l1, lambda_l2) +
        leafGain(rightGradient, rightHessian, lambda_l1, lambda_l2);
      if (gain <= this.#gainToBeat) continue;
      this.#canSplit = true;
      if (!(gain > this.#bestGain)) continue;
      this.#bestGain = gain;
      this.#bestBin = bin;
      this.#bestLeftGradient = leftGradient;
      this.#bestLeftHessian = leftHessian;
    }
  }

  /** The split found by the last scan, if it is better. */
  #offer(feature: BinnedFeature, gain: number, missingGoLeft: boolean, best: Split): void {
    const { column } = feature;
    if (gain < best.gain || (gain === best.gain && best.column >= 0 && best.column < column)) return;
    const { lambda_l1, lambda_l2 } = this.#params;
    best.column = column;
    best.feature = feature;
    best.thresholdBin = this.#bestBin;
    best.gain = gain;
    best.missingGoLeft = missingGoLeft;
    best.leftGradient = this.#bestLeftGradient;
    best.leftHessian = this.#bestLeftHessian - EPSILON;
    best.leftOutput = leafOutput(this.#bestLeftGradient, this.#bestLeftHessian, lambda_l1, lambda_l2);
    const rightGradient = this.#gradient - this.#bestLeftGradient;
    const rightHessian = this.#hessian - this.#bestLeftHessian;
    best.rightGradient = rightGradient;
    best.rightHessian = rightHessian - EPSILON;
    best.rightOutput = leafOutput(rightGradient, rightHessian, lambda_l1, lambda_l2);
  }
}
