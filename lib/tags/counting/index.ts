/** From features to tags, tag matrices and count vectors. */
export * from "./bins.js";
export * from "./bins-json.js";
export * from "./build-tag-matrix.js";
export * from "./counts.js";
export * from "./counts-file.js";
export * from "./read-id-set.js";
export * from "./tag-row.js";
