/** What a routing strategy is asked, and what it answers. */
import type { Rng } from "../../base/index.js";
import type { Bitset } from "../../math/index.js";
import type { Budget } from "../budget/budget.js";
import type { MixPredictor } from "../predictor.js";

export interface RoutingRequest {
  readonly predictor: MixPredictor;
  readonly budget: Budget;
  /** Gain of each instance against none labelled by a human. */
  readonly gains: Float64Array;
  /** How many candidates a strategy that simulates draws. */
  readonly simulations: number;
  readonly rng: Rng;
}

/** A way to choose whom humans label. */
export interface RoutingStrategy {
  /** As on the command line. */
  readonly name: string;
  /** The rows for humans: exactly as many as the budget says, where it says. The same request gives the same rows. */
  choose(request: RoutingRequest): Bitset;
}
