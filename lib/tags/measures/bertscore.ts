/**
 * BERTScore over any encoder's token vectors.
 *
 * Each token is matched with the most similar token of the other response (greedily: several may choose the same
 * one). Precision is the mean similarity of A's tokens, recall that of B's, F1 their harmonic mean; with idf
 * weights both means are weighted.
 * Source: Zhang, Kishore, Wu, Weinberger and Artzi 2019, arXiv 1904.09675, §3. As in the original of this
 * project: no idf weights, no rescaling, F1. A's and B's parts can be exchanged, so F1 has no direction.
 * Departures: marks around a text (`[CLS]`, `[SEP]`) are left out altogether, while the authors' code gives them no
 * weight and yet lets other tokens match them; texts are cut to {@link BERTSCORE_MAX_TOKENS} tokens, not to the 512
 * that the model takes; and results are kept within [0, 1].
 */
import { type TokenVectors, words } from "../../text/index.js";
import { matchTokens, type TokenMatch } from "./bertscore-matching.js";

export { matchTokens, type TokenMatch, type TokenMatching } from "./bertscore-matching.js";

/** Tokens beyond it are left out, so that a pair costs at most 65,536 products of vectors. */
export const BERTSCORE_MAX_TOKENS = 256;

export interface BertScore {
  /** How well A's tokens are met in B, in [0, 1]. */
  readonly precision: number;
  /** How well B's tokens are met in A, in [0, 1]. */
  readonly recall: number;
  readonly f1: number;
}

/** What a token weighs, at least 0; see {@link fitIdf}. */
export type TokenWeight = (token: string) => number;

export interface BertScoreOptions {
  /** Default: all tokens weigh the same. Where all tokens of a text weigh 0 they count alike. */
  readonly weightOf?: TokenWeight;
  /**
   * The score of texts that have nothing to do with each other, below 1: scores are rescaled so that it becomes 0
   * (lower ones too). Default: none.
   */
  readonly baseline?: number;
}

/** BERTScore of two texts: all 1 where neither has tokens, all 0 where one has none. */
export function bertScore(a: TokenVectors, b: TokenVectors, options: BertScoreOptions = {}): BertScore {
  const [countA, countB] = [a.vectors.length, b.vectors.length];
  if (countA === 0 || countB === 0) {
    const score = countA === countB ? 1 : 0;
    return { precision: score, recall: score, f1: score };
  }
  const { ofA, ofB } = matchTokens(a, b);
  const precision = meanSimilarity(ofA, a.tokens, options);
  const recall = meanSimilarity(ofB, b.tokens, options);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const rescale = (score: number): number => rescaled(score, options.baseline ?? 0);
  return { precision: rescale(precision), recall: rescale(recall), f1: rescale(f1) };
}

/** {@link bertScore}'s F1 without weights. */
export function greedyMatchF1(a: TokenVectors, b: TokenVectors): number {
  return bertScore(a, b).f1;
}

function meanSimilarity(
  matches: readonly TokenMatch[],
  tokens: readonly string[],
  { weightOf }: BertScoreOptions,
): number {
  let sum = 0;
  let weight = 0;
  for (const { from, similarity } of matches) {
    const share = weightOf?.(tokens[from]!) ?? 1;
    sum += share * similarity;
    weight += share;
  }
  if (weight === 0) return meanSimilarity(matches, tokens, {});
  return Math.min(1, Math.max(0, sum / weight));
}

function rescaled(score: number, baseline: number): number {
  return Math.max(0, (score - baseline) / (1 - baseline));
}

/**
 * Weights of rare tokens over frequent ones, from a corpus of responses: -log of the share of responses that hold
 * the token, with one added to both counts so that an unknown token has a weight too.
 * @param responses the tokens of each
 * @returns log((M + 1) / (m + 1)) for a token in m of M responses: 0 for a token in all of them
 * @see Zhang et al. 2019, §3, importance weighting
 */
export function fitIdf(responses: Iterable<readonly string[]>): TokenWeight {
  const frequency = new Map<string, number>();
  let count = 0;
  for (const tokens of responses) {
    count += 1;
    for (const token of new Set(tokens)) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  }
  return (token) => Math.log((count + 1) / ((frequency.get(token) ?? 0) + 1));
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
