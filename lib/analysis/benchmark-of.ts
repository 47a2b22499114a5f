/** A benchmark as it is asked for: a file, a folder, or a holdout of the pairs themselves. */
import { createRng } from "../base/index.js";
import {
  type BenchmarkItem,
  holdoutBenchmark,
  type Preference,
  parseHoldout,
  readBenchmark,
} from "../datasets/index.js";

export interface PairsAndBenchmark {
  /** The pairs that are left to train on: all, or those that a holdout did not take. */
  readonly train: readonly Preference[];
  readonly benchmark: readonly BenchmarkItem[];
  readonly isHoldout: boolean;
}

/**
 * Reads a benchmark, or makes one of the pairs.
 * @param benchmark path of a file or folder, or `holdout:0.25`
 * @param seed draws the prompts of a holdout
 * @throws {BadInputError} listing what is wrong with the benchmark
 */
export async function benchmarkOf(
  preferences: readonly Preference[],
  benchmark: string,
  seed: number,
): Promise<PairsAndBenchmark> {
  const fraction = parseHoldout(benchmark);
  if (fraction === null) {
    return { train: preferences, benchmark: (await readBenchmark(benchmark)).rows, isHoldout: false };
  }
  return {
    ...holdoutBenchmark(preferences, fraction, createRng(seed).fork("holdout")),
    isHoldout: true,
  };
}
