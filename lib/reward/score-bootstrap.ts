/**
 * Bootstrap over benchmark items, resampled within each subset so that its size stays: how far scores, and
 * differences of scores over the same items, could lie from what was measured.
 * Source: Efron and Tibshirani 1993, chapters 8 (stratified) and 13 (percentile intervals).
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

/** Percentile intervals of Overall and of each section. */
export function scoreIntervals(
  items: readonly ScoredItem[],
  right: ArrayLike<number>,
  rng: Rng,
  options: BootstrapOptions = {},
): ByColumn<Interval> {
  const draws = resampledScores(items, right, rng, options);
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
 * Compares two models on the same items: each resample takes the same items for both.
 * @param first what the first model gets right: 1 or 0 an item, or the share of several runs that do
 * @throws {RangeError} if the lengths differ
 */
export function compareScores(
  items: readonly ScoredItem[],
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  rng: Rng,
  options: BootstrapOptions = {},
): ByColumn<ScoreComparison> {
  if (first.length !== items.length || second.length !== items.length) {
    throw new RangeError(
      `compareScores: ${first.length} and ${second.length} results for ${items.length} items`,
    );
  }
  // Scores are linear in the items, so the difference of scores is the score of differences.
  const changes = Float64Array.from(first, (value, i) => value - second[i]!);
  const observed = scoreColumnsOnly(scoreOf(items, changes, options));
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
  values: ArrayLike<number>,
  rng: Rng,
  { counts, resamples = 1000 }: BootstrapOptions,
): ByColumn<Float64Array> {
  const groups = groupSubsets(items).map((group) => ({
    ...group,
    values: Float64Array.from(group.members, (item) => values[item]!),
  }));
  const draws: Record<string, Float64Array> = {};
  for (let b = 0; b < resamples; b++) {
    const scores = scoreSubsets(
      groups.map((group) => ({
        subset: group.subset,
        section: group.section,
        count: group.values.length,
        accuracy: resampledMean(group.values, rng),
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

function resampledMean(values: Float64Array, rng: Rng): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[rng.int(values.length)]!;
  return sum / values.length;
}

function mapColumns<Value>(
  draws: ByColumn<Float64Array>,
  map: (values: Float64Array, column: string) => Value,
): ByColumn<Value> {
  return Object.fromEntries(Object.entries(draws).map(([column, values]) => [column, map(values, column)]));
}
