/** Rows of the main job in the shapes that the figures draw. */
import type { ScoredCandidate } from "./candidate-scores.js";
import type { MixSummary } from "./comparison.js";
import type { TagGain } from "./predictor.js";
import type { Row } from "./tables.js";
import type { TagShare } from "./tagging.js";

/** What the candidate heatmap draws. */
export function heatmapRows(
  scored: readonly ScoredCandidate[],
): { candidateId: string; score: number; counts: readonly number[] }[] {
  return scored.map(({ candidate, scores, counts }) => ({
    candidateId: candidate.id,
    score: scores.Overall!,
    counts: Array.from(counts),
  }));
}

/** Each tag's pairs, as the candidate heatmap wants them. */
export function tagTotals(shares: readonly TagShare[]): { tag: string; totalCount: number }[] {
  return shares.map(({ tag, count }) => ({ tag, totalCount: count }));
}

/** Out-of-fold predictions, from the rows of the table `ppm-predictions`. */
export function heldOutRows(
  rows: readonly Row[],
): { candidateId: string; budgetFraction: number; actual: number; predicted: number; fold: number }[] {
  return rows.map(({ candidate, budget_fraction, actual, predicted, fold }) => ({
    candidateId: String(candidate),
    budgetFraction: Number(budget_fraction),
    actual: Number(actual),
    predicted: Number(predicted),
    fold: Number(fold),
  }));
}

/** Unit of {@link gainRows}. */
export const GAIN_UNIT = "Predicted gain in percentage points per 100 human labels";

/** Expected gains in {@link GAIN_UNIT}: a label alone moves a score too little to be read easily. */
export function gainRows(gains: readonly TagGain[]): { tag: string; gain: number }[] {
  return gains.map(({ tag, gain }) => ({ tag, gain: 100 * 100 * gain }));
}

interface BudgetRow {
  readonly panel: string;
  readonly mix: Exclude<MixSummary["kind"], "baseline">;
  readonly budgetFraction: number;
  readonly meanScore: number;
  readonly sdScore: number;
}

/** Overall by budget: one panel, named by the data. */
export function budgetRows(panel: string, summaries: readonly MixSummary[]): BudgetRow[] {
  return summaries.flatMap(({ kind, humanFraction, columns }) =>
    kind === "baseline"
      ? []
      : [
          {
            panel,
            mix: kind,
            budgetFraction: humanFraction,
            meanScore: columns.Overall!.mean,
            sdScore: columns.Overall!.sd,
          },
        ],
  );
}

interface SectionRow {
  readonly mix: string;
  readonly section: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** Scores of the pure mixes and the best hybrid by section, with intervals over runs and items. */
export function sectionRows(summaries: readonly MixSummary[]): SectionRow[] {
  const shown = summaries.filter(
    ({ kind }) => kind === "all-human" || kind === "all-lm" || kind === "best-hybrid",
  );
  return shown.flatMap(({ name, columns, intervals }) =>
    sectionsFirst(Object.keys(intervals)).map((section) => ({
      mix: name,
      section,
      score: columns[section]!.mean,
      ...intervals[section]!,
    })),
  );
}

/** What preferring the longer response scores by section. */
export function baselineRows(summaries: readonly MixSummary[]): { section: string; score: number }[] {
  return summaries
    .filter(({ kind }) => kind === "baseline")
    .flatMap(({ columns, intervals }) =>
      sectionsFirst(Object.keys(intervals)).map((section) => ({ section, score: columns[section]!.mean })),
    );
}

/** Sections in their order, Overall last. */
function sectionsFirst(columns: readonly string[]): string[] {
  return [...columns.filter((column) => column !== "Overall"), "Overall"];
}
