/** All measures of one pair's responses that need an encoder, and all that need none. */
import { countTokens, dotProduct, type Encoder, type TokenVectors } from "../../text/index.js";
import type { Definitions } from "../definitions.js";
import { entitiesOf } from "../entities/entities-of.js";
import type { Features } from "../features.js";
import { BERTSCORE_MAX_TOKENS, greedyMatchF1, lengthPenalty } from "./bertscore.js";
import { intersectionOverTwiceB, intersectionOverUnion } from "./overlap.js";
import { rouge1, rougeL } from "./rouge.js";
import { toSimilarity } from "./similarity.js";

/**
 * Version of all that is measured here, but for entities and encoders, which have their own: it changes whenever a
 * value can, so that kept values are not taken for today's.
 */
export const MEASURES_ID = "rouge-lengths/2";

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

/** The measures on which the paper and the original's program differ. */
const OVERLAPS = {
  paper: { rouge: rougeL, entities: intersectionOverUnion },
  upstream: { rouge: rouge1, entities: intersectionOverTwiceB },
} as const satisfies Record<Definitions, object>;

/**
 * Overlap of entities and words, and lengths in LLaMA tokens. Defined for every text: likenesses in [0, 1],
 * rounded to 6 decimals, lengths integers ≥ 0.
 * @param definitions `paper`: ROUGE-L, entities in common over all entities; `upstream`: ROUGE-1, and the original's "union"
 * @param isWanted only these columns are computed
 */
export function measurePlain(
  { prompt, completionA, completionB }: PairTexts,
  definitions: Definitions,
  isWanted: (column: keyof PlainMeasures) => boolean,
): Partial<PlainMeasures> {
  const overlap = OVERLAPS[definitions];
  let lengths: readonly [number, number] | undefined;
  const length = (choose: (a: number, b: number) => number) => (): number => {
    if (lengths === undefined) {
      const lengthA = countTokens(completionA);
      lengths = [lengthA, completionB === completionA ? lengthA : countTokens(completionB)];
    }
    return choose(...lengths);
  };
  const compute: Record<keyof PlainMeasures, () => number> = {
    entity_sim: () => toSimilarity(overlap.entities(entitiesOf(completionA), entitiesOf(completionB))),
    rouge: () => toSimilarity(overlap.rouge(completionA, completionB)),
    len_longer: length(Math.max),
    len_shorter: length(Math.min),
    prompt_len: () => countTokens(prompt),
    token_len_diff: length((a, b) => Math.abs(a - b)),
  };
  return Object.fromEntries(PLAIN_COLUMNS.filter(isWanted).map((column) => [column, compute[column]()]));
}

/**
 * Cosine similarity and BERTScore of many pairs, each text encoded once; in [0, 1], rounded to 6 decimals.
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
      bertscore: toSimilarity(bertscore),
      bertscore_length: toSimilarity(bertscore * lengthPenalty(completionA, completionB)),
      cosine_sim: a === b ? 1 : toSimilarity(dotProduct(vectors[a]!, vectors[b]!)),
    };
  });
}
