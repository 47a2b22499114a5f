/** Scores of a simulation's mixes, a block at a time, however they are scored. */
import { blockSizeOf, createKernel, type Kernel } from "./kernel/kernel.js";
import { drawMix } from "./plain/draw-mix.js";
import type { CountScorer, MixScorer, PolynomialScorer, SimulationScorer } from "./scorer.js";

/** What is drawn. */
export interface SimulationDraws {
  /** The rows of each tag. */
  readonly columns: readonly Uint32Array[];
  readonly rowCount: number;
  /** Four words. */
  readonly seed: Uint32Array;
  /** Rows of every mix; null draws a number for each from [1, N - 1]. */
  readonly budgetCount: number | null;
}

/** Scores of consecutive mixes; overwritten by the next block. */
export interface BlockScorer {
  /** Mixes in a block at most. */
  readonly blockSize: number;
  score(first: number, count: number): { readonly humanCounts: Uint32Array; readonly scores: Float64Array };
}

export function createBlockScorer(draws: SimulationDraws, scorer: SimulationScorer): BlockScorer {
  if ("polynomial" in scorer) return polynomialBlocks(draws, scorer);
  return "scoreOfCounts" in scorer ? countBlocks(draws, scorer) : mixBlocks(draws, scorer);
}

function polynomialBlocks(draws: SimulationDraws, scorer: PolynomialScorer): BlockScorer {
  const kernel = createKernel(draws, draws.seed, scorer);
  return {
    blockSize: kernel.blockSize,
    score(first, count) {
      kernel.draw(first, count, draws.budgetCount);
      kernel.count(count);
      kernel.score(count);
      return kernel;
    },
  };
}

function countBlocks(draws: SimulationDraws, { scoreOfCounts }: CountScorer): BlockScorer {
  const kernel = createKernel(draws, draws.seed);
  return {
    blockSize: kernel.blockSize,
    score(first, count) {
      kernel.draw(first, count, draws.budgetCount);
      kernel.count(count);
      for (let slot = 0; slot < count; slot++) {
        kernel.scores[slot] = scoreOfCounts(countsOfSlot(kernel, slot, draws.columns.length));
      }
      return kernel;
    },
  };
}

/** Counts of one mix of the kernel's block: one number a tag. */
export function countsOfSlot({ counts, countStride }: Kernel, slot: number, tagCount: number): Uint32Array {
  return counts.subarray(slot * countStride, slot * countStride + tagCount);
}

function mixBlocks(draws: SimulationDraws, { scoreOf }: MixScorer): BlockScorer {
  // As large as the kernel's, so that sums over blocks are rounded alike.
  const blockSize = blockSizeOf(draws.rowCount);
  const humanCounts = new Uint32Array(blockSize);
  const scores = new Float64Array(blockSize);
  return {
    blockSize,
    score(first, count) {
      for (let slot = 0; slot < count; slot++) {
        const { human, humanCount } = drawMix(draws, draws.seed, first + slot, draws.budgetCount);
        humanCounts[slot] = humanCount;
        scores[slot] = scoreOf(human);
      }
      return { humanCounts, scores };
    },
  };
}
