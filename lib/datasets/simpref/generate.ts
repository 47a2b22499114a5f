/**
 * SimPref: the simulated corpus that the workbench shows itself on. Real sentences, known truth, simulated
 * models and annotators that err as `config.ts` declares. Same seed, same bytes.
 */
import { createRng } from "../../base/index.js";
import type { BenchmarkItem } from "../benchmark.js";
import type { Preference } from "../preference.js";
import { benchmarkItems } from "./benchmark.js";
import { loadContent } from "./content.js";
import { dealErrors } from "./control.js";
import { drawKnowledge } from "./knowledge.js";
import { simulatedPairs, toPreference } from "./training.js";

export interface SimPrefOptions {
  readonly seed: number | string;
  /** Training pairs. Default {@link DEFAULT_PAIR_COUNT}. */
  readonly pairCount?: number;
  /** Benchmark items, up to rounding in subsets. Default {@link DEFAULT_BENCHMARK_COUNT}. */
  readonly benchmarkCount?: number;
  /** `by-tag` (default): errors as declared; `uniform`: the control, the same errors dealt at random. */
  readonly errors?: "by-tag" | "uniform";
}

export interface SimPref {
  readonly preferences: readonly Preference[];
  readonly benchmark: readonly BenchmarkItem[];
}

export const DEFAULT_PAIR_COUNT = 2400;
export const DEFAULT_BENCHMARK_COUNT = 1200;

/** @throws {Error} if the material is too small for the counts */
export function generateSimPref({
  seed,
  pairCount = DEFAULT_PAIR_COUNT,
  benchmarkCount = DEFAULT_BENCHMARK_COUNT,
  errors = "by-tag",
}: SimPrefOptions): SimPref {
  const rng = createRng(seed).fork("simpref");
  const content = loadContent();
  const knowledge = drawKnowledge(content, rng.fork("knowledge"));
  const pairs = simulatedPairs(content, knowledge, pairCount, rng.fork("pairs"));
  const labelled = errors === "uniform" ? dealErrors(pairs, rng.fork("control")) : pairs;
  const digits = Math.max(4, String(pairCount).length);
  return {
    preferences: labelled.map((pair, i) =>
      toPreference(pair, `simpref-${String(i + 1).padStart(digits, "0")}`),
    ),
    benchmark: benchmarkItems({ content, knowledge }, benchmarkCount, rng.fork("benchmark")),
  };
}
