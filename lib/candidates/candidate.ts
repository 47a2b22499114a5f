/** A candidate mix: which instances a human labels; the LM labels the others. */
import { type Bitset, countBits, createBitset, setBit } from "../math/index.js";

export interface Candidate {
  readonly id: string;
  /** Instances that Algorithm 1 was to route to humans, before any subsample. */
  readonly budgetCount: number;
  /** Rows of the tag matrix whose human label is used. */
  readonly human: Bitset;
  /** Members of `human`. */
  readonly humanCount: number;
  /** Rows that are not trained on, where a subsample was drawn; never in `human`. */
  readonly leftOut?: Bitset;
}

/** The ids of the two pure mixes. */
export const ALL_HUMAN = "all-human";
export const ALL_LM = "all-lm";

/** The mix in which humans label every one of `rowCount` instances. */
export function allHumanCandidate(rowCount: number): Candidate {
  const human = createBitset(rowCount);
  for (let row = 0; row < rowCount; row++) setBit(human, row);
  return { id: ALL_HUMAN, budgetCount: rowCount, human, humanCount: rowCount };
}

/** The mix in which the LM labels every one of `rowCount` instances. */
export function allLmCandidate(rowCount: number): Candidate {
  return { id: ALL_LM, budgetCount: 0, human: createBitset(rowCount), humanCount: 0 };
}

/** A candidate without the rows left out: the reward model trains on the others only. */
export function withoutRows(candidate: Candidate, leftOut: Bitset): Candidate {
  const human = candidate.human.map((word, i) => word & ~leftOut[i]!);
  return { ...candidate, human, humanCount: countBits(human), leftOut };
}
