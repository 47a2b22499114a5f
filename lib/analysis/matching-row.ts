/** BERTScore's matching of two texts in the shape that the figure draws. */
import { BERTSCORE_MAX_TOKENS, matchTokens } from "../tags/index.js";
import { dotProduct, type Encoder } from "../text/index.js";

export interface MatchingRow {
  readonly tokensA: readonly string[];
  readonly tokensB: readonly string[];
  readonly similarity: readonly (readonly number[])[];
  readonly matchOfA: readonly number[];
  readonly matchOfB: readonly number[];
}

/** Every token of one text beside every token of the other, their cosines, and the partner that each one takes. */
export async function matchingRow(encoder: Encoder, textA: string, textB: string): Promise<MatchingRow> {
  const [a, b] = await encoder.encodeTokens([textA, textB], BERTSCORE_MAX_TOKENS);
  const { ofA, ofB } = matchTokens(a!, b!);
  return {
    tokensA: a!.tokens,
    tokensB: b!.tokens,
    similarity: a!.vectors.map((rowVector) => b!.vectors.map((vector) => dotProduct(rowVector, vector))),
    matchOfA: ofA.map(({ to }) => to),
    matchOfB: ofB.map(({ to }) => to),
  };
}
