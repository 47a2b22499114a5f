/**
 * Simulation at scale: many mixes drawn by Algorithm 1, each scored by a predictor, the best kept as they stream by.
 * Source: arXiv 2410.19133, §2.3 and Appendix E, where 500 are drawn.
 */
import { availableParallelism } from "node:os";
import { BadInputError, createWorkerPool, type Progress } from "../../base/index.js";
import type { TagMatrix } from "../../tags/index.js";
import { recount } from "./recount.js";
import { checkDraw, MAX_SIMULATED_MIXES, type SimulationSeed, simulationSeed } from "./redraw-mix.js";
import { createBlockScorer, type SimulationDraws } from "./score-blocks.js";
import { type ScoreStatistics, scoreSd } from "./score-statistics.js";
import type { PolynomialScorer, SimulationScorer } from "./scorer.js";
import {
  joinParts,
  type RangePart,
  type RangePlan,
  type RangeResult,
  type SimulationRange,
  simulateRange,
} from "./simulate-range.js";
import type { WorkerInput } from "./simulation-worker.js";
import { byRank, type SimulatedMix } from "./top-mixes.js";

export interface SimulateOptions {
  /** Mixes are drawn by its tags. */
  readonly matrix: Pick<TagMatrix, "ids" | "columns">;
  /** What scores them. Polynomials are fastest by far. */
  readonly scorer: SimulationScorer;
  /** Mix i is the same whatever the count, the scorer and the number of workers. */
  readonly seed: SimulationSeed;
  /** How many mixes, 1 … 2^30. */
  readonly count: number;
  /** How many of the best are kept; default 1. */
  readonly keepCount?: number;
  /** Instances that humans label in every mix; by default each draws its own number from [1, N - 1]. */
  readonly budgetCount?: number;
  /** Numbers of mixes for which the best of the first so many is wanted; default the powers of two from 128 on, and `count`. */
  readonly checkpoints?: readonly number[];
  /** Threads, for polynomials; default one a core where there is enough to do. 1 stays in this thread. */
  readonly workers?: number;
  /** Told of every mix that is done. */
  readonly progress?: Pick<Progress, "advance">;
}

export interface Simulation {
  /** Best first; of equal scores the earlier mix. */
  readonly best: readonly SimulatedMix[];
  /** Of all scores. */
  readonly scores: { readonly mean: number; readonly sd: number; readonly min: number; readonly max: number };
  /** The best of the first `count` mixes, for each checkpoint. */
  readonly bestOfFirst: readonly { readonly count: number; readonly mix: SimulatedMix }[];
  /** How many mixes were drawn, counted and scored again by plain code, and came out the same to the last bit. */
  readonly recounted: number;
}

/** The mixes kept by {@link simulateMixes}. */
export async function simulateBest(options: SimulateOptions): Promise<readonly SimulatedMix[]> {
  return (await simulateMixes(options)).best;
}

/** One mix in so many is counted again by plain code, besides those that are kept. */
const RECOUNT_EVERY = 10_000;
/** Of the best, so many are. */
const RECOUNT_BEST = 100;
/** Mixes that a thread takes at a time. */
const RANGE_MIXES = 16_384;
/** Mixes times instances for which threads are worth starting: half a second's work. */
const WORTH_THREADS = 4e8;

/**
 * Draws, counts and scores mixes 0 … count - 1 of a seed. The result does not depend on the number of workers.
 * @throws {RangeError} if an option is out of its range
 * @throws {BadInputError} if a score is not finite
 */
export async function simulateMixes(options: SimulateOptions): Promise<Simulation> {
  const { matrix, scorer, count, keepCount = 1, budgetCount } = options;
  const rowCount = matrix.ids.length;
  const checkpoints = checkCounts(count, keepCount, options.checkpoints);
  checkDraw(rowCount, budgetCount);
  const seed = simulationSeed(options.seed);
  const draws: SimulationDraws = {
    columns: matrix.columns,
    rowCount,
    seed,
    budgetCount: budgetCount ?? null,
  };
  const plan: RangePlan = { keepCount, checkpoints, sampleEvery: RECOUNT_EVERY };
  const results = await simulateRanges(draws, scorer, plan, options);

  const parts = results.flatMap((result) => result.parts);
  const { bestOfFirst, all } = throughCheckpoints(parts, checkpoints);
  checkFinite(all.statistics);
  const best = results
    .flatMap((result) => result.best)
    .sort(byRank)
    .slice(0, keepCount);
  const again = [...best.slice(0, RECOUNT_BEST), ...results.flatMap((result) => result.samples)];
  const recounted = recount(draws, scorer, again);
  const { mean, min, max } = all.statistics;
  return { best, scores: { mean, sd: scoreSd(all.statistics), min, max }, bestOfFirst, recounted };
}

