/**
 * Routing: decide for each instance of a data set whether a human or the LM labels it.
 * Reads a tag matrix (tags/) and a performance prediction model (ppm/). Pure but for the generator passed in.
 */
import { BadInputError, type Problem, type Rng } from "../base/index.js";
import { allHumanCandidate, allLmCandidate } from "../candidates/index.js";
import { type Bitset, countBits, hasBit } from "../math/index.js";
import type { Ppm } from "../ppm/index.js";
import type { TagMatrix } from "../tags/index.js";
import type { Budget } from "./budget/budget.js";
import type { ConstraintSolver, TagConstraint } from "./constraints/constraint.js";
import { createMixPredictor, type MixPredictorOptions } from "./predictor.js";
import { DEFAULT_SIMULATIONS } from "./strategies/simulated.js";
import type { RoutingRequest, RoutingStrategy } from "./strategies/strategy.js";

export interface RouteOptions extends MixPredictorOptions, Pick<RoutingRequest, "onStep" | "progress"> {
  readonly ppm: Ppm;
  readonly strategy: RoutingStrategy;
  readonly budget: Budget;
  readonly rng: Rng;
  /** Candidates that the simulated strategy draws; default {@link DEFAULT_SIMULATIONS}. */
  readonly simulations?: number;
  /** Limits on single tags, with a solver that knows them; default none. */
  readonly constraints?: readonly TagConstraint[];
  readonly solver?: ConstraintSolver | null;
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
  readonly pessimism: number;
  readonly constraints: readonly TagConstraint[];
  /** In the order of the data set. */
  readonly rows: readonly RoutedInstance[];
  /** Rows of the data set that humans label. */
  readonly human: Bitset;
  readonly humanCount: number;
  readonly predicted: PredictedScores;
  /** What whoever reads the result must know: a budget that the strategy does not look at … */
  readonly notes: readonly string[];
}

/** Predicted scores of the chosen mix and of the two pure ones. */
export interface PredictedScores {
  readonly chosen: number;
  readonly allLm: number;
  readonly allHuman: number;
  /** Standard deviation of the chosen mix's score; null where the model does not know it. */
  readonly sd: number | null;
  /** What the strategy maximized: chosen - pessimism · sd. */
  readonly objective: number;
}

/**
 * Routes every instance.
 * @throws {BadInputError} if the model's features are no tags, the number of simulations or instances is too small, the
 *   strategy cannot use such a model, or no mix meets budget and constraints
 */
export async function routeDataset(matrix: TagMatrix, options: RouteOptions): Promise<Routing> {
  const { ppm, strategy, budget, rng, simulations = DEFAULT_SIMULATIONS } = options;
  const { constraints = [], solver = null, onStep, progress } = options;
  const rowCount = matrix.ids.length;
  checkRequest(rowCount, budget, simulations, constraints.length > 0 && solver === null);
  const predictor = createMixPredictor(matrix, ppm, options);
  const gains = predictor.gains();
  const human = await strategy.choose({
    predictor,
    budget,
    constraints,
    solver,
    gains,
    simulations,
    rng: rng.fork("routing"),
    onStep,
    progress,
  });
  const sd = predictor.sdOf(human);
  return {
    strategy: strategy.name,
    budget,
    simulations,
    pessimism: predictor.pessimism,
    constraints,
    rows: matrix.ids.map((id, row) => ({
      id,
      route: hasBit(human, row) ? "human" : "lm",
      gain: gains[row]!,
    })),
    human,
    humanCount: countBits(human),
    predicted: {
      chosen: predictor.meanOf(human),
      allLm: predictor.meanOf(allLmCandidate(rowCount).human),
      allHuman: predictor.meanOf(allHumanCandidate(rowCount).human),
      sd: Number.isNaN(sd) ? null : sd,
      objective: predictor.scoreOf(human),
    },
    notes: strategy.notes?.(budget) ?? [],
  };
}

function checkRequest(rowCount: number, budget: Budget, simulations: number, unsolved: boolean): void {
  const problems: Problem[] = [];
  if (!Number.isInteger(simulations) || simulations < 1) {
    const rule = "the number of simulated candidates must be a whole number from 1 on";
    problems.push({ place: "--simulations", value: String(simulations), rule });
  }
  if (budget.kind === "open" && rowCount < 2) {
    const rule = "an open budget needs at least 2 instances to choose between";
    problems.push({ place: "--budget", value: "open", rule, remedy: "give a number" });
  }
  problems.push(...budgetProblems(budget, rowCount));
  if (unsolved) {
    const remedy = "make a solver of them and pass it as `solver`";
    problems.push({ place: "constraints", rule: "limits on tags need a solver that finds mixes", remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

function budgetProblems(budget: Budget, rowCount: number): Problem[] {
  const place = "budget";
  if (budget.kind === "count") {
    const { count } = budget;
    const fits = Number.isInteger(count) && count >= 0 && count <= rowCount;
    return fits
      ? []
      : [{ place, value: String(count), rule: `must be a whole number from 0 to ${rowCount}` }];
  }
  if (budget.kind === "open") return [];
  const problems: Problem[] = [];
  if (!(budget.limit >= 0))
    problems.push({ place, value: String(budget.limit), rule: "money must be 0 or more" });
  const arePrices = budget.extra.length === rowCount && budget.extra.every((price) => price > 0);
  const rule = `there must be a price above zero for each of the ${rowCount} instances`;
  return arePrices ? problems : [...problems, { place: "extra", rule }];
}
