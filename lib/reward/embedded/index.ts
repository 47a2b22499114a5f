/** The embedded backend: Bradley-Terry logistic regression on frozen sparse features of text. */
export { type Fit, type FitMetrics, type FitOptions, fitBradleyTerry } from "./bradley-terry.js";
export { FAMILIES, type Family } from "./families.js";
export {
  DEFAULT_FEATURE_OPTIONS,
  type FeatureOptions,
  type PreparedFeatures,
  prepareFeatures,
} from "./prepare.js";
export { STYLE_FEATURES, type StyleFeature } from "./style/index.js";
export { benchmarkMargins, DEFAULT_FIT_OPTIONS, trainEmbedded } from "./train.js";
