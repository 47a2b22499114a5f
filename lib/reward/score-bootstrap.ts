/**
 * Bootstrap over training runs and benchmark items: how far scores, and differences of scores over the same items,
 * could lie from what was measured. Runs are resampled first, then items within each subset, so that its size
 * stays; a score of one run reflects the luck of its items alone.
 * Source: Efron and Tibshirani 1993, chapters 8 (stratified, several levels) and 13 (percentile intervals).
 */
import type { Rng } from "../base/index.js";
import { type Interval, quantile, standardDeviation } from "../math/index.js";
import {
  type BenchmarkScores,
  groupSubsets,
  type ScoredItem,
  type ScoreOptions,
  scoreSubsets,
} from "./score.js";
import { scoreRow } from "./score-table.js";

export interface BootstrapOptions extends ScoreOptions {
  /** Coverage in (0, 1); default 0.95. */
  readonly level?: number;
  /** Default 1000. */
  readonly resamples?: number;
}

/** By column: `Overall` and the sections present. */
export type ByColumn<Value> = Readonly<Record<string, Value>>;

/** What each run of a mix gets right, 1 or 0 an item in the order of the items; one array a run. */
export type Runs = readonly ArrayLike<number>[];

/**
 * Percentile intervals of the mean score over runs: Overall and each section.
 * @throws {RangeError} if there is no run, or one is not as long as the items
 */
export function scoreIntervals(
  items: readonly ScoredItem[],
  runs: Runs,
  rng: Rng,
  options: BootstrapOptions = {},
): ByColumn<Interval> {
  checkRuns("scoreIntervals", items, runs);
  const draws = resampledScores(items, runs, rng, options);
  return mapColumns(draws, (values) => percentileInterval(values, options.level));
}

/** A difference of scores, first minus second, and what could have been seen. */
export interface ScoreComparison {
  readonly difference: number;
  readonly interval: Interval;
  readonly standardError: number;
  /** Smallest true difference that a two-sided test at 5 % finds in 80 % of cases: 2.8 standard errors. */
  readonly detectable: number;
}

/** z(0.975) + z(0.8): standard errors between no effect and one found at 5 % with 80 % power. */
const DETECTABLE_ERRORS = 2.8;

/**
 * Compares two mixes on the same items, run by run: run i of both shares its training subsample, so each resample
 * takes the same runs and the same items for both.
 * @throws {RangeError} if the numbers of runs differ or are 0, or a run is not as long as the items
 */
export function compareScores(
  items: readonly ScoredItem[],
  first: Runs,
  second: Runs,
  rng: Rng,
  options: BootstrapOptions = {},
): ByColumn<ScoreComparison> {
  checkRuns("compareScores", items, first);
  checkRuns("compareScores", items, second);
  if (first.length !== second.length) {
    throw new RangeError(`compareScores: ${first.length} runs against ${second.length}`);
  }
  // Scores are linear in the items, so the difference of scores is the score of differences.
  const changes = first.map((run, r) => Float64Array.from(run, (value, i) => value - second[r]![i]!));
  const everyRun = changes.map((_, r) => r);
  const observed = scoreColumnsOnly(scoreOf(items, meanOfRuns(changes, everyRun), options));
  return mapColumns(resampledScores(items, changes, rng, options), (values, column) => {
    const standardError = standardDeviation(values);
    return {
      difference: observed[column]!,
      interval: percentileInterval(values, options.level),
      standardError,
      detectable: DETECTABLE_ERRORS * standardError,
    };
  });
}

function checkRuns(caller: string, items: readonly ScoredItem[], runs: Runs): void {
  if (runs.length === 0) throw new RangeError(`${caller}: there is no run`);
  for (const run of runs) {
    if (run.length !== items.length) {
      throw new RangeError(`${caller}: ${run.length} results for ${items.length} items`);
    }
  }
}

/** Each item's mean over the runs at some places, a place counting as often as it is named. */
function meanOfRuns(runs: Runs, places: readonly number[]): Float64Array {
  const means = new Float64Array(runs[0]!.length);
  for (const place of places) {
    const run = runs[place]!;
    for (let i = 0; i < means.length; i++) means[i]! += run[i]! / places.length;
  }
  return means;
}

function percentileInterval(values: Float64Array, level = 0.95): Interval {
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) };
}

function scoreOf(
  items: readonly ScoredItem[],
  values: ArrayLike<number>,
  options: ScoreOptions,
): BenchmarkScores {
  return scoreSubsets(
    groupSubsets(items).map(({ subset, section, members }) => ({
      subset,
      section,
      count: members.length,
      accuracy: members.reduce((sum, item) => sum + values[item]!, 0) / members.length,
    })),
    options,
  );
}

/** Overall and sections without the subsets. */
function scoreColumnsOnly(scores: BenchmarkScores): Record<string, number> {
  return scoreRow({ ...scores, subsets: {} });
}

function resampledScores(
  items: readonly ScoredItem[],
  runs: Runs,
  rng: Rng,
  { counts, resamples = 1000 }: BootstrapOptions,
): ByColumn<Float64Array> {
  const groups = groupSubsets(items);
  const draws: Record<string, Float64Array> = {};
  for (let b = 0; b < resamples; b++) {
    const values = meanOfRuns(
      runs,
      runs.map(() => rng.int(runs.length)),
    );
    const scores = scoreSubsets(
      groups.map(({ subset, section, members }) => ({
        subset,
        section,
        count: members.length,
        accuracy: resampledMean(values, members, rng),
      })),
      { counts },
    );
    for (const [column, value] of Object.entries(scoreColumnsOnly(scores))) {
      draws[column] ??= new Float64Array(resamples);
      draws[column][b] = value;
    }
  }
  return draws;
}

function resampledMean(values: Float64Array, members: readonly number[], rng: Rng): number {
  let sum = 0;
  for (let i = 0; i < members.length; i++) sum += values[members[rng.int(members.length)]!]!;
  return sum / members.length;
}

function mapColumns<Value>(
  draws: ByColumn<Float64Array>,
  map: (values: Float64Array, column: string) => Value,
): ByColumn<Value> {
  return Object.fromEntries(Object.entries(draws).map(([column, values]) => [column, map(values, column)]));
}
