/** PPM: performance prediction models from tag counts to benchmark score: fit, cross-validate, save. */
export * from "./ppm.js";
