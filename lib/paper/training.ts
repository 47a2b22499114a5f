/** How the paper trains its reward models: Table 19 (appendix K). */

/** Table 19. */
export const TABLE_19 = {
  dataType: "bf16",
  epochCount: 1,
  optimizer: "AdamW",
  weightDecay: 0,
  learningRate: 1e-5,
  endLearningRate: 1e-6,
  warmupRatio: 0.03,
  gradientAccumulationSteps: 4,
  sequenceLengthTokens: 4096,
  batchSizePairs: 128,
} as const;
