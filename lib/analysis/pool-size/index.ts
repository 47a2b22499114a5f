/** How many mixes to simulate (Figure 3), and why more stop helping. */
export { leastSquaresLine, nearestDistance } from "./calibration.js";
export { type DrawPoolOptions, drawPools, type RepeatPools } from "./draw-pools.js";
export { expectedNormalMaximum } from "./expected-maximum.js";
export * from "./pool-size-row.js";
export { poolSizeText } from "./pool-size-text.js";
export * from "./run-pool-size-study.js";
export type { PooledMix } from "./simulated-pool.js";
