/** The embedded backend: Bradley-Terry logistic regression on frozen sparse features of text. */

export {
  createEmbeddedTrainer,
  EMBEDDED_BACKEND,
  type EmbeddedTrainer,
  type EmbeddedTrainerOptions,
} from "./embedded-trainer.js";
export { FAMILIES, type Family } from "./families.js";
export type { FitMetrics, FitOptions } from "./loss.js";
export { type EmbeddedModel, readEmbeddedModel, rewardFunction, writeEmbeddedModel } from "./model-file.js";
export {
  DEFAULT_FEATURE_OPTIONS,
  type FeatureOptions,
  type PreparedFeatures,
  prepareFeatures,
} from "./prepare.js";
export type { Fit } from "./primal-fit.js";
export { scoreModel } from "./score-model.js";
export { STYLE_FEATURES, type StyleFeature } from "./style/index.js";
export { benchmarkMargins, DEFAULT_FIT_OPTIONS, trainEmbedded } from "./train.js";
