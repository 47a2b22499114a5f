/** The benchmark: four sections, several subsets each, gold labels from the declared quality. */
import type { Rng } from "../../base/index.js";
import { type BenchmarkItem, SECTIONS } from "../benchmark.js";
import { benchmarkTask, type Material } from "./benchmark-tasks.js";
import { BENCHMARK_SHARES, type BenchmarkSubset, SIMULATED_MODELS } from "./config.js";
import { drawManner, dress } from "./manner.js";
import { qualityOf } from "./quality.js";

/** A smaller gap in quality is no gold label. */
const LEAST_GAP = 0.3;
const MAX_TRIES = 50;

/** Makes the items, section by section. No two are equal. */
export function benchmarkItems(material: Material, itemCount: number, rng: Rng): BenchmarkItem[] {
  const seen = new Set<string>();
  const subsets = Object.keys(BENCHMARK_SHARES) as BenchmarkSubset[];
  const items = subsets.flatMap((subset) =>
    Array.from({ length: Math.round(BENCHMARK_SHARES[subset][1] * itemCount) }, (_, i) =>
      newItem(subset, i, material, seen, rng),
    ),
  );
  return SECTIONS.flatMap((section) => items.filter((item) => item.section === section)).map((item, i) => ({
    ...item,
    id: `simpref-benchmark-${String(i + 1).padStart(4, "0")}`,
  }));
}

/** @throws {Error} if the material is too small for so many different items */
function newItem(
  subset: BenchmarkSubset,
  i: number,
  material: Material,
  seen: Set<string>,
  rng: Rng,
): Omit<BenchmarkItem, "id"> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const own = rng.fork(subset, i, attempt);
    const { task, manners } = benchmarkTask(subset, i, material, own);
    const [best, worst] = task.cores.map((core, k) => {
      const manner = manners?.[k] ?? drawManner(own.pick(SIMULATED_MODELS), own);
      return dress(core, manner, material.content, "benchmark", own);
    });
    const gap = qualityOf(best!.traits, task.truth) - qualityOf(worst!.traits, task.truth);
    const texts = { prompt: task.prompt, chosen: best!.text, rejected: worst!.text };
    const key = JSON.stringify(texts);
    if (gap < LEAST_GAP || seen.has(key)) continue;
    seen.add(key);
    const [section] = BENCHMARK_SHARES[subset];
    return { subset, section, ...texts, extra: { simpref_truth: { ...task.truth } } };
  }
  throw new Error(`simpref: no new item for "${subset}" after ${MAX_TRIES} tries; ask for fewer items`);
}
