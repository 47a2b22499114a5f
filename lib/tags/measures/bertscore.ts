/**
 * BERTScore (Zhang et al. 2019) over any encoder's token vectors: each token is matched with the most
 * similar token of the other response. No weights, no rescaling.
 */
import { type TokenVectors, words } from "../../text/index.js";

/** Tokens beyond it are left out, so that a pair costs at most 65,536 products of vectors. */
export const BERTSCORE_MAX_TOKENS = 256;

/** F1 of greedy matching, in [0, 1]; 1 where neither side has tokens, 0 where one has none. */
export function greedyMatchF1(a: TokenVectors, b: TokenVectors): number {
  const countA = a.vectors.length;
  const countB = b.vectors.length;
  if (countA === 0 || countB === 0) return countA === countB ? 1 : 0;
  const bestOfA = new Float64Array(countA).fill(-1);
  const bestOfB = new Float64Array(countB).fill(-1);
  for (let i = 0; i < countA; i++) {
    const vector = a.vectors[i]!;
    for (let j = 0; j < countB; j++) {
      const similarity = product(vector, b.vectors[j]!);
      if (similarity > bestOfA[i]!) bestOfA[i] = similarity;
      if (similarity > bestOfB[j]!) bestOfB[j] = similarity;
    }
  }
  const precision = clampedMean(bestOfA);
  const recall = clampedMean(bestOfB);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Dot product, four sums at a time: the inner loop of the whole extraction. Lengths are multiples of four. */
function product(a: Float32Array, b: Float32Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = a.length & ~3;
  for (let k = 0; k < whole; k += 4) {
    s0 += a[k]! * b[k]!;
    s1 += a[k + 1]! * b[k + 1]!;
    s2 += a[k + 2]! * b[k + 2]!;
    s3 += a[k + 3]! * b[k + 3]!;
  }
  for (let k = whole; k < a.length; k++) s0 += a[k]! * b[k]!;
  return s0 + s1 + s2 + s3;
}

function clampedMean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return Math.min(1, Math.max(0, sum / values.length));
}

/**
 * The factor of the length-adjusted BERTScore: exp(1 - longer/shorter) in words, as BLEU's brevity penalty
 * but symmetrical; the original's formula.
 * @returns a value in [0, 1]; 1 for equal lengths, 0 where only one text has words
 */
export function lengthPenalty(a: string, b: string): number {
  const countA = words(a).length;
  const countB = words(b).length;
  if (countA === countB) return 1;
  return Math.exp(1 - Math.max(countA, countB) / Math.min(countA, countB));
}
