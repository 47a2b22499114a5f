/** Counts of simulated mixes by themselves, for predictors that the kernel does not know and for tables. */
import type { TagMatrix } from "../../tags/index.js";
import { createKernel } from "./kernel/kernel.js";
import { checkDraw, type SimulationSeed, simulationSeed } from "./redraw-mix.js";
import { countsOfSlot } from "./score-blocks.js";

export interface SimulatedCounts {
  readonly index: number;
  readonly humanCount: number;
  /** Human-labelled instances of each tag of the matrix. Overwritten by the next mix. */
  readonly counts: Uint32Array;
}

/**
 * Draws mixes `first` … `first + count - 1` of a seed and counts their tags, in order.
 * @param options `first` defaults to 0; without `budgetCount` each mix draws its own from [1, N - 1]
 * @throws {RangeError} if the budget does not fit
 */
export function* simulateCounts(
  { ids, columns }: Pick<TagMatrix, "ids" | "columns">,
  options: {
    readonly seed: SimulationSeed;
    readonly first?: number;
    readonly count: number;
    readonly budgetCount?: number;
  },
): Generator<SimulatedCounts> {
  const { first = 0, budgetCount } = options;
  checkDraw(ids.length, budgetCount);
  const end = first + options.count;
  const kernel = createKernel({ columns, rowCount: ids.length }, simulationSeed(options.seed));
  for (let at = first; at < end; at += kernel.blockSize) {
    const count = Math.min(kernel.blockSize, end - at);
    kernel.draw(at, count, budgetCount ?? null);
    kernel.count(count);
    for (let slot = 0; slot < count; slot++) {
      const counts = countsOfSlot(kernel, slot, columns.length);
      yield { index: at + slot, humanCount: kernel.humanCounts[slot]!, counts };
    }
  }
}
