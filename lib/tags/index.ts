/** Tags: the vocabulary of 90 tags, their extraction, bins, and the tag matrix. */

export * from "./analyzer/index.js";
export * from "./counting/index.js";
export * from "./definitions.js";
export * from "./entities/index.js";
export * from "./extraction/index.js";
export * from "./features.js";
export * from "./lm-analyzer/index.js";
export * from "./measures/index.js";
export * from "./tag.js";
export * from "./tag-matrix.js";
export * from "./tag-names.js";
export * from "./validation/index.js";
export * from "./vocabulary.js";
export * from "./vocabulary-table.js";
