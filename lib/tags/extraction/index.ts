/** From preference pairs to features files. */
export { type ExtractOptions, extractFeatures } from "./extract-features.js";
export * from "./features-file.js";
export * from "./parse-features.js";
