/** MultiPref, the data set that the paper's PPM is trained on: Tables 1, 7 and 8 (section 3, appendix C). */

/** Table 1 (section 3). */
export const TABLE_1 = {
  uniquePromptCount: 5323,
  generationModelCount: 6,
  modelPairCount: 21,
  comparisonCount: 10461,
  annotationCount: 41844,
  annotationsPerInstance: 4,
  crowdworkerCount: 289,
  averageQualificationPassRatePercent: 34.8,
} as const;

/** Pairs left when those that a human majority or GPT-4 calls a tie are dropped (section 3). */
export const MULTIPREF_NON_TIE_COUNT = 7531;

/** Pairs that each reward model is trained on (section 4.2: "7K"). */
export const TRAINING_SIZE_COUNT = 7000;

export interface Table7Row {
  readonly source: string;
  readonly promptCount: number;
}

/** Table 7 (appendix C): where MultiPref's prompts come from. */
export const TABLE_7: readonly Table7Row[] = [
  { source: "Anthropic Helpful", promptCount: 1516 },
  { source: "ChatArena Conversations", promptCount: 1100 },
  { source: "ShareGPT", promptCount: 1031 },
  { source: "Anthropic Harmless", promptCount: 856 },
  { source: "WildChat", promptCount: 820 },
];

export interface Table8Row {
  readonly domain: string;
  readonly annotatorCount: number;
  /** Share of the qualification test's takers who passed. */
  readonly passRatePercent: number;
  readonly promptCount: number;
}

const domain = (
  domain: string,
  annotatorCount: number,
  passRatePercent: number,
  promptCount: number,
): Table8Row => ({ domain, annotatorCount, passRatePercent, promptCount });

/** Table 8 (appendix C): expert annotators and prompts by domain. */
export const TABLE_8: readonly Table8Row[] = [
  domain("Administration & Law", 16, 36.5, 341),
  domain("Arts & Humanities", 32, 43.0, 1147),
  domain("Education", 17, 32.0, 353),
  domain("Engineering, manufacturing, and construction", 14, 27.0, 315),
  domain("Health and Welfare", 22, 23.0, 768),
  domain("History", 11, 44.0, 161),
  domain("Information and Communication Technologies", 24, 24.0, 668),
  domain("Journalism & Information Business", 10, 33.0, 222),
  domain("Mathematics and statistics", 13, 32.5, 278),
  domain("Natural sciences", 17, 41.5, 384),
  domain("Social Sciences", 23, 27.1, 686),
];

/** Table 8's last lines. */
export const TABLE_8_TOTALS = {
  expertCount: 199,
  expertPassRatePercent: 33.0,
  normalCount: 90,
  normalPassRatePercent: 36.5,
} as const;
