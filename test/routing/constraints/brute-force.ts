/** Every mix of a small tagged data set. */
import { type Bitset, createBitset, hasBit } from "../../../lib/math/index.js";
import { type Budget, isFeasible, type TagConstraint } from "../../../lib/routing/index.js";
import type { TagMatrix } from "../../../lib/tags/index.js";

/** The greatest Σ weight of any mix that meets budget and constraints; null if none does. */
export function bestByTrying(
  matrix: TagMatrix,
  constraints: readonly TagConstraint[],
  weights: Float64Array,
  budget: Budget,
): number | null {
  let best: number | null = null;
  for (let mask = 0; mask < 1 << weights.length; mask++) {
    const human = createBitset(
      weights.length,
      [...weights.keys()].filter((row) => (mask >> row) & 1),
    );
    if (!isFeasible(matrix, constraints, budget, human)) continue;
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, weightOf(human, weights));
  }
  return best;
}

export function weightOf(human: Bitset, weights: Float64Array): number {
  return weights.reduce((sum, weight, row) => (hasBit(human, row) ? sum + weight : sum), 0);
}
