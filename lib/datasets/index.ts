/** Datasets: turn each source into validated preference pairs and benchmark items. */
export * from "./annotation.js";
export * from "./annotations-file.js";
export * from "./benchmark.js";
export * from "./holdout.js";
export * from "./json-lines.js";
export * from "./labels.js";
export { type Line, MAX_LINE_BYTES, readLineBatches } from "./lines.js";
export * from "./preference.js";
export * from "./read-benchmark.js";
export * from "./read-log.js";
export * from "./read-preferences.js";
export * from "./rewardbench.js";
export * from "./row-fields.js";
export * from "./simpref/index.js";
export * from "./skip-report.js";
export * from "./usable-pairs.js";
export * from "./votes.js";
export * from "./write-json-lines.js";
