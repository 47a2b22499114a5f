/** The case study on Helpsteer2 (appendix L): Table 20, and how often humans and GPT-4 agree. */

export type Table20Mix =
  | "100% Human"
  | `${75 | 50 | 25}% Human, ${"random" | "routed"}`
  | "100% Synth."
  | "Best Hybrid";

export interface Table20Row {
  readonly mix: Table20Mix;
  /** RewardBench Overall with ratings turned into preferences. */
  readonly helpsteer2OverallPercent: number;
  /** RewardBench Overall with preferences asked directly. */
  readonly helpsteer2PreferencesOverallPercent: number;
}

const row = (mix: Table20Mix, helpsteer2: number, preferences: number): Table20Row => ({
  mix,
  helpsteer2OverallPercent: helpsteer2,
  helpsteer2PreferencesOverallPercent: preferences,
});

/** Table 20 (appendix L.3). Its 100% Synth. of Helpsteer2 is 65.9, where Table 3 prints 65.8. */
export const TABLE_20: readonly Table20Row[] = [
  row("100% Human", 72.4, 71.4),
  row("75% Human, random", 73.1, 72.2),
  row("75% Human, routed", 73.4, 72.4),
  row("50% Human, random", 69.9, 69.0),
  row("50% Human, routed", 73.1, 71.4),
  row("25% Human, random", 71.9, 65.5),
  row("25% Human, routed", 74.0, 67.3),
  row("100% Synth.", 65.9, 67.0),
  row("Best Hybrid", 79.7, 74.7),
];

/** Agreement of human and GPT-4 labels by where the pair was routed (appendix L.1). */
export const HELPSTEER2_AGREEMENT = {
  humanRouted: { agreementPercent: 61.5, cohenKappa: 0.3 },
  lmRouted: { agreementPercent: 57.8, cohenKappa: 0.23 },
} as const;
