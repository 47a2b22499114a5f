/** Greedy matching: each token with the most similar one of the other text. */
import type { TokenVectors } from "../../text/index.js";
import { dotProducts } from "./bertscore-kernel.js";

/** A token's best partner in the other text. */
export interface TokenMatch {
  /** Index of the token in its own text. */
  readonly from: number;
  /** Index of its partner in the other text; the first one where several are equally similar. */
  readonly to: number;
  /** Cosine of the two, in [-1, 1] but for rounding. */
  readonly similarity: number;
}

/** Both directions: two tokens need not be each other's best. */
export interface TokenMatching {
  readonly ofA: readonly TokenMatch[];
  readonly ofB: readonly TokenMatch[];
}

/**
 * The matching of two texts, for instance to draw it. Nothing is matched where either text has no token.
 * @throws {RangeError} for a vector that holds NaN, which no encoder may give
 */
export function matchTokens(a: TokenVectors, b: TokenVectors): TokenMatching {
  if (a.vectors.length === 0 || b.vectors.length === 0) return { ofA: [], ofB: [] };
  const [distinctA, distinctB] = [distinct(a.vectors), distinct(b.vectors)];
  const bestA = noneYet(distinctA.vectors.length);
  const bestB = noneYet(distinctB.vectors.length);
  dotProducts(distinctA.vectors, distinctB.vectors, (i, j, product) => {
    if (Number.isNaN(product)) throw new RangeError("a token's vector holds NaN: the encoder is broken");
    if (product > bestA.similarity[i]!) {
      bestA.similarity[i] = product;
      bestA.partner[i] = j;
    }
    if (product > bestB.similarity[j]!) {
      bestB.similarity[j] = product;
      bestB.partner[j] = i;
    }
  });
  return { ofA: toMatches(distinctA, bestA, distinctB), ofB: toMatches(distinctB, bestB, distinctA) };
}

/** Encoders without context give every occurrence of a word the same object: it is compared once. */
interface Distinct {
  readonly vectors: readonly Float32Array[];
  /** Where each of them first occurs. */
  readonly firstPlaces: readonly number[];
  /** For each token, which of them is its vector. */
  readonly placeOf: readonly number[];
}

function distinct(vectors: readonly Float32Array[]): Distinct {
  const known = new Map<Float32Array, number>();
  const firstPlaces: number[] = [];
  const placeOf = vectors.map((vector, i) => {
    const place = known.get(vector) ?? known.size;
    if (place === known.size) {
      known.set(vector, place);
      firstPlaces.push(i);
    }
    return place;
  });
  return { vectors: [...known.keys()], firstPlaces, placeOf };
}

interface Best {
  readonly similarity: Float64Array;
  readonly partner: Int32Array;
}

function noneYet(count: number): Best {
  return {
    similarity: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    partner: new Int32Array(count),
  };
}

function toMatches({ placeOf }: Distinct, best: Best, other: Distinct): TokenMatch[] {
  return placeOf.map((place, from) => ({
    from,
    to: other.firstPlaces[best.partner[place]!]!,
    similarity: best.similarity[place]!,
  }));
}
