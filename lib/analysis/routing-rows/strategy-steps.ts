/** What a strategy does, state by state, in the shape that the figure draws: meant for few instances. */
import { type Bitset, createBitset, hasBit } from "../../math/index.js";
import {
  countBudget,
  createMixPredictor,
  type MixPredictor,
  type RouteOptions,
  type Routing,
  type RoutingStep,
  redrawMix,
  routeDataset,
  routingStrategy,
} from "../../routing/index.js";
import type { TagMatrix } from "../../tags/index.js";

/** The state after a step. */
export type StrategyStateRow = {
  /** 0: the start. */
  readonly step: number;
  /** One an instance: whether humans label it. */
  readonly human: readonly boolean[];
  /** Predicted score, a fraction. */
  readonly predicted: number;
  /** Whether the strategy returns this state. */
  readonly isChosen: boolean;
};

export interface WatchedRouting {
  readonly routing: Routing;
  readonly states: readonly StrategyStateRow[];
}

/** Strategies that look at each instance once. */
const BY_GAIN: readonly string[] = ["topk", "gain"];

/**
 * Routes, and tells the states in between: `greedy` and `search` switch by switch (`search` from the mix that it starts
 * from: that one state, where no swap helps), `topk` and `gain` instance by instance in the order of their gains, from the LM labelling all.
 * @throws {BadInputError} as `routeDataset`; {@link simulatedStates} shows the strategy `simulated`
 */
export async function watchStrategy(matrix: TagMatrix, options: RouteOptions): Promise<WatchedRouting> {
  const steps: RoutingStep[] = [];
  const routing = await routeDataset(matrix, { ...options, onStep: (step) => steps.push(step) });
  const own = steps.filter(({ strategy }) => strategy === routing.strategy);
  const mixes = BY_GAIN.includes(routing.strategy) ? byGain(routing) : before(routing.human, own);
  return { routing, states: statesOf(createMixPredictor(matrix, options.ppm, options), mixes) };
}

/** How many draws {@link simulatedStates} shows besides the chosen one. */
const SHOWN_DRAWS = 24;

/**
 * The first draws of the strategy `simulated`, and the one that it returns. Draws do not follow from each other: a row's
 * `step` is the number of the draw, counted from 1.
 * @throws {BadInputError} as `routeDataset`
 */
export async function simulatedStates(
  matrix: TagMatrix,
  options: Omit<RouteOptions, "strategy" | "budget"> & {
    readonly budgetCount: number;
    readonly simulations: number;
  },
): Promise<WatchedRouting> {
  const { budgetCount, simulations, rng } = options;
  const strategy = routingStrategy("simulated");
  const routing = await routeDataset(matrix, { ...options, strategy, budget: countBudget(budgetCount) });
  const predictor = createMixPredictor(matrix, options.ppm, options);
  const draws = Array.from({ length: simulations }, (_, i) =>
    redrawMix(matrix, rng.fork("routing"), i, budgetCount),
  );
  const chosen = draws.findIndex((mix) => mix.every((word, i) => word === routing.human[i]));
  const states = draws.map((mix, i) => ({ ...stateOf(predictor, mix, i + 1), isChosen: i === chosen }));
  return { routing, states: states.filter(({ isChosen }, i) => isChosen || i < SHOWN_DRAWS) };
}

/** The mixes that the steps led through, found by taking them back from the last. */
function before(last: Bitset, steps: readonly RoutingStep[]): Bitset[] {
  const mixes = [last];
  for (const { toHuman, toLm } of steps.toReversed()) {
    const members = new Set(rowsIn(mixes[0]!));
    if (toHuman !== null) members.delete(toHuman);
    if (toLm !== null) members.add(toLm);
    mixes.unshift(createBitset(32 * last.length, members));
  }
  return mixes;
}

/** The instances that went to humans, one after the other by falling gain, of equal ones the earlier first. */
function byGain({ rows, human }: Routing): Bitset[] {
  const order = rowsIn(human).toSorted((a, b) => rows[b]!.gain - rows[a]!.gain || a - b);
  return Array.from({ length: order.length + 1 }, (_, k) => createBitset(rows.length, order.slice(0, k)));
}

function rowsIn(mix: Bitset): number[] {
  return Array.from({ length: 32 * mix.length }, (_, row) => row).filter((row) => hasBit(mix, row));
}

function statesOf(predictor: MixPredictor, mixes: readonly Bitset[]): StrategyStateRow[] {
  return mixes.map((mix, step) => ({
    ...stateOf(predictor, mix, step),
    isChosen: step === mixes.length - 1,
  }));
}

function stateOf(predictor: MixPredictor, mix: Bitset, step: number): Omit<StrategyStateRow, "isChosen"> {
  return {
    step,
    human: predictor.matrix.ids.map((_, row) => hasBit(mix, row)),
    predicted: predictor.meanOf(mix),
  };
}
