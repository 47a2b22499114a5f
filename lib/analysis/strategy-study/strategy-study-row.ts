/** Rows of the study of routing strategies: what was predicted, what came true. */

/** What a row measures; scores are Overall, fractions in [0, 1]. */
export const STRATEGY_MEASURES = [
  /** The PPM's prediction for the mix. */
  "predicted",
  /** The PPM's own standard deviation of it; only where it says one. */
  "predicted sd",
  /** Score of the reward model trained on the mix, on the items whose scores the PPM was fitted to. */
  "actual",
  /** The same on items that the PPM has not seen. */
  "held out",
  /** Predicted less actual: how far the strategy was led on by errors of the PPM. */
  "optimism",
  /** Predicted less held out: besides errors of the PPM, how much easier the one part of the benchmark is. */
  "optimism held out",
  /** Held out, less that of a random mix of the same size trained on the same pairs. */
  "over random",
  /** Held out, less that of the same strategy without pessimism; only where there is some. */
  "over plain",
  /** Share of the pairs that humans label. */
  "human share",
] as const;
export type StrategyMeasure = (typeof STRATEGY_MEASURES)[number];

/** Over repeats, each with its own draws. */
export type Spread = {
  readonly repeats: number;
  readonly mean: number;
  /** Sample standard deviation over repeats. */
  readonly sd: number;
  /** 95 % bootstrap interval of the mean: over repeats, and for scores on held-out items over items, too. */
  readonly low: number;
  readonly high: number;
};

/** Rows that no PPM chose have an empty `ppm`, those of no budget of their own `budget` "0%" or "100%". */
export type StrategyStudyRow = {
  /** A routing strategy, or a baseline: `random`, `one draw` (Algorithm 1, unselected), `all-human`, `all-lm`. */
  readonly strategy: string;
  /** Family of the PPM, as on the command line. */
  readonly ppm: string;
  /** What the strategy maximized is the prediction less `pessimism` of its standard deviations; 0: the prediction. */
  readonly pessimism: number;
  /** `25%`, `open`, or `mean`: the mean over the fixed budgets. */
  readonly budget: string;
  readonly what: StrategyMeasure;
} & Spread;
