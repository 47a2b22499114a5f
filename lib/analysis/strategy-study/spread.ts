/** Means over repeats, with their spread and bootstrap intervals. */
import { type Rng, sha256 } from "../../base/index.js";
import { bootstrapInterval, type Interval, mean, standardDeviation } from "../../math/index.js";
import {
  compareScores,
  type Runs,
  type ScoredItem,
  scoreBenchmark,
  scoreIntervals,
} from "../../reward/index.js";
import type { Spread } from "./strategy-study-row.js";

/** Values of repeats, resampled over repeats alone. */
export function spreadOverRepeats(values: readonly number[], rng: Rng): Spread {
  const interval = bootstrapInterval(
    values.length,
    (indices) => mean(Float64Array.from(indices, (i) => values[i]!)),
    rng,
  );
  return spread(values, interval);
}

/** Overall of repeats, resampled over repeats and items. @param runs what each repeat gets right, one value an item */
export function spreadOverItems(items: readonly ScoredItem[], runs: Runs, rng: Rng): Spread {
  return spread(overallOf(items, runs), scoreIntervals(items, runs, rng).Overall!);
}

/** Differences of Overall, repeat by repeat, resampled over repeats and items. */
export function spreadOfDifference(
  items: readonly ScoredItem[],
  first: Runs,
  second: Runs,
  rng: Rng,
): Spread {
  const firsts = overallOf(items, first);
  const seconds = overallOf(items, second);
  const differences = firsts.map((score, repeat) => score - seconds[repeat]!);
  return spread(differences, compareScores(items, first, second, rng).Overall!.interval);
}

/** Spreads over some items; those of the same runs are computed once, since strategies often choose alike. */
export interface ItemSpreads {
  score(runs: readonly Float64Array[]): Spread;
  difference(first: readonly Float64Array[], second: readonly Float64Array[]): Spread;
}

/** @param rng a fresh one for each spread: the same resamples for all */
export function itemSpreads(items: readonly ScoredItem[], rng: () => Rng): ItemSpreads {
  const known = new Map<string, Spread>();
  const once = (key: string, compute: () => Spread): Spread => {
    const found = known.get(key) ?? compute();
    known.set(key, found);
    return found;
  };
  return {
    score: (runs) => once(hashRuns(runs), () => spreadOverItems(items, runs, rng())),
    difference: (first, second) =>
      once(`${hashRuns(first)}-${hashRuns(second)}`, () => spreadOfDifference(items, first, second, rng())),
  };
}

function hashRuns(runs: readonly Float64Array[]): string {
  return runs.map((run) => sha256(new Uint8Array(run.buffer, run.byteOffset, run.byteLength))).join(".");
}

/** Overall of each repeat. */
export function overallOf(items: readonly ScoredItem[], runs: Runs): number[] {
  return runs.map((right) => scoreBenchmark(items, right).overall);
}

function spread(values: readonly number[], { low, high }: Interval): Spread {
  return { repeats: values.length, mean: mean(values), sd: standardDeviation(values), low, high };
}
