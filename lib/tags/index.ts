/** Tags: the vocabulary of 90 tags, their extraction, bins, and the tag matrix. */
export * from "./tag-matrix.js";
