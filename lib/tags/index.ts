/** Tags: the vocabulary of 90 tags, their extraction, bins, and the tag matrix. */

export { ANALYZER_ID, analyzePrompt, type DescriptiveFeatures } from "./analyzer/analyze-prompt.js";
export * from "./bins.js";
export * from "./bins-json.js";
export * from "./build-tag-matrix.js";
export * from "./counts.js";
export * from "./counts-file.js";
export { type ExtractOptions, extractFeatures } from "./extract-features.js";
export * from "./features.js";
export * from "./features-file.js";
export * from "./parse-features.js";
export * from "./read-id-set.js";
export * from "./tag.js";
export * from "./tag-matrix.js";
export * from "./tag-row.js";
export * from "./vocabulary.js";
