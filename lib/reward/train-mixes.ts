/** Trains one reward model a mix, and keeps what is done: the loop behind `hyper train`. */
import { BadInputError, type Problem } from "../base/index.js";
import type { BenchmarkItem, LabelledPair } from "../datasets/index.js";
import { createEmbeddedTrainer } from "./embedded/embedded-trainer.js";
import type { RewardJob, RewardResult } from "./job.js";
import { loadResult, storeResult } from "./result-store.js";
import { scoreColumns, scoreRow } from "./score-table.js";
import { type JobOptions, jobOf, type Mix, type RewardTrainer } from "./trainer.js";

export interface TrainMixesOptions extends JobOptions {
  readonly mixes: readonly Mix[];
  /** Usable pairs: labelled by both sides, no ties. */
  readonly pairs: readonly LabelledPair[];
  readonly benchmark: readonly BenchmarkItem[];
  /**
   * All ids that mixes may name; those not among `pairs` (ties) drop out. Default: the ids of `pairs`.
   */
  readonly knownIds?: ReadonlySet<string>;
  /** Folder for finished jobs; without it nothing is kept. */
  readonly workDir?: string;
  /** Default: the embedded backend on `pairs` and `benchmark`. */
  readonly trainer?: RewardTrainer;
  /** Called once before training, with how many mixes were found done and how many are left. */
  readonly onPlan?: (found: number, missing: number) => void;
  /** Called as each missing mix has been trained. */
  readonly onTrained?: (job: RewardJob, result: RewardResult) => void;
}

/** A row of results: the mix's id and a value for each of `columns`. */
export type MixRow = Readonly<Record<string, string | number>> & { readonly id: string };

export interface MixTable {
  /** `Overall`, the sections, the subsets sorted by name. */
  readonly columns: readonly string[];
  /** One a mix, in the order of `mixes`. */
  readonly rows: readonly MixRow[];
  readonly jobs: readonly RewardJob[];
  readonly results: readonly RewardResult[];
  /** Mixes whose result was found in `workDir`. */
  readonly found: number;
  /** Mixes trained now. */
  readonly trained: number;
}

/**
 * Trains and scores every mix that has no result yet. Each finished mix is stored at once, under an id that
 * hashes inputs, settings and mix, so that a run after a kill trains only what is missing and gives the same table.
 * @throws {BadInputError} listing every repeated mix id and every unknown pair id, or where there is nothing to do
 */
export async function trainMixes(options: TrainMixesOptions): Promise<MixTable> {
  const { mixes, pairs, benchmark, workDir } = options;
  checkMixes(options);
  const columns = scoreColumns(benchmark);
  const trainer = options.trainer ?? createEmbeddedTrainer({ pairs, benchmark });
  const jobs = mixes.map((mix) => jobOf(trainer, mix, pairs, options));
  const results = new Map<string, RewardResult>();
  for (const { id } of jobs) {
    const stored = workDir === undefined ? undefined : loadResult(workDir, id);
    if (stored !== undefined) results.set(id, stored);
  }
  const missing = jobs.filter(({ id }) => !results.has(id));
  const found = jobs.length - missing.length;
  options.onPlan?.(found, missing.length);
  await trainer.train(missing, (job, result) => {
    if (workDir !== undefined) storeResult(workDir, job, result);
    results.set(job.id, result);
    options.onTrained?.(job, result);
  });
  const inOrder = jobs.map(({ id }) => results.get(id)!);
  return {
    columns,
    rows: inOrder.map(({ scores }, i) => ({ id: mixes[i]!.id, ...scoreRow(scores) })),
    jobs,
    results: inOrder,
    found,
    trained: missing.length,
  };
}

function checkMixes({ mixes, pairs, benchmark, knownIds }: TrainMixesOptions): void {
  const known = knownIds ?? new Set(pairs.map(({ id }) => id));
  const problems: Problem[] = [];
  if (pairs.length === 0) problems.push({ place: "preferences", rule: "training needs pairs without ties" });
  if (benchmark.length === 0) problems.push({ place: "benchmark", rule: "a benchmark needs items" });
  const ids = new Set<string>();
  for (const mix of mixes) {
    if (ids.has(mix.id)) problems.push({ place: "mixes", value: mix.id, rule: "an id may occur once" });
    ids.add(mix.id);
    for (const id of mix.humanIds) {
      if (known.has(id)) continue;
      const rule = "a mix may name only pairs of the preferences";
      problems.push({
        place: `mix ${mix.id}`,
        value: id,
        rule,
        remedy: "are these the preferences it was drawn from?",
      });
    }
  }
  if (problems.length > 0) throw new BadInputError(problems);
}
