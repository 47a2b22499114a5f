/** Base: seeded generators, errors, hashing, whole-or-absent files, progress, workers. Knows no research. */
export * from "./csv.js";
export * from "./errors.js";
export * from "./escape-controls.js";
export * from "./files.js";
export * from "./hash.js";
export * from "./json.js";
export * from "./lazy.js";
export * from "./manifest.js";
export * from "./nearest-name.js";
export { checkOutputs, checkWritable, type OptionPaths } from "./output-path.js";
export * from "./polars.js";
export * from "./pool.js";
export * from "./progress.js";
export * from "./read-text.js";
export * from "./rng.js";
