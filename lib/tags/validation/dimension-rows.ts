/** One dimension of gold and predicted tags, as rows of labels. */
import {
  type DescriptiveDimension,
  type DescriptiveTags,
  isGiven,
  labelOrder,
  labelsOf,
  NONE,
} from "./descriptive-tags.js";
import type { LabelledRow } from "./tallies.js";

/** A prompt with tags given by a person. */
export interface GoldRow {
  readonly id: string;
  readonly prompt: string;
  /** Rows of one group are resampled together; default: the prompt. */
  readonly group?: string;
  readonly tags: DescriptiveTags;
}

export interface DimensionRows {
  readonly dimension: DescriptiveDimension;
  /** The labels that rows point to: the closed dimension's values, or those that occur, most frequent in the gold first. */
  readonly labels: readonly string[];
  readonly rows: readonly LabelledRow[];
  /** Where each row stands among all gold rows. */
  readonly sources: readonly number[];
  /** Rows without a prediction; each counts as wrong. */
  readonly unansweredCount: number;
}

/** The rows whose gold has the dimension. */
export function dimensionRows(
  dimension: DescriptiveDimension,
  gold: readonly GoldRow[],
  predicted: readonly (DescriptiveTags | null)[],
): DimensionRows {
  const sources = gold.flatMap(({ tags }, i) => (isGiven(tags, dimension) ? [i] : []));
  const pairs = sources.map(
    (i) => [labelsOf(gold[i]!.tags, dimension), labelsOf(predicted[i]!, dimension)] as const,
  );
  const labels = orderedLabels(dimension, pairs);
  const placeOf = new Map(labels.map((label, i) => [label, i]));
  const places = (names: readonly string[]): number[] => names.map((name) => placeOf.get(name)!);
  return {
    dimension,
    labels,
    rows: pairs.map(([truth, answer]) => ({ gold: places(truth), predicted: places(answer) })),
    sources,
    unansweredCount: sources.filter((i) => !isGiven(predicted[i]!, dimension)).length,
  };
}

/** How often the first gold label met which first predicted label. */
export interface TagConfusionCell {
  readonly dimension: DescriptiveDimension;
  /** `none` for an empty list. */
  readonly truth: string;
  /** `none` where nothing was predicted. */
  readonly predicted: string;
  readonly count: number;
}

/** The cells that are not empty, in the order of the labels. Of several labels the first counts: the main subject. */
export function confusionCells({ dimension, labels, rows }: DimensionRows): TagConfusionCell[] {
  const size = labels.length + 1;
  const counts = new Int32Array(size * size);
  for (const { gold, predicted } of rows)
    counts[(gold[0] ?? labels.length) * size + (predicted[0] ?? labels.length)]! += 1;
  const name = (place: number): string => labels[place] ?? NONE;
  return [...counts].flatMap((count, cell) =>
    count === 0
      ? []
      : [{ dimension, truth: name(Math.floor(cell / size)), predicted: name(cell % size), count }],
  );
}

function orderedLabels(
  dimension: DescriptiveDimension,
  pairs: readonly (readonly [readonly string[], readonly string[]])[],
): readonly string[] {
  const closed = labelOrder(dimension);
  if (closed.length > 0) return closed;
  const supports = new Map<string, number>();
  for (const [truth, answer] of pairs) {
    for (const label of truth) supports.set(label, (supports.get(label) ?? 0) + 1);
    for (const label of answer) supports.set(label, supports.get(label) ?? 0);
  }
  return [...supports].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([label]) => label);
}
