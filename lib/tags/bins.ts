/**
 * Bins: similarities by value at 0.33 and 0.67, lengths by their percentile at the same edges.
 * Departure from the original: percentiles come from a reference that is fitted once (the whole data set)
 * and kept, not from whichever subset is being counted.
 */
import { averageRanks } from "../math/index.js";
import type { Features } from "./features.js";
import { type BinIndex, LENGTH_MEASURES, type LengthMeasure } from "./vocabulary.js";

/** The two inner edges, for values and percentiles alike. */
export const INNER_EDGES = [0.33, 0.67] as const;

/**
 * Which bin holds an inner edge. `half-open`: [0, .33) [.33, .67) [.67, 1], each value in one bin.
 * `inclusive`, the original's way: [0, .33] [.33, .67] [.67, 1], a value on an edge in two.
 */
export type Edges = "half-open" | "inclusive";

/** The distinct lengths of the fitted data, ascending, and the percentile of each: average rank / n, in (0, 1]. */
export interface LengthReference {
  readonly values: readonly number[];
  readonly percentiles: readonly number[];
}

/** All that is needed to bin a value later; plain JSON. */
export interface Bins {
  readonly schema: "hyper-bins/1";
  readonly lengths: { readonly [M in LengthMeasure]: LengthReference };
}

/** Fits the length percentiles of each measure to the rows where it is not null. */
export function fitBins(features: readonly Features[]): Bins {
  const references = LENGTH_MEASURES.map((measure) => [measure, fitReference(features, measure)] as const);
  return { schema: "hyper-bins/1", lengths: Object.fromEntries(references) as Bins["lengths"] };
}

function fitReference(features: readonly Features[], measure: LengthMeasure): LengthReference {
  const known = features.flatMap((row) => row[measure] ?? []);
  const ranks = averageRanks(known);
  const percentileOf = new Map(known.map((value, i) => [value, ranks[i]! / known.length]));
  const values = [...percentileOf.keys()].sort((a, b) => a - b);
  return { values, percentiles: values.map((value) => percentileOf.get(value)!) };
}

/** A position in [0, 1], and whether the value had to be clamped to get there. */
export interface Position {
  readonly position: number;
  readonly clamped: boolean;
}

/** A similarity's position: itself, clamped to [0, 1]. */
export function similarityPosition(value: number): Position {
  const position = Math.min(1, Math.max(0, value));
  return { position, clamped: position !== value };
}

/**
 * A length's percentile in the reference. A value between two reference values takes the mean of their
 * percentiles; one outside takes the nearest end's and counts as clamped.
 * @returns null where the reference is empty: no percentile, so no tag
 */
export function lengthPosition(value: number, { values, percentiles }: LengthReference): Position | null {
  const last = values.length - 1;
  if (last < 0) return null;
  if (value < values[0]!) return { position: percentiles[0]!, clamped: true };
  if (value > values[last]!) return { position: percentiles[last]!, clamped: true };
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  const exact = values[low] === value;
  return {
    position: exact ? percentiles[low]! : (percentiles[low - 1]! + percentiles[low]!) / 2,
    clamped: false,
  };
}

/** The bin of a position in [0, 1], or both bins where it lies on an inclusive inner edge. */
export function binsOf(position: number, edges: Edges): readonly BinIndex[] {
  const [low, high] = INNER_EDGES;
  if (edges === "inclusive" && position === low) return [0, 1];
  if (edges === "inclusive" && position === high) return [1, 2];
  return position < low ? [0] : position < high ? [1] : [2];
}
