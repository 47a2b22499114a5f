/** How the nine textual measures are distributed, and where their bins lie. */
import { type Bins, type Features, LENGTH_MEASURES, MEASURES, type Measure } from "../tags/index.js";

/** One bar of a histogram. */
export type MeasureBar = {
  readonly measure: Measure;
  /** Bounds in the unit of the measure: a similarity, or LLaMA tokens. */
  readonly from: number;
  readonly to: number;
  /** Pairs in [from, to); the last bar of a measure holds its upper bound too. */
  readonly count: number;
};

/** The two edges between the three bins of a measure, in its unit; NaN where no value reaches an edge. */
export interface MeasureEdges {
  readonly measure: Measure;
  readonly edges: readonly [number, number];
}

const BAR_COUNT = 24;
const SIMILARITY_EDGES = [0.33, 0.67] as const;

/**
 * Histograms of all nine measures. Similarities have bars of equal width in [0, 1] (values of other definitions outside
 * it are drawn at its ends); lengths have bars of equal ratio, since a few are very long.
 */
export function measureDistributions(features: readonly Features[]): MeasureBar[] {
  return MEASURES.flatMap((measure) => {
    const values = features.flatMap((row) => row[measure] ?? []);
    const bounds = isLength(measure) ? ratioBounds(values) : evenBounds();
    return countBars(measure, values, bounds);
  });
}

/** Where the bins of each measure meet: similarities at fixed values, lengths at fitted percentiles. */
export function measureEdges(bins: Bins): MeasureEdges[] {
  return MEASURES.map((measure) => {
    if (!isLength(measure)) return { measure, edges: SIMILARITY_EDGES };
    const [low, high] = bins.lengths[measure].cuts;
    return { measure, edges: [low?.from ?? Number.NaN, high?.from ?? Number.NaN] };
  });
}

function isLength(measure: Measure): measure is (typeof LENGTH_MEASURES)[number] {
  return (LENGTH_MEASURES as readonly Measure[]).includes(measure);
}

function evenBounds(): number[] {
  return Array.from({ length: BAR_COUNT + 1 }, (_, i) => i / BAR_COUNT);
}

/** Powers of one ratio from 1 to beyond the longest, rounded to whole tokens; 0 has a bar of its own. */
function ratioBounds(values: readonly number[]): number[] {
  const longest = values.reduce((most, value) => Math.max(most, value), 1);
  const steps = Array.from({ length: BAR_COUNT + 1 }, (_, i) => Math.round((longest + 1) ** (i / BAR_COUNT)));
  return [...new Set([0, ...steps])];
}

function countBars(measure: Measure, values: readonly number[], bounds: readonly number[]): MeasureBar[] {
  const counts = new Array<number>(bounds.length - 1).fill(0);
  for (const value of values) {
    const place = bounds.findLastIndex((bound) => bound <= value);
    counts[Math.min(counts.length - 1, Math.max(0, place))]! += 1;
  }
  return counts.map((count, i) => ({ measure, from: bounds[i]!, to: bounds[i + 1]!, count }));
}
