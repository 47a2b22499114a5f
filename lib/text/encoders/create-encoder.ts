/** An encoder by its spec. Runtimes and models are loaded when they are needed, so that others pay nothing. */
import type { Encoder } from "../encoder.js";
import { withEmbeddingCache } from "./cache/embedding-cache.js";
import type { EncoderSpec } from "./encoder-spec.js";
import { createHashedEncoder } from "./hashed-encoder.js";
import type { DownloadProgress } from "./transformers/download-model.js";
import { createTransformersEncoder } from "./transformers/transformers-encoder.js";
import { createUseLiteEncoder } from "./use-lite/use-lite-encoder.js";

export type { DownloadProgress };

export interface CreateEncoderOptions {
  /** Folder for downloaded models; default `$HYPER_DATA/models`, else `hyper-workbench/models` in the user's cache. */
  readonly cacheFolder?: string;
  /** Folder in which text vectors are kept from run to run; default: they are not. Processes may share it. */
  readonly embeddingCacheFolder?: string;
  /** Called as a model's files come down. */
  readonly onDownload?: (progress: DownloadProgress) => void;
}

/**
 * Loads an encoder.
 * @throws {BadInputError} where a model cannot be had or used, naming what is missing and what to do instead
 */
export async function createEncoder(spec: EncoderSpec, options: CreateEncoderOptions = {}): Promise<Encoder> {
  const encoder = await loadEncoder(spec, options);
  const { embeddingCacheFolder } = options;
  return embeddingCacheFolder === undefined ? encoder : withEmbeddingCache(encoder, embeddingCacheFolder);
}

async function loadEncoder(spec: EncoderSpec, options: CreateEncoderOptions): Promise<Encoder> {
  switch (spec.kind) {
    case "hashed":
      return createHashedEncoder();
    case "use-lite":
      return createUseLiteEncoder();
    case "transformers":
      return createTransformersEncoder(spec, options);
  }
}
