/** All measures of one pair's responses that need an encoder, and all that need none. */
import {
  countTokens as countTokensOf,
  createMemo,
  dotProduct,
  type Encoder,
  type TokenVectors,
} from "../../text/index.js";
import { entitiesOf } from "../entities/entities-of.js";
import type { Features } from "../features.js";
import { BERTSCORE_MAX_TOKENS, greedyMatchF1, lengthPenalty } from "./bertscore.js";
import { intersectionOverUnion } from "./overlap.js";
import { rougeL } from "./rouge.js";

/** Each response is counted for three columns, and often for several pairs. */
const tokenCounts = createMemo<number>(5_000);
const countTokens = (text: string): number => tokenCounts(text, countTokensOf);

/** What is measured of a pair. */
export interface PairTexts {
  readonly prompt: string;
  readonly completionA: string;
  readonly completionB: string;
}

export type PlainMeasures = Pick<
  Features,
  "entity_sim" | "rouge" | "len_longer" | "len_shorter" | "prompt_len" | "token_len_diff"
>;
export type EncodedMeasures = Pick<Features, "bertscore" | "bertscore_length" | "cosine_sim">;

/** Columns that are filled by {@link measurePlain}, most costly first. */
export const PLAIN_COLUMNS = [
  "entity_sim",
  "rouge",
  "len_longer",
  "len_shorter",
  "prompt_len",
  "token_len_diff",
] as const;
export const ENCODED_COLUMNS = ["bertscore", "bertscore_length", "cosine_sim"] as const;

/** Overlap of entities and words, and lengths in LLaMA tokens; only the wanted columns are computed. */
export function measurePlain(
  { prompt, completionA, completionB }: PairTexts,
  isWanted: (column: keyof PlainMeasures) => boolean,
): Partial<PlainMeasures> {
  const length = (choose: (a: number, b: number) => number) => (): number =>
    choose(countTokens(completionA), countTokens(completionB));
  const compute: Record<keyof PlainMeasures, () => number> = {
    entity_sim: () => intersectionOverUnion(entitiesOf(completionA), entitiesOf(completionB)),
    rouge: () => rougeL(completionA, completionB),
    len_longer: length(Math.max),
    len_shorter: length(Math.min),
    prompt_len: () => countTokens(prompt),
    token_len_diff: length((a, b) => Math.abs(a - b)),
  };
  return Object.fromEntries(PLAIN_COLUMNS.filter(isWanted).map((column) => [column, compute[column]()]));
}

/**
 * Cosine similarity and BERTScore of many pairs, each text encoded once.
 * Cosines below 0 (texts that share nothing, by chance of hashing) count as 0.
 */
export async function measureEncoded(
  pairs: readonly PairTexts[],
  encoder: Encoder,
): Promise<EncodedMeasures[]> {
  const texts = [...new Set(pairs.flatMap(({ completionA, completionB }) => [completionA, completionB]))];
  const placeOf = new Map(texts.map((text, i) => [text, i]));
  const vectors = await encoder.encodeText(texts);
  const tokens = await encoder.encodeTokens(texts, BERTSCORE_MAX_TOKENS);
  return pairs.map(({ completionA, completionB }) => {
    const [a, b] = [placeOf.get(completionA)!, placeOf.get(completionB)!];
    const bertscore = greedyMatchF1(tokens[a] as TokenVectors, tokens[b] as TokenVectors);
    return {
      bertscore,
      bertscore_length: bertscore * lengthPenalty(completionA, completionB),
      cosine_sim: a === b ? 1 : Math.min(1, Math.max(0, dotProduct(vectors[a]!, vectors[b]!))),
    };
  });
}
