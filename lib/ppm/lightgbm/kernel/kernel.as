/**
 * Histograms of a new leaf and of its larger sibling, and their best splits by plain features. AssemblyScript.
 * Features are taken by four, so that what is summed is scanned while it is in the cache.
 */
import { binCountOf, FEATURE_BYTES, isPlain } from "./feature";
import { clear, fillFour, fillOne, gather, restoreMostFrequentBin } from "./fill";
import { scan } from "./scan";
import { subtractAndSum, sumRightSides } from "./sums";

/** Where everything lies, all addresses; see `kernel.ts`. */
let featuresAt: usize = 0;
let featureCount: u32 = 0;
let activeAt: usize = 0;
let gradientsAt: usize = 0;
let gatheredAt: usize = 0;
let sumsAt: usize = 0;
let largerSumsAt: usize = 0;
/** The smaller leaf and the larger one; see `scan.as`. */
let leafAt: usize = 0;
let largerLeafAt: usize = 0;

export function place(
  features: usize,
  count: u32,
  active: usize,
  gradients: usize,
  gathered: usize,
  sums: usize,
  largerSums: usize,
  leaf: usize,
  largerLeaf: usize,
): void {
  featuresAt = features;
  featureCount = count;
  activeAt = active;
  gradientsAt = gradients;
  gatheredAt = gathered;
  sumsAt = sums;
  largerSumsAt = largerSums;
  leafAt = leaf;
  largerLeafAt = largerLeaf;
}

/**
 * @param histogram of the smaller leaf, whatever it holds
 * @param larger the parent's histogram, which becomes the larger leaf's; 0 for none
 * @param splittable one byte a feature: whether it may split the smaller leaf
 * @param largerSplittable the same for the parent, and then for the larger leaf; 0 for no parent
 * @param gradient what the smaller leaf sums up to
 * @param scans bit 0: scan the smaller leaf; bit 1: scan the larger one
 * @returns how many features may split the parent
 */
export function grow(
  rows: usize,
  rowCount: u32,
  histogram: usize,
  larger: usize,
  splittable: usize,
  largerSplittable: usize,
  gradient: f64,
  hessian: f64,
  scans: u32,
): u32 {
  gather(rows, rowCount, gradientsAt, gatheredAt);
  const count = listActive(splittable, largerSplittable);
  for (let from: u32 = 0; from < count; from += 4) {
    const to = min(from + 4, count);
    fill(histogram, from, to, rows, rowCount);
    for (let i = from; i < to; i++) {
      const f = load<u32>(activeAt + (i << 2));
      const feature = featuresAt + f * FEATURE_BYTES;
      restoreMostFrequentBin(histogram, feature, gradient, hessian);
      if (larger !== 0) subtractAndSum(larger, histogram, feature, sumsAt, largerSumsAt);
      else if (scans & 1) sumRightSides(histogram, feature, sumsAt);
      if (!isPlain(feature)) continue;
      const bins = binCountOf(feature);
      if (scans & 1) store<u8>(splittable + f, <u8>scan(sumsAt, bins, leafAt, f));
      if (scans & 2) store<u8>(largerSplittable + f, <u8>scan(largerSumsAt, bins, largerLeafAt, f));
    }
  }
  return count;
}

/** Lists the features that may split the parent. @returns how many */
function listActive(splittable: usize, parentSplittable: usize): u32 {
  let count: u32 = 0;
  for (let f: u32 = 0; f < featureCount; f++) {
    const may: u8 = parentSplittable !== 0 ? load<u8>(parentSplittable + f) : 1;
    store<u8>(splittable + f, may);
    if (may) store<u32>(activeAt + (count++ << 2), f);
  }
  return count;
}

function activeFeature(i: u32): usize {
  return featuresAt + load<u32>(activeAt + (i << 2)) * FEATURE_BYTES;
}

function fill(histogram: usize, from: u32, to: u32, rows: usize, rowCount: u32): void {
  for (let i = from; i < to; i++) clear(histogram, activeFeature(i));
  if (to - from < 4) {
    for (let i = from; i < to; i++) fillOne(histogram, activeFeature(i), rows, rowCount, gatheredAt);
    return;
  }
  const a = activeFeature(from);
  const b = activeFeature(from + 1);
  const c = activeFeature(from + 2);
  const d = activeFeature(from + 3);
  fillFour(histogram, a, b, c, d, rows, rowCount, gatheredAt);
}
