/**
 * Routing: decide for each instance of a data set whether a human or the LM labels it.
 * Reads a tag matrix (tags/) and a performance prediction model (ppm/). Pure but for the generator passed in.
 */
import { BadInputError, type Rng } from "../base/index.js";
import { allHumanCandidate, allLmCandidate } from "../candidates/index.js";
import { type Bitset, countBits, hasBit } from "../math/index.js";
import type { Ppm } from "../ppm/index.js";
import type { TagMatrix } from "../tags/index.js";
import type { Budget } from "./budget/budget.js";
import { createMixPredictor, type MixPredictorOptions } from "./predictor.js";
import { DEFAULT_SIMULATIONS } from "./strategies/simulated.js";
import type { RoutingStrategy } from "./strategies/strategy.js";

export interface RouteOptions extends MixPredictorOptions {
  readonly ppm: Ppm;
  readonly strategy: RoutingStrategy;
  readonly budget: Budget;
  readonly rng: Rng;
  /** Candidates that the simulated strategy draws; default {@link DEFAULT_SIMULATIONS}. */
  readonly simulations?: number;
}

/** One instance's route. */
export interface RoutedInstance {
  readonly id: string;
  readonly route: "human" | "lm";
  /** Predicted gain if a human labels this instance and the LM all others, against the LM labelling all. */
  readonly gain: number;
}

export interface Routing {
  readonly strategy: string;
  readonly budget: Budget;
  readonly simulations: number;
  /** In the order of the data set. */
  readonly rows: readonly RoutedInstance[];
  /** Rows of the data set that humans label. */
  readonly human: Bitset;
  readonly humanCount: number;
  /** Predicted scores of the chosen mix and of the two pure ones. */
  readonly predicted: { readonly chosen: number; readonly allLm: number; readonly allHuman: number };
}

/**
 * Routes every instance.
 * @throws {BadInputError} if the model's features are no tags, or the number of simulations or instances is too small
 */
export function routeDataset(matrix: TagMatrix, options: RouteOptions): Routing {
  const { ppm, strategy, budget, rng, simulations = DEFAULT_SIMULATIONS } = options;
  const rowCount = matrix.ids.length;
  checkSizes(rowCount, budget, simulations);
  const predictor = createMixPredictor(matrix, ppm, options);
  const gains = predictor.gains();
  const human = strategy.choose({ predictor, budget, gains, simulations, rng: rng.fork("routing") });
  return {
    strategy: strategy.name,
    budget,
    simulations,
    rows: matrix.ids.map((id, row) => ({
      id,
      route: hasBit(human, row) ? "human" : "lm",
      gain: gains[row]!,
    })),
    human,
    humanCount: countBits(human),
    predicted: {
      chosen: predictor.scoreOf(human),
      allLm: predictor.scoreOf(allLmCandidate(rowCount).human),
      allHuman: predictor.scoreOf(allHumanCandidate(rowCount).human),
    },
  };
}

function checkSizes(rowCount: number, budget: Budget, simulations: number): void {
  const problems = [];
  if (!Number.isInteger(simulations) || simulations < 1) {
    const rule = "the number of simulated candidates must be a whole number from 1 on";
    problems.push({ place: "--simulations", value: String(simulations), rule });
  }
  if (budget === "open" && rowCount < 2) {
    const rule = "an open budget needs at least 2 instances to choose between";
    problems.push({ place: "--budget", value: budget, rule, remedy: "give a number" });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}
