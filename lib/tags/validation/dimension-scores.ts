/** The metrics of one dimension, and of each of its labels. */
import { type DescriptiveDimension, type DimensionKind, dimensionKind, SOME } from "./descriptive-tags.js";
import type { DimensionRows } from "./dimension-rows.js";
import { exactMatch, labelF1, macroF1, microF1, type Tallies, tally } from "./tallies.js";

/** `F1` is that of presence. */
export type TagMetric = "exact match" | "micro-F1" | "macro-F1" | "F1";

/** The metrics of each kind of dimension; the first enters the average. */
export const TAG_METRICS: Readonly<Record<DimensionKind, readonly TagMetric[]>> = {
  scalar: ["exact match", "macro-F1"],
  set: ["micro-F1", "macro-F1", "exact match"],
  presence: ["F1", "macro-F1", "exact match"],
};

/** One label: how often it is right, predicted, and both. */
export interface TagLabelRow {
  readonly dimension: DescriptiveDimension;
  readonly label: string;
  readonly goldCount: number;
  readonly predictedCount: number;
  /** Shares in [0, 1]; null where nothing was predicted, or nothing is in the gold. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
}

/** The scores of one dimension, in the order of its metrics. */
export function scoresOf(part: DimensionRows, weights?: ArrayLike<number>): number[] {
  const tallies = tally(part.rows, part.labels.length, weights);
  return TAG_METRICS[dimensionKind(part.dimension)].map((metric) => scoreOf(metric, tallies, part.labels));
}

function scoreOf(metric: TagMetric, tallies: Tallies, labels: readonly string[]): number {
  switch (metric) {
    case "exact match":
      return exactMatch(tallies);
    case "micro-F1":
      return microF1(tallies);
    case "macro-F1":
      return macroF1(tallies);
    case "F1":
      return labelF1(tallies, labels.indexOf(SOME));
  }
}

/**
 * The scores of the best constant answer, metric by metric: the most frequent value or label; for open lists always
 * "some", or always "none".
 */
export function constantScores(part: DimensionRows): number[] {
  const { goldCounts } = labelCounts(part);
  const answers =
    dimensionKind(part.dimension) === "presence"
      ? part.labels.map((_, label) => label)
      : [goldCounts.indexOf(Math.max(...goldCounts))];
  const scores = answers.map((always) =>
    scoresOf({ ...part, rows: part.rows.map(({ gold }) => ({ gold, predicted: [always] })) }),
  );
  return scores.reduce((best, other) => best.map((score, metric) => Math.max(score, other[metric]!)));
}

function labelCounts({ labels, rows }: DimensionRows) {
  const { truePositives, falsePositives, falseNegatives } = tally(rows, labels.length);
  return {
    hits: [...truePositives],
    goldCounts: labels.map((_, i) => truePositives[i]! + falseNegatives[i]!),
    predictedCounts: labels.map((_, i) => truePositives[i]! + falsePositives[i]!),
  };
}

export function labelRows(part: DimensionRows): TagLabelRow[] {
  const { hits, goldCounts, predictedCounts } = labelCounts(part);
  return part.labels.flatMap((label, i) => {
    const [hit, goldCount, predictedCount] = [hits[i]!, goldCounts[i]!, predictedCounts[i]!];
    if (goldCount + predictedCount === 0) return [];
    return [
      {
        ...{ dimension: part.dimension, label, goldCount, predictedCount },
        precision: predictedCount === 0 ? null : hit / predictedCount,
        recall: goldCount === 0 ? null : hit / goldCount,
        f1: (2 * hit) / (goldCount + predictedCount),
      },
    ];
  });
}
