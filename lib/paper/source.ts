/**
 * Where the numbers come from: Miranda, Wang, Elazar, Kumar, Pyatkin, Brahman, Smith, Hajishirzi and Dasigi,
 * "Hybrid Preferences: Learning to Route Instances for Human vs. AI Feedback", ACL 2025 (arXiv 2410.19133).
 * Values stand in the paper's own units and rounding; names say the unit.
 */

/** The four preference data sets of the study. */
export const PAPER_DATASETS = ["MultiPref", "Helpsteer2", "AlpacaFarm", "ChatArena"] as const;
export type PaperDataset = (typeof PAPER_DATASETS)[number];
