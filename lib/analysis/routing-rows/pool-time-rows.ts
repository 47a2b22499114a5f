/** How long simulations took on this machine, in the shape that the figure draws: to be shown, never saved with results. */
import { quantile } from "../../math/index.js";
import type { PoolTime } from "../pool-size/index.js";

/** One measurement. */
export type SimulationTimeRow = {
  /** Family of the PPM. */
  readonly series: string;
  /** Simulated mixes. */
  readonly count: number;
  readonly seconds: number;
};

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
