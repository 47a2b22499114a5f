/** Encoders by name. */
export { withEmbeddingCache } from "./cache/embedding-cache.js";
export * from "./create-encoder.js";
export * from "./encoder-spec.js";
export * from "./hashed-encoder.js";
export { defaultModelCache } from "./transformers/model-folder.js";
export { TRANSFORMERS_MAX_TEXT_TOKENS } from "./transformers/transformers-encoder.js";
export { USE_LITE_MAX_TOKENS } from "./use-lite/use-lite-graph.js";
