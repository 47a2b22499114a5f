/** Tags: the vocabulary of 90 tags, their extraction, bins, and the tag matrix. */
export * from "./bins.js";
export * from "./build-tag-matrix.js";
export * from "./counts.js";
export * from "./features.js";
export * from "./features-file.js";
export * from "./parse-features.js";
export * from "./read-id-set.js";
export * from "./tag.js";
export * from "./tag-matrix.js";
export * from "./tag-row.js";
export * from "./vocabulary.js";
