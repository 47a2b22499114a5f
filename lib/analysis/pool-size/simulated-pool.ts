/** The best predicted of many simulated mixes. */
import type { Rng } from "../../base/index.js";
import { type Bitset, countBits } from "../../math/index.js";
import { type MixPredictor, predictorScorer, redrawMix, simulateMixes } from "../../routing/index.js";

/** A simulated mix with its prediction. */
export interface PooledMix {
  readonly human: Bitset;
  readonly humanCount: number;
  readonly predicted: number;
}

/** Where mixes come from: mix i of a stream is the same whatever is asked of it. */
export interface PoolStream {
  readonly rng: Rng;
  /** Pairs for humans in each mix; absent: random for each. */
  readonly budgetCount?: number | undefined;
  readonly workers?: number | undefined;
}

/** The first mixes of a stream. */
export interface SimulatedPool {
  /** The best, the best first, of equal ones the earlier. */
  readonly best: readonly PooledMix[];
  /** Mean and standard deviation of all predictions. */
  readonly predictions: { readonly mean: number; readonly sd: number };
}

/** Looks at the first `count` mixes of a stream and keeps the best: a larger pool holds the smaller ones. */
export async function simulatePool(
  predictor: MixPredictor,
  stream: PoolStream,
  { count, keepCount }: { readonly count: number; readonly keepCount: number },
): Promise<SimulatedPool> {
  const { rng, budgetCount, workers } = stream;
  const { best, scores } = await simulateMixes({
    matrix: predictor.matrix,
    scorer: predictorScorer(predictor),
    seed: rng,
    ...{ count, keepCount },
    ...(budgetCount === undefined ? {} : { budgetCount }),
    ...(workers === undefined ? {} : { workers }),
  });
  return { best: best.map(({ index }) => mixAt(predictor, stream, index)), predictions: scores };
}

/** The first `count` mixes of a stream, in its order. */
export function firstMixes(predictor: MixPredictor, stream: PoolStream, count: number): PooledMix[] {
  return Array.from({ length: count }, (_, index) => mixAt(predictor, stream, index));
}

function mixAt(predictor: MixPredictor, { rng, budgetCount }: PoolStream, index: number): PooledMix {
  const human = redrawMix(predictor.matrix, rng, index, budgetCount);
  return { human, humanCount: countBits(human), predicted: predictor.meanOf(human) };
}
