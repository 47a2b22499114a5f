/** What labels cost. Money has no unit here: whatever the prices are in. */
import { type Bitset, countBits, hasBit } from "../../math/index.js";

export interface LabelCosts {
  /** Of a label by the LM; at least 0. */
  readonly lm: number;
  /** Of a label by a human, one a pair; each above `lm`. */
  readonly human: Float64Array;
}

/** What a human label costs over an LM label, one a pair; above 0. */
export function extraCosts({ lm, human }: LabelCosts): Float64Array {
  return human.map((price) => price - lm);
}

/** What all labels of a mix cost: the human ones, and the LM's for all other pairs. */
export function mixCost({ lm, human }: LabelCosts, mix: Bitset): number {
  const total = human.reduce((sum, price, row) => (hasBit(mix, row) ? sum + price : sum), 0);
  return total + lm * (human.length - countBits(mix));
}

/** What it costs to have one party label everything. */
export function pureCosts({ lm, human }: LabelCosts): { readonly allLm: number; readonly allHuman: number } {
  return { allLm: lm * human.length, allHuman: human.reduce((sum, price) => sum + price, 0) };
}
