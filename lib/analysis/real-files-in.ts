/** Finds the files whose labels an analyzer can be measured on. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RealFiles } from "../tags/index.js";

/**
 * The known files below a folder, `data/preferences` and `data/rewardbench-like` in it; those that are not there are left
 * out. Names and contents: docs/tags.md.
 */
export function realFilesIn(folder: string): RealFiles {
  const preferences = join(folder, "data", "preferences");
  const benchmark = join(folder, "data", "rewardbench-like");
  const programs = existsSync(benchmark)
    ? readdirSync(benchmark)
        .filter((name) => /^hep-\w+\.jsonl$/.test(name))
        .sort()
        .map((name) => join(benchmark, name))
    : [];
  const named = {
    mtBench: join(preferences, "mt-bench.jsonl"),
    xstestPairs: join(preferences, "xstest-pairs.jsonl"),
    xstestRefuse: join(benchmark, "xstest-should-refuse.jsonl"),
    xstestRespond: join(benchmark, "xstest-should-respond.jsonl"),
    gsm8k: join(benchmark, "gsm8k-math.jsonl"),
  };
  const present = Object.fromEntries(Object.entries(named).filter(([, path]) => existsSync(path)));
  return programs.length === 0 ? present : { ...present, humanEvalPack: programs };
}
