/** PPM: performance prediction models from tag counts to benchmark score: fit, cross-validate, save. */

export { PPM_FAMILIES, ppmFamily } from "./families.js";
export type { Fitted, PpmFamily, TrainingTable } from "./family.js";
export * from "./fit.js";
export { type Polynomial, PolynomialPpm } from "./polynomial/polynomial.js";
export * from "./ppm.js";
export * from "./ppm-file.js";
export { resolveScale } from "./scale.js";
export * from "./tables/check-table-origin.js";
export * from "./tables/count-table.js";
export * from "./tables/prediction-files.js";
export * from "./validation/cross-validation.js";
