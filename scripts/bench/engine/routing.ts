/** Speeds of the routing strategies on a data set of MultiPref's size. */
import {
  countBits,
  countBudget,
  createRng,
  PolynomialPpm,
  routeDataset,
  routingStrategy,
  TAG_NAMES,
  type TagMatrix,
} from "../../../lib/index.js";
import type { MachineRates } from "./machine-rates.js";
import { printAgainst } from "./print-against.js";
import { benchScorer } from "./simulation.js";

export async function benchRouting(matrix: TagMatrix, { plainMultiplyAdds }: MachineRates): Promise<void> {
  const rowCount = matrix.ids.length;
  const ppm = new PolynomialPpm("quadratic", TAG_NAMES, rowCount, benchScorer(rowCount).polynomial);
  const half = Math.round(rowCount / 2);
  // A row that is added changes the slope of each of the 90 tags by one number for each of its own tags.
  const tagsOfRow = matrix.columns.reduce((sum, column) => sum + countBits(column), 0) / rowCount;
  const bounds: Readonly<Record<string, { multiplications: number; of: string }>> = {
    topk: { multiplications: rowCount * (tagsOfRow ** 2 / 2 + tagsOfRow), of: "each row's products" },
    greedy: { multiplications: half * tagsOfRow * TAG_NAMES.length, of: "slopes after each row" },
  };
  for (const name of ["simulated", "topk", "greedy", "search"]) {
    const seconds = await secondsOf(async () => {
      await routeDataset(matrix, {
        ppm,
        strategy: routingStrategy(name),
        budget: countBudget(half),
        simulations: 500,
        rng: createRng("bench"),
      });
    });
    const bound = bounds[name];
    const atLeast = bound && { seconds: bound.multiplications / plainMultiplyAdds, of: bound.of };
    printAgainst(`route ${rowCount} pairs to 50 % by ${name}, gains included`, seconds, atLeast);
  }
}

/** The second run: the first includes what is compiled on first use. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  await work();
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
