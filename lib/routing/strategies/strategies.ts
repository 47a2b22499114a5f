/** The strategies that can be chosen. */
import { BadInputError } from "../../base/index.js";
import { GAIN } from "./gain.js";
import { GREEDY } from "./greedy.js";
import { SEARCH } from "./search.js";
import { SIMULATED } from "./simulated.js";
import type { RoutingStrategy } from "./strategy.js";
import { TOP_K } from "./topk.js";

export const ROUTING_STRATEGIES: readonly RoutingStrategy[] = [SIMULATED, TOP_K, GAIN, GREEDY, SEARCH];

/** The strategy of a name. @throws {BadInputError} if there is none */
export function routingStrategy(name: string): RoutingStrategy {
  const strategy = ROUTING_STRATEGIES.find((candidate) => candidate.name === name);
  if (strategy) return strategy;
  throw new BadInputError([
    {
      place: "--strategy",
      value: name,
      rule: "no such routing strategy",
      remedy: `take one of ${ROUTING_STRATEGIES.map((known) => known.name).join(", ")}`,
    },
  ]);
}
