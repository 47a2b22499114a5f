/** A feature as the kernel sees it: eight numbers of 32 bits in its memory, which `kernel.ts` writes. */

export const FEATURE_BYTES: usize = 32;

/** Address of the bin of each row, 16 bits each. */
export function binsOf(feature: usize): usize {
  return load<u32>(feature);
}

/** Where its bins start in a histogram, in bytes. A bin has 16: the sum of gradients, that of second derivatives. */
export function startOf(feature: usize): usize {
  return load<u32>(feature, 4);
}

export function binCountOf(feature: usize): u32 {
  return load<u32>(feature, 8);
}

export function mostFrequentBinOf(feature: usize): u32 {
  return load<u32>(feature, 12);
}

/** Whether one scan down finds its best split: no values are missing that could go either way. */
export function isPlain(feature: usize): bool {
  return load<u32>(feature, 16) !== 0;
}
