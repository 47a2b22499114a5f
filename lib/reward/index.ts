/** Reward: train reward models on a mix of labels, score them on a benchmark. */
export * from "./count-rules.js";
export * from "./embedded/index.js";
export * from "./job.js";
export * from "./length-baseline.js";
export * from "./result-store.js";
export * from "./score.js";
export * from "./score-bootstrap.js";
export * from "./score-table.js";
export * from "./train-mixes.js";
export * from "./trainer.js";
export * from "./training-set.js";
