/** Math: pure numerics. Imports base only. */
export * from "./bitset.js";
export * from "./bootstrap.js";
export * from "./folds.js";
export * from "./kappa.js";
export * from "./ranks.js";
export * from "./summary.js";
