/** PPM: performance prediction models from tag counts to benchmark score: fit, cross-validate, save. */
export * from "./check-table-origin.js";
export * from "./count-table.js";
export * from "./cross-validation.js";
export { PPM_FAMILIES, ppmFamily } from "./families.js";
export type { Fitted, PpmFamily, TrainingTable } from "./family.js";
export * from "./fit.js";
export { type Polynomial, PolynomialPpm } from "./polynomial.js";
export * from "./ppm.js";
export * from "./ppm-file.js";
export * from "./prediction-files.js";
export { resolveScale } from "./scale.js";
