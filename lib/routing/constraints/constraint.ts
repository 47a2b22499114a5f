/** Limits on how many of a tag's instances humans label. */
import type { Bitset } from "../../math/index.js";
import type { Budget } from "../budget/budget.js";

/** Of the rows that have the tag, at least `minCount` and at most `maxCount` go to humans. */
export interface TagConstraint {
  /** Column of the tag in the matrix. */
  readonly column: number;
  readonly minCount: number;
  readonly maxCount: number;
}

/** Finds best mixes under a budget and constraints. */
export interface ConstraintSolver {
  readonly constraints: readonly TagConstraint[];
  /**
   * The feasible mix of greatest Σ weight over the rows that humans label, to the solver's gap; null if no mix is
   * feasible. An open budget allows any number of rows: then rows of weight below zero are taken only where a minimum
   * asks for them.
   * @param weights one a row
   */
  best(weights: Float64Array, budget: Budget): Bitset | null;
}
