/** How well an analyzer does, as rows of tables. */
import type { RealFileScores, TagMetric, TagValidation } from "../tags/index.js";
import type { Row } from "./tables.js";

/**
 * The metric of each dimension that enters the average, its interval, and the best constant answer; the average last.
 * @param only this metric in their place, for the dimensions that have it, and no average
 */
export function validationRows({ rows, average }: TagValidation, only?: TagMetric): Row[] {
  const dimensions = rows
    .filter(({ headline, metric }) => (only === undefined ? headline : metric === only))
    .map(({ dimension, metric, value, low, high, baseline, count }) => ({
      dimension,
      metric,
      prompts: count,
      value,
      low,
      high,
      constant_answer: baseline,
    }));
  if (only !== undefined) return dimensions;
  const { value, low, high, baseline } = average;
  const prompts = Math.max(0, ...dimensions.map((row) => row.prompts));
  return [
    ...dimensions,
    {
      dimension: "average",
      metric: "mean of the above",
      prompts,
      value,
      low,
      high,
      constant_answer: baseline,
    },
  ];
}

/** Precision and recall of the labels of one dimension that the gold has, the most frequent first. */
export function labelRowsOf({ labels }: TagValidation, dimension: string): Row[] {
  return labels
    .filter((row) => row.dimension === dimension && row.goldCount > 0)
    .toSorted((a, b) => b.goldCount - a.goldCount)
    .map(({ label, goldCount, predictedCount, precision, recall, f1 }) => ({
      value: label,
      gold: goldCount,
      found: predictedCount,
      precision: precision ?? Number.NaN,
      recall: recall ?? Number.NaN,
      f1,
    }));
}

/** Scores on the labels of real files. */
export function realFileRows({ scores }: RealFileScores): Row[] {
  return scores.map(({ task, side, metric, count, value, low, high, baseline }) => ({
    task,
    prompts_of: side,
    metric,
    prompts: count,
    value,
    low,
    high,
    constant_answer: baseline,
  }));
}
