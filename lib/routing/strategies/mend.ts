/** Makes a drawn mix affordable, and brings it within limits on tags by random exchanges. */
import type { Rng } from "../../base/index.js";
import { type Bitset, createBitset } from "../../math/index.js";
import type { Budget } from "../budget/budget.js";
import { Exchange } from "./exchange.js";
import type { RoutingRequest } from "./strategy.js";

/** How many rows the money buys on average; nothing where the budget is open: each draw then has a size of its own. */
export function affordableCount(budget: Budget, rowCount: number): number | undefined {
  if (budget.kind !== "money") return undefined;
  const mean = budget.extra.reduce((sum, price) => sum + price, 0) / rowCount;
  return Math.min(rowCount, Math.floor(budget.limit / mean));
}

/** @returns what mends a mix, with random numbers from the generator; null where it does not get within the limits */
export function createMender({
  predictor,
  budget,
  constraints,
}: Pick<RoutingRequest, "predictor" | "budget" | "constraints">): (human: Bitset, rng: Rng) => Bitset | null {
  const rowCount = predictor.matrix.ids.length;
  const rows = [...predictor.matrix.ids.keys()];
  return (human, rng) => {
    const exchange = new Exchange(predictor.matrix, budget, constraints, human);
    if (budget.kind === "money") {
      // Rows leave in random order until the rest can be paid; what money is left buys others, in random order.
      for (const row of rng.shuffle(rows))
        if (exchange.isHuman(row) && !exchange.isPaid()) exchange.flip(row);
      for (const row of rng.shuffle(rows))
        if (!exchange.isHuman(row) && exchange.canPay(row)) exchange.flip(row);
    }
    return exchange.mend(rng) ? createBitset(rowCount, exchange.human()) : null;
  };
}
