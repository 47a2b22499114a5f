/** From features to tags, tag matrices and count vectors. */
export * from "./bins.js";
export * from "./bins-json.js";
export * from "./build-tag-matrix.js";
export * from "./compat-departures.js";
export * from "./count-origin.js";
export * from "./counts.js";
export * from "./counts-file.js";
export * from "./read-id-set.js";
export * from "./rules.js";
export { type TagRow, tagRow } from "./tag-row.js";
