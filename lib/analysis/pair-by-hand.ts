/** One pair measure by measure, each value with what it was counted from: for reading, not for the pipeline. */
import type { Preference } from "../datasets/index.js";
import {
  type Bins,
  binLength,
  binSimilarity,
  type Features,
  findEntities,
  LENGTH_MEASURES,
  MEASURES,
  type Measure,
  rougeL,
} from "../tags/index.js";
import { countTokens, words } from "../text/index.js";

export type MeasureByHand = {
  readonly measure: Measure;
  readonly value: number;
  /** Which of its three tags that is. */
  readonly bin: "low" | "middle" | "high";
  /** The counts that the value comes from; empty for those of an encoder. */
  readonly from: string;
};

const BIN_NAMES = ["low", "middle", "high"] as const;

/**
 * The nine measures of a pair, in vocabulary order.
 * @param features of the pair, by the paper's definitions
 * @param bins fitted to the corpus that the pair belongs to
 */
export function measuresByHand(
  pair: Pick<Preference, "prompt" | "completionA" | "completionB">,
  features: Features,
  bins: Bins,
): MeasureByHand[] {
  const counted = countsOf(pair);
  return MEASURES.flatMap((measure) => {
    const value = features[measure];
    if (value === null) return [];
    const [bin = 0] = isLength(measure)
      ? binLength(value, bins.lengths[measure], "half-open").bins
      : binSimilarity(value, "half-open").bins;
    return [{ measure, value, bin: BIN_NAMES[bin], from: counted[measure] ?? "" }];
  });
}

function isLength(measure: Measure): measure is (typeof LENGTH_MEASURES)[number] {
  return (LENGTH_MEASURES as readonly Measure[]).includes(measure);
}

function countsOf({
  prompt,
  completionA,
  completionB,
}: Pick<Preference, "prompt" | "completionA" | "completionB">) {
  const [wordsA, wordsB] = [words(completionA).length, words(completionB).length];
  const [tokensA, tokensB] = [countTokens(completionA), countTokens(completionB)];
  // F1 = 2 · common / (words of A + words of B).
  const common = Math.round((rougeL(completionA, completionB) * (wordsA + wordsB)) / 2);
  const names = (text: string): string =>
    [...new Set(findEntities(text).map((entity) => entity.text))].join(", ") || "none";
  const tokens = `${tokensA} tokens in A, ${tokensB} in B`;
  const counts: Partial<Record<Measure, string>> = {
    bertscore_length: `BERTScore × exp(1 − ${Math.max(wordsA, wordsB)}/${Math.min(wordsA, wordsB)} words)`,
    entity_sim: `A: ${names(completionA)}; B: ${names(completionB)}`,
    rouge: `${common} words in the same order, of ${wordsA} in A and ${wordsB} in B`,
    len_longer: tokens,
    len_shorter: tokens,
    prompt_len: `${countTokens(prompt)} tokens`,
    token_len_diff: tokens,
  };
  return counts;
}
