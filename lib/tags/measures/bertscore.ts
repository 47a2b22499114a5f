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
  const best = bestMatches(stack(a.vectors), stack(b.vectors), a.vectors[0]!.length);
  const precision = clampedMean(best.ofA.subarray(0, countA));
  const recall = clampedMean(best.ofB.subarray(0, countB));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Vectors in one array; an odd last one twice, which changes no maximum and lets the loop below go by twos. */
function stack(vectors: readonly Float32Array[]): Float32Array {
  const dimension = vectors[0]!.length;
  const even = vectors.length % 2 === 0 ? vectors : [...vectors, vectors.at(-1)!];
  const stacked = new Float32Array(even.length * dimension);
  for (const [i, vector] of even.entries()) stacked.set(vector, i * dimension);
  return stacked;
}

/**
 * The greatest product of each vector with any of the other side. The inner loop of the whole extraction:
 * two rows by two columns at a time halve what is loaded.
 */
function bestMatches(
  a: Float32Array,
  b: Float32Array,
  dimension: number,
): { ofA: Float64Array; ofB: Float64Array } {
  const ofA = new Float64Array(a.length / dimension).fill(-1);
  const ofB = new Float64Array(b.length / dimension).fill(-1);
  for (let i = 0; i < ofA.length; i += 2) {
    const rowA = i * dimension;
    for (let j = 0; j < ofB.length; j += 2) {
      const rowB = j * dimension;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let k = 0; k < dimension; k++) {
        const a0 = a[rowA + k]!;
        const a1 = a[rowA + dimension + k]!;
        const b0 = b[rowB + k]!;
        const b1 = b[rowB + dimension + k]!;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s10 += a1 * b0;
        s11 += a1 * b1;
      }
      ofA[i] = Math.max(ofA[i]!, s00, s01);
      ofA[i + 1] = Math.max(ofA[i + 1]!, s10, s11);
      ofB[j] = Math.max(ofB[j]!, s00, s10);
      ofB[j + 1] = Math.max(ofB[j + 1]!, s01, s11);
    }
  }
  return { ofA, ofB };
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
