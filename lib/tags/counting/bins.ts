/**
 * Bins: similarities by value at 0.33 and 0.67, lengths by their percentile at the same edges.
 * Percentiles come from a reference that is fitted once (the whole data set) and kept; the original takes them from
 * whichever subset is being counted or routed (see rules.ts).
 */
import { averageRanks } from "../../math/index.js";
import type { Features } from "../features.js";
import { type BinIndex, LENGTH_MEASURES, type LengthMeasure } from "../vocabulary.js";

/** The two inner edges, for values and percentiles alike. */
export const INNER_EDGES = [0.33, 0.67] as const;

/**
 * Which bins hold an edge.
 * - `half-open`: [0, .33) [.33, .67) [.67, 1], each value in one bin, one outside [0, 1] in the nearest.
 * - `inclusive`, the original's way to count: [0, .33] [.33, .67] [.67, 1], a value on an inner edge in two bins,
 *   one outside [0, 1] in none.
 * - `strict`, the original's way to route: (0, .33) (.33, .67) (.67, 1), a value on any edge in none: neither
 *   0 nor 1, nor the longest of all.
 */
export type Edges = "half-open" | "inclusive" | "strict";

/** Where an inner edge lies among the fitted lengths. */
export interface LengthCut {
  /** The smallest length whose percentile reaches the edge, in tokens. */
  readonly from: number;
  /** Whether its percentile is the edge exactly: with inclusive edges it counts below as well. */
  readonly onEdge: boolean;
}

/** What is kept of the fitted lengths of one measure; percentile = average rank / n, in (0, 1]. */
export interface LengthReference {
  /** Fitted rows in which the measure is not null. */
  readonly count: number;
  /** Range of the fitted lengths in tokens; [0, 0] for no rows. */
  readonly range: readonly [number, number];
  /** One a inner edge; null where no percentile reaches it. */
  readonly cuts: readonly [LengthCut | null, LengthCut | null];
}

/** All that is needed to bin a value later; plain JSON. */
export interface Bins {
  readonly schema: "hyper-bins/1";
  readonly lengths: { readonly [M in LengthMeasure]: LengthReference };
}

/** The lengths of one instance. */
type Lengths = Pick<Features, LengthMeasure>;

/** Fits the length percentiles of each measure to the rows where it is not null. */
export function fitBins(features: readonly Lengths[]): Bins {
  const references = LENGTH_MEASURES.map((measure) => [measure, fitReference(features, measure)] as const);
  return { schema: "hyper-bins/1", lengths: Object.fromEntries(references) as Bins["lengths"] };
}

function fitReference(features: readonly Lengths[], measure: LengthMeasure): LengthReference {
  const known = features.flatMap((row) => row[measure] ?? []);
  const percentiles = averageRanks(known).map((rank) => rank / known.length);
  const [low, high] = INNER_EDGES;
  return {
    count: known.length,
    range: known.length === 0 ? [0, 0] : extent(known),
    cuts: [findCut(known, percentiles, low), findCut(known, percentiles, high)],
  };
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** Percentiles rise with lengths, so the smallest percentile at or above the edge belongs to the smallest length. */
function findCut(lengths: readonly number[], percentiles: Float64Array, edge: number): LengthCut | null {
  let cut: LengthCut | null = null;
  for (const [i, percentile] of percentiles.entries()) {
    const from = lengths[i]!;
    if (percentile >= edge && (cut === null || from < cut.from)) cut = { from, onEdge: percentile === edge };
  }
  return cut;
}

/** The bins of a value, none to two, and whether it lay outside the legal or fitted range. */
export interface Binned {
  readonly bins: readonly BinIndex[];
  readonly clamped: boolean;
}

/** Bins a similarity, or a percentile, by its value. With half-open edges it is clamped to [0, 1]. */
export function binSimilarity(value: number, edges: Edges): Binned {
  const clamped = value < 0 || value > 1;
  if (edges !== "half-open" && clamped) return { bins: NONE, clamped };
  if (edges === "strict" && (value === 0 || value === 1)) return { bins: NONE, clamped };
  const [low, high] = INNER_EDGES;
  return { bins: toBins(sideOf(value, low), sideOf(value, high), edges), clamped };
}

function sideOf(value: number, edge: number): Side {
  return value === edge ? "on" : value > edge ? "above" : "below";
}

/**
 * Bins a length by its percentile in the fitted data. A length between two fitted ones falls in the bin of the
 * smaller; one outside their range in the bin of the nearest, and it counts as clamped. No bin without fitted data.
 */
export function binLength(
  value: number,
  reference: LengthReference,
  edges: Exclude<Edges, "strict"> = "half-open",
): Binned {
  if (reference.count === 0) return { bins: NONE, clamped: false };
  const [min, max] = reference.range;
  const inside = Math.min(max, Math.max(min, value));
  const [low, high] = reference.cuts;
  return { bins: toBins(sideOfCut(inside, low), sideOfCut(inside, high), edges), clamped: inside !== value };
}

function sideOfCut(length: number, cut: LengthCut | null): Side {
  if (cut === null || length < cut.from) return "below";
  return cut.onEdge && length === cut.from ? "on" : "above";
}

type Side = "below" | "on" | "above";

const NONE: readonly BinIndex[] = [];
const ONE: readonly (readonly BinIndex[])[] = [[0], [1], [2]];
const LOW_TWO: readonly BinIndex[] = [0, 1];
const HIGH_TWO: readonly BinIndex[] = [1, 2];

function toBins(low: Side, high: Side, edges: Edges): readonly BinIndex[] {
  if (edges === "strict" && (low === "on" || high === "on")) return NONE;
  if (edges === "inclusive" && low === "on") return LOW_TWO;
  if (edges === "inclusive" && high === "on") return HIGH_TWO;
  return ONE[low === "below" ? 0 : high === "below" ? 1 : 2]!;
}
