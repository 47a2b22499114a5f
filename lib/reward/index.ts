/** Reward: train reward models on a mix of labels, score them on a benchmark. */
export * from "./embedded/index.js";
