/**
 * How well an analyzer agrees with tags given by people, one dimension at a time, with bootstrap intervals over prompts
 * and the best constant answer beside it. Source: paper, Appendix F.1 ("F1 or Exact Match based on the dimension type",
 * 78 % on average over 200 examples). Which dimension goes by which it does not say; our choice: exact match for
 * dimensions of one value, micro-F1 for sets, F1 of presence for open lists.
 */
import type { Rng } from "../../base/index.js";
import { mean } from "../../math/index.js";
import {
  DESCRIPTIVE_DIMENSIONS,
  type DescriptiveDimension,
  type DescriptiveTags,
  dimensionKind,
  isGiven,
} from "./descriptive-tags.js";
import { confusionCells, dimensionRows, type GoldRow, type TagConfusionCell } from "./dimension-rows.js";
import {
  constantScores,
  labelRows,
  scoresOf,
  TAG_METRICS,
  type TagLabelRow,
  type TagMetric,
} from "./dimension-scores.js";
import { groupedIntervals } from "./grouped-intervals.js";

/** A score in [0, 1] with its interval; NaN where undefined. */
export interface TagScore {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The same score of the best constant answer: the most frequent value or label, for open lists "some" or "none". */
  readonly baseline: number;
}

export interface TagValidationRow extends TagScore {
  readonly dimension: DescriptiveDimension;
  readonly metric: TagMetric;
  /** Whether this is the metric of the dimension that enters the average. */
  readonly headline: boolean;
  /** Rows whose gold has the dimension. */
  readonly count: number;
  /** Of these, rows without a prediction; each counts as wrong. */
  readonly unansweredCount: number;
}

export interface TagValidation {
  /** Every metric of every dimension that both sides have. */
  readonly rows: readonly TagValidationRow[];
  /** Mean of the headline metrics; the counterpart of the paper's 78 %. */
  readonly average: TagScore & { readonly dimensions: number };
  readonly labels: readonly TagLabelRow[];
  readonly confusions: readonly TagConfusionCell[];
  readonly promptCount: number;
  /** Groups that were resampled. */
  readonly groupCount: number;
}

export interface TagValidationOptions {
  readonly rng: Rng;
  /** Default 1000. */
  readonly resamples?: number;
  /** Coverage of intervals; default 0.95. */
  readonly level?: number;
}

/**
 * Scores predictions against gold tags. A dimension counts where the gold has it, and if any prediction has it.
 * @param predicted in the order of the gold; null where the analyzer gave nothing, which counts as wrong
 * @throws {RangeError} if the lengths differ, or no dimension is on both sides
 */
export function validateAnalysis(
  gold: readonly GoldRow[],
  predicted: readonly (DescriptiveTags | null)[],
  options: TagValidationOptions,
): TagValidation {
  if (gold.length !== predicted.length)
    throw new RangeError(`validateAnalysis: ${gold.length} gold rows, ${predicted.length} predictions`);
  const parts = commonDimensions(gold, predicted).map((dimension) =>
    dimensionRows(dimension, gold, predicted),
  );
  if (parts.length === 0) throw new RangeError("validateAnalysis: no dimension is on both sides");
  const baselines = flatScores(parts.map((part) => constantScores(part)));
  const values = flatScores(parts.map((part) => scoresOf(part)));
  const { rng, resamples, level } = options;
  const { intervals, groupCount } = groupedIntervals(
    gold.map(({ group, prompt }) => group ?? prompt),
    (weights) =>
      flatScores(
        parts.map((part) =>
          scoresOf(
            part,
            Float64Array.from(part.sources, (i) => weights[i]!),
          ),
        ),
      ),
    rng,
    { resamples, level },
  );
  const score = (i: number): TagScore => ({ value: values[i]!, ...intervals[i]!, baseline: baselines[i]! });
  const rows = parts.flatMap(({ dimension, rows: { length: count }, unansweredCount }) =>
    TAG_METRICS[dimensionKind(dimension)].map((metric, i) => ({
      ...{ dimension, metric, headline: i === 0, count, unansweredCount },
    })),
  );
  return {
    rows: rows.map((row, i) => ({ ...row, ...score(i + 1) })),
    average: { ...score(0), dimensions: parts.length },
    labels: parts.flatMap(labelRows),
    confusions: parts.flatMap(confusionCells),
    promptCount: gold.length,
    groupCount,
  };
}

/** The dimensions that some gold row and some prediction have. */
export function commonDimensions(
  gold: readonly Pick<GoldRow, "tags">[],
  predicted: readonly (DescriptiveTags | null)[],
): DescriptiveDimension[] {
  return DESCRIPTIVE_DIMENSIONS.filter(
    (dimension) =>
      gold.some(({ tags }) => isGiven(tags, dimension)) && predicted.some((tags) => isGiven(tags, dimension)),
  );
}

/** All scores in one list, the mean of the headlines that are defined first. */
function flatScores(scores: readonly (readonly number[])[]): number[] {
  const headlines = scores.map(([headline]) => headline!).filter((value) => !Number.isNaN(value));
  return [mean(headlines), ...scores.flat()];
}