/** Ranges in order, whoever works on them. */
async function simulateRanges(
  draws: SimulationDraws,
  scorer: SimulationScorer,
  plan: RangePlan,
  { count, workers, progress }: SimulateOptions,
): Promise<RangeResult[]> {
  const ranges = Array.from({ length: Math.ceil(count / RANGE_MIXES) }, (_, i) => ({
    first: i * RANGE_MIXES,
    end: Math.min(count, (i + 1) * RANGE_MIXES),
  }));
  const wanted = workers ?? (count * draws.rowCount < WORTH_THREADS ? 1 : availableParallelism());
  const threads = Math.min(wanted, ranges.length);
  if (threads > 1 && "polynomial" in scorer) {
    return simulateInThreads(ranges, threads, { draws, scorer: plainScorer(scorer), plan }, progress);
  }
  const blockScorer = createBlockScorer(draws, scorer);
  const results: RangeResult[] = [];
  for (const range of ranges) {
    results.push(simulateRange(blockScorer, range, plan));
    progress?.advance(range.end - range.first);
    // Signals and progress get their turn.
    if (ranges.length > 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}

async function simulateInThreads(
  ranges: readonly SimulationRange[],
  threads: number,
  shared: WorkerInput,
  progress: SimulateOptions["progress"],
): Promise<RangeResult[]> {
  const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  const worker = new URL(`./simulation-worker${extension}`, import.meta.url);
  const pool = createWorkerPool<SimulationRange, RangeResult>(worker, { workers: threads, shared });
  try {
    return await Promise.all(
      ranges.map(async (range) => {
        const result = await pool.run(range);
        progress?.advance(range.end - range.first);
        return result;
      }),
    );
  } finally {
    await pool.close();
  }
}

/** Its data alone, which can be sent to a thread. */
function plainScorer({ polynomial, columns, factor }: PolynomialScorer): PolynomialScorer {
  const { intercept, coefficients, products } = polynomial;
  return { polynomial: { intercept, coefficients, products }, columns, factor };
}

function throughCheckpoints(
  parts: readonly RangePart[],
  checkpoints: readonly number[],
): { readonly bestOfFirst: Simulation["bestOfFirst"]; readonly all: RangePart } {
  const bestOfFirst: { count: number; mix: SimulatedMix }[] = [];
  const wanted = new Set(checkpoints);
  let all = parts[0]!;
  for (const [i, part] of parts.entries()) {
    if (i > 0) all = joinParts(all, part);
    if (wanted.has(all.end)) bestOfFirst.push({ count: all.end, mix: all.best });
  }
  return { bestOfFirst, all };
}

/** @returns the checkpoints, ascending */
function checkCounts(count: number, keepCount: number, checkpoints: readonly number[] | undefined): number[] {
  if (!Number.isInteger(count) || count < 1 || count > MAX_SIMULATED_MIXES) {
    throw new RangeError(`${count} mixes: it must be an integer from 1 to ${MAX_SIMULATED_MIXES}`);
  }
  if (!Number.isInteger(keepCount) || keepCount < 1) {
    throw new RangeError(`the best ${keepCount} mixes: it must be an integer from 1 on`);
  }
  const wanted = checkpoints ?? [...powersOfTwo(count), count];
  const wrong = wanted.find((at) => !Number.isInteger(at) || at < 1 || at > count);
  if (wrong !== undefined)
    throw new RangeError(`checkpoint ${wrong}: it must be an integer from 1 to ${count}`);
  return [...new Set(wanted)].sort((a, b) => a - b);
}

function powersOfTwo(end: number): number[] {
  const powers: number[] = [];
  for (let power = 128; power < end; power *= 2) powers.push(power);
  return powers;
}

function checkFinite({ mean, squares }: ScoreStatistics): void {
  if (Number.isFinite(mean) && Number.isFinite(squares)) return;
  throw new BadInputError([
    {
      place: "ppm",
      value: String(mean),
      rule: "the predicted scores of simulated mixes must be finite",
      remedy: "fit the model to counts of this size, or with a penalty",
    },
  ]);
}
