/** ROUGE-L (Lin 2004): likeness of two responses by their longest common subsequence of words. */
import { words } from "../../text/index.js";

/** Words beyond it are left out, so that the longest pair costs some 50 ms. */
export const ROUGE_MAX_WORDS = 4096;

/**
 * F1 of the longest common subsequence of lower-cased words, without stemming.
 * Departure from the original, whose column of this name holds ROUGE-1.
 * @returns a value in [0, 1]; 1 where neither text has words, 0 where one has none
 */
export function rougeL(a: string, b: string): number {
  const wordsA = words(a).slice(0, ROUGE_MAX_WORDS);
  const wordsB = words(b).slice(0, ROUGE_MAX_WORDS);
  if (wordsA.length + wordsB.length === 0) return 1;
  // F1 of common/a and common/b.
  return (2 * commonSubsequenceLength(wordsA, wordsB)) / (wordsA.length + wordsB.length);
}

/** Length of the longest common subsequence; time |a|·|b|, memory |b|. */
function commonSubsequenceLength(a: readonly string[], b: readonly string[]): number {
  const numberOf = new Map<string, number>();
  for (const word of b) if (!numberOf.has(word)) numberOf.set(word, numberOf.size);
  const numbersB = Int32Array.from(b, (word) => numberOf.get(word)!);
  const best = new Int32Array(b.length + 1);
  for (const word of a) {
    const number = numberOf.get(word);
    if (number === undefined) continue;
    let diagonal = 0;
    for (let j = 1; j <= numbersB.length; j++) {
      const above = best[j]!;
      if (numbersB[j - 1] === number) best[j] = diagonal + 1;
      else if (best[j - 1]! > above) best[j] = best[j - 1]!;
      diagonal = above;
    }
  }
  return best[b.length]!;
}
