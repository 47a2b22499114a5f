/** Encoders: from texts to vectors. Measures of likeness take any of them, model-free or neural. */

/** The tokens of one text and their vectors, one each. */
export interface TokenVectors {
  readonly tokens: readonly string[];
  readonly vectors: readonly Float32Array[];
}

export interface Encoder {
  /** Name and version: it goes into manifests, so it changes whenever vectors do. */
  readonly id: string;
  /** Length of text vectors. */
  readonly dimension: number;
  /** One vector a text, of Euclidean length 1, or all zero for a text in which the encoder sees nothing. */
  encodeText(texts: readonly string[]): Promise<Float32Array[]>;
  /**
   * One list of token vectors a text, each of Euclidean length 1.
   * @param maxTokens tokens beyond it are left out
   */
  encodeTokens(texts: readonly string[], maxTokens: number): Promise<TokenVectors[]>;
}

/** Cosine of two vectors of length 1 (their dot product); 0 where either is all zero. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Scales a vector to Euclidean length 1, in place; leaves an all-zero vector alone. */
export function normalize(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}
