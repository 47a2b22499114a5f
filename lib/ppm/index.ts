/** PPM: performance prediction models from tag counts to benchmark score: fit, cross-validate, save. */

export { bootstrapFamily, type EnsembleOptions } from "./bootstrap/bootstrap-family.js";
export { EnsemblePpm } from "./bootstrap/ensemble.js";
export { PPM_FAMILIES, ppmFamily } from "./families.js";
export type {
  Fitted,
  HeldOutPredictions,
  PpmFamily,
  PpmShape,
  PreparedFits,
  TrainingTable,
} from "./family.js";
export * from "./fit.js";
export * from "./lightgbm/index.js";
export { lightGbmNamesPath } from "./lightgbm-file.js";
export { evaluatePolynomial, type Polynomial, polynomialGradient } from "./polynomial/polynomial.js";
export { ridgeFamily } from "./polynomial/polynomial-families.js";
export { PolynomialPpm } from "./polynomial/polynomial-ppm.js";
export * from "./ppm.js";
export * from "./ppm-file.js";
export * from "./published/published.js";
export { resolveScale } from "./scale.js";
export type { NumberRange } from "./tables/cells.js";
export * from "./tables/check-table-origin.js";
export * from "./tables/count-range.js";
export * from "./tables/count-table.js";
export { checkKnownTags } from "./tables/feature-columns.js";
export type { Join } from "./tables/join-tables.js";
export * from "./tables/prediction-files.js";
export * from "./validation/conformal.js";
export {
  type CrossValidation,
  type CrossValidationOptions,
  crossValidate,
} from "./validation/cross-validation.js";
export * from "./validation/family-choice.js";
export type { IntervalMethod } from "./validation/fold-intervals.js";
export type { FoldFigures, FoldStatistic, OutOfFold } from "./validation/fold-statistic.js";
export * from "./validation/interval-coverage.js";
export * from "./validation/paired-comparison.js";
export * from "./validation/repeated-validation.js";
export * from "./validation/validate-families.js";
export * from "./validation/validation-json.js";
