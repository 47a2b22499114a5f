/** Prediction against truth: which routing strategies exploit the errors of a PPM. */
export * from "./fit-study-ppms.js";
export * from "./route-study.js";
export * from "./run-strategy-study.js";
export * from "./selection-table.js";
export * from "./strategy-study-row.js";
export { openStudy, type Study } from "./study.js";
export * from "./study-families.js";
export * from "./study-text.js";
export * from "./write-study-table.js";
