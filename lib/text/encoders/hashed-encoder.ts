/**
 * The model-free encoder: words and their character n-grams, hashed with a sign into a fixed number of
 * dimensions (Weinberger et al. 2009, feature hashing). It sees shared words and shared stems, no meaning.
 */
import { type Encoder, normalize, type TokenVectors } from "../encoder.js";
import { FUNCTION_WORDS } from "../function-words.js";
import { hashText } from "../hash-text.js";
import { createMemo } from "../memo.js";
import { wordsOrSigns } from "./word-tokens.js";

const TEXT_DIMENSION = 1024;
/** Smaller than for texts: matching costs tokens × tokens × dimension. */
const TOKEN_DIMENSION = 128;
/** Words are compared by n-grams of these lengths, with their boundaries marked. */
const GRAM_LENGTHS = [3, 4] as const;
/** N-grams come from the first characters of a word only, so that a megabyte without a space costs little. */
const MAX_WORD_LENGTH = 48;
/** The share of a word's squared weight that its n-grams carry; the word itself carries the rest. */
const GRAM_SHARE = 0.4;
/** What function words weigh: they say little about what a text is about. */
const FUNCTION_WORD_WEIGHT = 0.2;
/** How much a token's vector holds of each neighbour's. */
const NEIGHBOUR_WEIGHT = 0.25;

/** A word's features: dimension and signed weight, of squared sum 1. */
interface WordFeatures {
  readonly places: Uint32Array;
  readonly weights: Float32Array;
}

/** Deterministic, without state that shows: equal texts give equal vectors everywhere. */
export function createHashedEncoder(): Encoder {
  return {
    id: `hashed-words-grams/1-${TEXT_DIMENSION}-${TOKEN_DIMENSION}`,
    dimension: TEXT_DIMENSION,
    encodeText: (texts) => Promise.resolve(texts.map(encodeText)),
    encodeTokens: (texts, maxTokens) => Promise.resolve(texts.map((text) => encodeTokens(text, maxTokens))),
  };
}

function encodeText(text: string): Float32Array {
  const frequencies = new Map<string, number>();
  for (const word of wordsOrSigns(text)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  const vector = new Float32Array(TEXT_DIMENSION);
  for (const [word, frequency] of frequencies) {
    const weight = (1 + Math.log(frequency)) * (FUNCTION_WORDS.has(word) ? FUNCTION_WORD_WEIGHT : 1);
    addWord(vector, word, weight);
  }
  return normalize(vector);
}

function encodeTokens(text: string, maxTokens: number): TokenVectors {
  const tokens = wordsOrSigns(text).slice(0, maxTokens);
  const vectors = tokens.map((token, i) => {
    const vector = new Float32Array(TOKEN_DIMENSION);
    addWord(vector, token, 1);
    for (const neighbour of [tokens[i - 1], tokens[i + 1]]) {
      if (neighbour !== undefined) addWord(vector, neighbour, NEIGHBOUR_WEIGHT);
    }
    return normalize(vector);
  });
  return { tokens, vectors };
}

const memo = createMemo<WordFeatures>(100_000);

/** Adds a word's features; dimensions are powers of two, so one hash serves vectors of every size. */
function addWord(vector: Float32Array, word: string, weight: number): void {
  const { places, weights } = memo(word.slice(0, MAX_WORD_LENGTH), wordFeatures);
  const mask = vector.length - 1;
  for (let i = 0; i < places.length; i++) vector[places[i]! & mask]! += weight * weights[i]!;
}

function wordFeatures(word: string): WordFeatures {
  const marked = `<${word}>`;
  const grams = GRAM_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, i) => marked.slice(i, i + length)),
  );
  const hashes = [hashText(marked, 1), ...grams.map((gram) => hashText(gram, 2))];
  const gramWeight = Math.sqrt(GRAM_SHARE / Math.max(1, grams.length));
  const wordWeight = Math.sqrt(grams.length > 0 ? 1 - GRAM_SHARE : 1);
  return {
    places: Uint32Array.from(hashes),
    // The sign comes from the highest bit, which no dimension uses.
    weights: Float32Array.from(
      hashes,
      (hash, i) => (i === 0 ? wordWeight : gramWeight) * (hash >>> 31 ? -1 : 1),
    ),
  };
}
