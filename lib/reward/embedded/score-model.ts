/** Scores an embedded model on the benchmark its features were prepared with. */
import {
  type BenchmarkScores,
  rightFromMargins,
  type ScoredItem,
  type ScoreOptions,
  scoreBenchmark,
} from "../score.js";
import type { PreparedFeatures } from "./prepare.js";
import { benchmarkMargins } from "./train.js";

export function scoreModel(
  prepared: Pick<PreparedFeatures, "benchmark">,
  weights: Float64Array,
  items: readonly ScoredItem[],
  options: ScoreOptions = {},
): { readonly scores: BenchmarkScores; readonly right: Uint8Array } {
  const right = rightFromMargins(benchmarkMargins(prepared.benchmark, weights));
  return { scores: scoreBenchmark(items, right, options), right };
}
