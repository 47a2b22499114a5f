/** How long simulations take on this machine: to be shown, never saved with results. */
import type { Rng } from "../../base/index.js";
import { quantile } from "../../math/index.js";
import { type SimulationScorer, simulateBest } from "../../routing/index.js";
import type { TagMatrix } from "../../tags/index.js";
import type { PoolTime } from "../pool-size/index.js";

/** One measurement. */
export type SimulationTimeRow = {
  readonly series: string;
  /** Simulated mixes. */
  readonly count: number;
  readonly seconds: number;
};

/** Simulates so many mixes of random budgets, one number after the other; a first run warms up. */
export async function simulationTimes(
  matrix: TagMatrix,
  scorer: SimulationScorer,
  options: { readonly counts: readonly number[]; readonly series: string; readonly rng: Rng },
): Promise<SimulationTimeRow[]> {
  const { counts, series, rng } = options;
  const simulate = (count: number) => simulateBest({ matrix, scorer, seed: rng, count });
  await simulate(counts[0] ?? 1);
  const rows: SimulationTimeRow[] = [];
  for (const count of counts) {
    const start = performance.now();
    await simulate(count);
    rows.push({ series, count, seconds: (performance.now() - start) / 1000 });
  }
  return rows;
}

/** What the study of pool sizes measured by the way: the median over repeats, a row a PPM and size. */
export function poolTimeRows(times: readonly PoolTime[]): SimulationTimeRow[] {
  const keys = new Map(times.map((time) => [JSON.stringify([time.ppm, time.simulations]), time]));
  return [...keys.values()].map(({ ppm, simulations }) => {
    const own = times.filter((time) => time.ppm === ppm && time.simulations === simulations);
    return {
      series: ppm,
      count: simulations,
      seconds: quantile(
        own.map(({ seconds }) => seconds),
        0.5,
      ),
    };
  });
}
