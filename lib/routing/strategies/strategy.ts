/** What a routing strategy is asked, and what it answers. */
import type { Progress, Rng } from "../../base/index.js";
import type { Bitset } from "../../math/index.js";
import type { Budget } from "../budget/budget.js";
import type { ConstraintSolver, TagConstraint } from "../constraints/constraint.js";
import type { MixPredictor } from "../predictor.js";

export interface RoutingRequest {
  readonly predictor: MixPredictor;
  readonly budget: Budget;
  /** Limits on single tags; every strategy obeys them. */
  readonly constraints: readonly TagConstraint[];
  /** Where there are constraints: finds a mix that meets them all. */
  readonly solver: ConstraintSolver | null;
  /** Gain of each instance against none labelled by a human. */
  readonly gains: Float64Array;
  /** How many candidates a strategy that simulates draws. */
  readonly simulations: number;
  readonly rng: Rng;
  /** Told of every switch that `greedy` and `search` make, in order. */
  readonly onStep?: ((step: RoutingStep) => void) | undefined;
  /** Shows progress over so many units, where work may take long. */
  readonly progress?: ((label: string, total: number) => Progress) | undefined;
}

/** One switch of a strategy that goes step by step. */
export interface RoutingStep {
  readonly strategy: "greedy" | "search";
  /** Row that goes to a human by it, row that goes back to the LM; null where none does. */
  readonly toHuman: number | null;
  readonly toLm: number | null;
  /** By how much the score that is maximized rises. */
  readonly gain: number;
  /** The score that is maximized, after the step. */
  readonly score: number;
  /** Rows with humans after the step. */
  readonly humanCount: number;
}

/** A way to choose whom humans label. */
export interface RoutingStrategy {
  /** As on the command line. */
  readonly name: string;
  /**
   * The rows for humans. A `count` is met exactly (by every strategy but `gain`), money is never exceeded, constraints
   * hold. The same request gives the same rows.
   * @throws {BadInputError} if the strategy cannot use such a model, or the constraints cannot be met
   */
  choose(request: RoutingRequest): Bitset | Promise<Bitset>;
  /** What a reader must know of a result under this budget; absent where nothing. */
  notes?(budget: Budget): string[];
}
