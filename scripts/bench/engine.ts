/**
 * Speeds of the engine, each beside a bound: what the same work takes at least, from the bytes it must read or the
 * numbers it must multiply, at the rates that this machine reaches when it does nothing else.
 */
import { benchMatrix } from "./bench-matrix.js";
import { machineRates } from "./engine/machine-rates.js";
import { benchPredictors } from "./engine/predictors.js";
import { benchRouting } from "./engine/routing.js";
import { benchSimulation } from "./engine/simulation.js";

export async function benchEngine(): Promise<void> {
  const matrix = await benchMatrix();
  const rates = await machineRates();
  const billions = (rate: number): string => (rate / 1e9).toFixed(1);
  process.stdout.write(
    `one core at best: ${billions(rates.nearBytes)} GB/s from the first cache, ${billions(rates.cacheBytes)} GB/s from ` +
      `the second; ${billions(rates.simdMultiplyAdds)} G multiply-adds/s by SIMD, ` +
      `${billions(rates.plainMultiplyAdds)} G in plain JavaScript\n`,
  );
  await benchSimulation(matrix, rates);
  benchPredictors(matrix, rates);
  await benchRouting(matrix, rates);
}
