/** The pools of a study: for every repeat and PPM the best predicted of ever more mixes, and some that nothing chose. */
import { createRng, withProgress } from "../../base/index.js";
import type { Ppm } from "../../ppm/index.js";
import { createMixPredictor } from "../../routing/index.js";
import type { StudyFit } from "../strategy-study/fit-study-ppms.js";
import type { Study } from "../strategy-study/study.js";
import { firstMixes, type PooledMix, type SimulatedPool, simulatePool } from "./simulated-pool.js";

export interface DrawPoolOptions {
  /** Families, in the order of the fits' PPMs. */
  readonly families: readonly string[];
  /** Numbers of simulated mixes, ascending. */
  readonly poolSizes: readonly number[];
  /** How many of the best are trained, to see how well their order holds. */
  readonly topCount: number;
  /** How many that nothing chose are trained, to see how well predictions hold in general. */
  readonly unselectedCount: number;
  /** Share of the pairs that every mix gives to humans; null: random for each mix. */
  readonly budgetFraction: number | null;
}

/** One PPM in one repeat. */
export interface RepeatPools {
  readonly ppm: Ppm;
  readonly family: string;
  readonly repeat: number;
  /** The fit whose PPM it is. */
  readonly fit: StudyFit;
  /** The first mixes of the stream: what a pool of one gives on average. */
  readonly unselected: readonly PooledMix[];
  /** One a pool size. */
  readonly pools: readonly SimulatedPool[];
  /** Seconds that each pool took. A measurement: no result may depend on it. */
  readonly seconds: readonly number[];
}

/** Draws the pools. All PPMs of a repeat see the same stream of mixes. */
export async function drawPools(
  study: Study,
  fits: readonly StudyFit[],
  options: DrawPoolOptions,
): Promise<RepeatPools[]> {
  const { repeatCount } = study.run.settings;
  const total = repeatCount * options.families.length * options.poolSizes.length;
  return withProgress("simulation", total, async (progress) => {
    const pools: RepeatPools[] = [];
    for (let repeat = 0; repeat < repeatCount; repeat++) {
      const fit = fits[repeat % fits.length]!;
      for (const [f, family] of options.families.entries()) {
        const which = { repeat, fit, family, ppm: fit.ppms[f]! };
        pools.push(await poolsOf(study, which, options, () => progress.advance()));
      }
    }
    return pools;
  });
}

async function poolsOf(
  { run, tagged }: Study,
  which: Pick<RepeatPools, "repeat" | "fit" | "family" | "ppm">,
  { poolSizes, topCount, unselectedCount, budgetFraction }: DrawPoolOptions,
  onPool: () => void,
): Promise<RepeatPools> {
  const predictor = createMixPredictor(tagged.matrix, which.ppm);
  const stream = {
    rng: createRng(run.settings.seed).fork("study", "pool", which.repeat),
    budgetCount: budgetFraction === null ? undefined : Math.round(budgetFraction * tagged.matrix.ids.length),
    workers: run.settings.workers ?? undefined,
  };
  const pools: SimulatedPool[] = [];
  const seconds: number[] = [];
  for (const count of poolSizes) {
    const start = performance.now();
    pools.push(await simulatePool(predictor, stream, { count, keepCount: Math.min(topCount, count) }));
    seconds.push((performance.now() - start) / 1000);
    onPool();
  }
  return { ...which, unselected: firstMixes(predictor, stream, unselectedCount), pools, seconds };
}
