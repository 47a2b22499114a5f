/** Rows of the study of the number of simulated candidates. */
import type { Spread } from "../strategy-study/strategy-study-row.js";

/** What a row measures of the best predicted of the first n simulated mixes; scores are Overall, fractions in [0, 1]. */
export const POOL_SIZE_MEASURES = [
  /** The PPM's prediction for it: the highest of n. */
  "predicted",
  /** Score of the reward model trained on it, on the items whose scores the PPM was fitted to. */
  "actual",
  /** The same on items that the PPM has not seen. */
  "held out",
  /** Predicted less actual. */
  "optimism",
  /** Highest of n draws of the normal distribution that has the mean and spread of all predictions: a reference line. */
  "normal maximum",
  /** What the prediction promises by the regression of actual on predicted scores among unselected mixes. */
  "regressed",
  /** Spearman's correlation of predicted and actual among the best predicted of the n. */
  "top spearman",
  /** Distance of its counts to the nearest mix that the PPM was fitted to, over that of an unselected mix. */
  "distance",
  /** Share of the pairs that humans label. */
  "human share",
] as const;
export type PoolSizeMeasure = (typeof POOL_SIZE_MEASURES)[number];

export type PoolSizeRow = {
  /** Family of the PPM, as on the command line. */
  readonly ppm: string;
  /** Simulated mixes that the best was taken from. */
  readonly simulations: number;
  readonly what: PoolSizeMeasure;
} & Spread;
