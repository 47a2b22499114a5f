/** What to say where no mix meets budget and limits. */
import { BadInputError } from "../../base/index.js";
import type { Bitset } from "../../math/index.js";
import type { RoutingRequest } from "./strategy.js";

/**
 * The feasible mix of greatest Σ weight.
 * @param weights one a row; brought to a largest magnitude of 1, so that the solver's tolerances fit any scores
 * @throws {BadInputError} if no mix meets budget and limits
 */
export function solveFor(weights: Float64Array, { solver, budget }: RoutingRequest): Bitset {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scaled = largest > 0 ? weights.map((weight) => weight / largest) : weights;
  const human = solver?.best(scaled, budget) ?? null;
  if (human !== null) return human;
  const rule = "no mix meets the budget and every limit on tags";
  const remedy = "lower a minimum, raise a maximum, or change the budget";
  throw new BadInputError([{ place: "constraints", rule, remedy }]);
}
