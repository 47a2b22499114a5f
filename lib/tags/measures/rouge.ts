/** ROUGE (Lin 2004): likeness of two responses by their words. */
import { firstWords, words } from "../../text/index.js";
import { commonSubsequenceLength } from "./common-subsequence.js";

/** ROUGE-L leaves out words beyond it: the longest pair costs some 50 ms. Memory is proportional to the words. */
export const ROUGE_MAX_WORDS = 16_384;

/**
 * ROUGE-L F1: by the longest common subsequence of lower-cased words, without stemming.
 * @returns a value in [0, 1]; 1 where neither text has words, 0 where one has none
 */
export function rougeL(a: string, b: string): number {
  const wordsA = firstWords(a, ROUGE_MAX_WORDS);
  const wordsB = firstWords(b, ROUGE_MAX_WORDS);
  const { numbersA, numbersB, count } = number(wordsA, wordsB);
  return f1(commonSubsequenceLength(numbersA, numbersB, count), numbersA.length, numbersB.length);
}

/**
 * ROUGE-1 F1: by the words in common, each as often as in the text that has it less often. The measure of the
 * original's column `rouge`; its program also stems words, and knows only runs of a-z and 0-9 (it cuts at apostrophes,
 * and finds nothing in other scripts).
 * @returns a value in [0, 1]; 1 where neither text has words, 0 where one has none
 */
export function rouge1(a: string, b: string): number {
  const wordsA = words(a);
  const wordsB = words(b);
  const left = new Map<string, number>();
  for (const word of wordsA) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wordsB) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  return f1(common, wordsA.length, wordsB.length);
}

/** Harmonic mean of common/a and common/b. */
function f1(common: number, countA: number, countB: number): number {
  return countA + countB === 0 ? 1 : (2 * common) / (countA + countB);
}

/** Equal words get equal numbers, from 0 on. */
function number(
  a: readonly string[],
  b: readonly string[],
): { numbersA: Int32Array; numbersB: Int32Array; count: number } {
  const numberOf = new Map<string, number>();
  const numbersOf = (list: readonly string[]): Int32Array =>
    Int32Array.from(list, (word) => {
      const known = numberOf.get(word);
      if (known !== undefined) return known;
      numberOf.set(word, numberOf.size);
      return numberOf.size - 1;
    });
  return { numbersA: numbersOf(a), numbersB: numbersOf(b), count: numberOf.size };
}
