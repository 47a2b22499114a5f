/** Analysis: the main job as a sequence of steps, and its tables with spreads. */
export * from "./benchmark-split.js";
export * from "./candidate-scores.js";
export * from "./comparison.js";
export * from "./corpus.js";
export * from "./finish-run.js";
export * from "./label-overview.js";
export * from "./mix-text.js";
export * from "./predictor.js";
export * from "./reward-runs.js";
export * from "./routes.js";
export * from "./run-folder.js";
export * from "./settings.js";
export * from "./tables.js";
export * from "./tagging.js";
export * from "./train-candidates.js";
