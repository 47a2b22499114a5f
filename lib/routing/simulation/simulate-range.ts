/** A range of a simulation's mixes: the best of them, and figures of each part between checkpoints. */
import type { BlockScorer } from "./score-blocks.js";
import { joinStatistics, type ScoreStatistics, statisticsOf } from "./score-statistics.js";
import { ranksBefore, type SimulatedMix, TopMixes } from "./top-mixes.js";

export interface SimulationRange {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

export interface RangePlan {
  /** How many of the best mixes are kept. */
  readonly keepCount: number;
  /** Parts end after so many mixes of the whole simulation; ascending. */
  readonly checkpoints: readonly number[];
  /** One mix in so many is reported, to be counted again. */
  readonly sampleEvery: number;
}

/** Mixes between two checkpoints, or ends of the range. */
export interface RangePart {
  readonly end: number;
  readonly best: SimulatedMix;
  readonly statistics: ScoreStatistics;
}

export interface RangeResult {
  /** Best first. */
  readonly best: readonly SimulatedMix[];
  readonly parts: readonly RangePart[];
  readonly samples: readonly SimulatedMix[];
}

/** Simulates mixes `first` … `end - 1`. Where its blocks end depends on the range alone. */
export function simulateRange(
  scorer: BlockScorer,
  { first, end }: SimulationRange,
  { keepCount, checkpoints, sampleEvery }: RangePlan,
): RangeResult {
  const top = new TopMixes(keepCount);
  const samples: SimulatedMix[] = [];
  const parts: RangePart[] = [];
  let part: RangePart | null = null;
  for (let at = first; at < end; ) {
    const partEnd = Math.min(checkpoints.find((checkpoint) => checkpoint > at) ?? end, end);
    const count = Math.min(partEnd - at, scorer.blockSize);
    const { humanCounts, scores } = scorer.score(at, count);
    const mixOf = (slot: number): SimulatedMix => ({
      index: at + slot,
      humanCount: humanCounts[slot]!,
      score: scores[slot]!,
    });
    let bestSlot = 0;
    for (let slot = 0; slot < count; slot++) {
      const score = scores[slot]!;
      if (score > scores[bestSlot]!) bestSlot = slot;
      if (score > top.threshold) top.add(mixOf(slot));
      if ((at + slot) % sampleEvery === 0) samples.push(mixOf(slot));
    }
    const statistics = statisticsOf(scores.subarray(0, count));
    part = joinParts(part, { end: at + count, best: mixOf(bestSlot), statistics });
    at += count;
    if (at === partEnd) {
      parts.push(part);
      part = null;
    }
  }
  return { best: top.ranked(), parts, samples };
}

/** Two parts, one after the other. */
export function joinParts(before: RangePart | null, part: RangePart): RangePart {
  if (before === null) return part;
  return {
    end: part.end,
    best: ranksBefore(part.best, before.best) ? part.best : before.best,
    statistics: joinStatistics(before.statistics, part.statistics),
  };
}
