/** From preference pairs to features files. */
export type { Shard } from "./blocks.js";
export { type ExtractOptions, extractFeatures } from "./extract-features.js";
export { extractFile, planExtraction } from "./extract-file.js";
export type * from "./extract-file-options.js";
export type { ExtractionMethods } from "./extractor.js";
export * from "./features-file.js";
export { mergeShards } from "./merge-shards.js";
export * from "./parse-features.js";
export {
  formatProvenance,
  PROVENANCE_COLUMN,
  type Provenance,
  parseProvenance,
} from "./provenance.js";
