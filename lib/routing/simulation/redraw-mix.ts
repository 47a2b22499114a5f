/** The seed of a simulation, and any of its mixes drawn again. */
import { BadInputError, type Rng } from "../../base/index.js";
import type { Bitset } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";
import { drawMix } from "./plain/draw-mix.js";

/** Four words from which, with a mix's index, its random numbers come; or a generator to take them from. */
export type SimulationSeed = Uint32Array | Rng;

/** Indices of mixes end here: each has four of the 2^32 states that the seed's first word can be mixed to. */
export const MAX_SIMULATED_MIXES = 2 ** 30;

/** The seed as four words; of a generator, the first words of its fork `simulate`, so that draws from it do not matter. */
export function simulationSeed(seed: SimulationSeed): Uint32Array {
  if (!(seed instanceof Uint32Array)) {
    const rng = seed.fork("simulate");
    return Uint32Array.from({ length: 4 }, () => rng.bits());
  }
  if (seed.length !== 4) throw new RangeError(`a simulation's seed has 4 words, not ${seed.length}`);
  return seed;
}

/**
 * Draws one mix of a simulation again, by its index: Algorithm 1 in plain TypeScript, with the kernel's bits.
 * @param budgetCount as given to the simulation; without it each mix draws its own from [1, N - 1]
 * @throws {RangeError} unless index and budget are in their ranges
 */
export function redrawMix(
  matrix: Pick<TagMatrix, "ids" | "columns">,
  seed: SimulationSeed,
  index: number,
  budgetCount?: number,
): Bitset {
  const rowCount = matrix.ids.length;
  checkDraw(rowCount, budgetCount);
  if (!Number.isInteger(index) || index < 0 || index >= MAX_SIMULATED_MIXES) {
    throw new RangeError(`mix ${index}: its index must be an integer from 0 to ${MAX_SIMULATED_MIXES - 1}`);
  }
  return drawMix({ ...matrix, rowCount }, simulationSeed(seed), index, budgetCount ?? null).human;
}

/** @throws {RangeError} if the budget does not fit @throws {BadInputError} if there are too few rows for random ones */
export function checkDraw(rowCount: number, budgetCount: number | undefined): void {
  if (budgetCount === undefined) {
    if (rowCount >= 2) return;
    const rule = "random mixes need at least 2 instances to choose between";
    throw new BadInputError([{ place: "instances", value: String(rowCount), rule }]);
  }
  if (!Number.isInteger(budgetCount) || budgetCount < 0 || budgetCount > rowCount) {
    throw new RangeError(`budget ${budgetCount}: it must be an integer from 0 to ${rowCount}`);
  }
}
