/** LightGBM in TypeScript: dense numeric regression, its text models, importance, and the family `lightgbm`. */
export { featureImportance, type ImportanceKind } from "./importance.js";
export { LightGbmPpm, lightgbmFamily } from "./lightgbm-family.js";
export { LightGbmModel, type LightGbmParts } from "./model.js";
export { formatLightGbmModel } from "./model-text.js";
export { LIGHTGBM_DEFAULTS, type LightGbmParams, parseLightGbmParams } from "./params.js";
export { parseLightGbmModel } from "./parse-model.js";
export { type LabelledRows, type LightGbmTraining, trainLightGbm } from "./train.js";
export type { LightGbmTree } from "./tree.js";
