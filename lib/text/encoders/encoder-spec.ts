/** Which encoder to use, as plain JSON: it goes into settings and to worker threads. */

export const ENCODER_KINDS = ["hashed", "use-lite", "transformers"] as const;
export type EncoderKind = (typeof ENCODER_KINDS)[number];

export type EncoderSpec =
  /** Words and their n-grams; no model. */
  | { readonly kind: "hashed" }
  /** The Universal Sentence Encoder lite, which is installed with the package; never touches the network. */
  | { readonly kind: "use-lite" }
  | TransformersSpec;

/** Models of the Hugging Face hub in ONNX form, or a folder of such models. */
export interface TransformersSpec {
  readonly kind: "transformers";
  /** For text vectors; default {@link DEFAULT_TEXT_MODEL}. */
  readonly textModel?: string;
  /** For token vectors; default {@link DEFAULT_TOKEN_MODEL}. */
  readonly tokenModel?: string;
  /** A folder that holds the models under their names. Where it is given nothing is downloaded. */
  readonly modelDir?: string;
}

/** Model of the original's cosine similarity (a sentence encoder of 768 dimensions). */
export const DEFAULT_TEXT_MODEL = "Xenova/all-distilroberta-v1";
/** Model of the original's BERTScore. */
export const DEFAULT_TOKEN_MODEL = "Xenova/distilbert-base-uncased";

/**
 * Whether an encoder should run in each worker thread (one thread, quick to load) or once in the main thread
 * (transformers: its runtime uses all cores by itself, and each copy of a model takes some 300 MB).
 */
export function runsInWorkers(spec: EncoderSpec): boolean {
  return spec.kind !== "transformers";
}
