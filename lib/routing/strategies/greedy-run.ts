/** One pass of the greedy strategy. */
import { type Bitset, hasBit } from "../../math/index.js";
import { type Addition, availableGroups, BestAdditions, bestAmong } from "../increments/best-addition.js";
import { LowerBound } from "../increments/lower-bound.js";
import { MovingMix, NONE } from "../increments/moving-mix.js";
import { Reserve } from "./reserve.js";
import { solveFor } from "./solve-for.js";
import type { RoutingRequest } from "./strategy.js";

/** How many rows a pessimistic step computes the standard deviation for. */
export const SCREENED_ADDITIONS = 4;

type Eligible = (group: number) => boolean;

/** Finds the best row to add among those eligible (null: all). */
type Picker = (eligible: Eligible | null) => Addition | null;

/** @param prices of each row, to go by gain for the price; null to go by gain */
export function runGreedy(request: RoutingRequest, prices: Float64Array | null): Bitset {
  const { predictor, budget, constraints } = request;
  const mix = new MovingMix(predictor, budget, constraints, "greedy");
  const weights =
    prices === null ? new Float64Array(mix.groups.groupCount).fill(1) : mix.groups.prices.map((p) => 1 / p);
  const bound = predictor.pessimism > 0 ? new LowerBound(mix, predictor) : null;
  const pick = bound === null ? exactPicker(mix, weights) : screeningPicker(mix, weights, bound);
  const reserve = new Reserve(mix, constraints);
  const fixed = budget.kind === "count";
  const goal = fixed ? budget.count : predictor.matrix.ids.length;
  const progress = request.progress?.("greedy switches", goal);
  while (mix.humanCount < goal) {
    let best = pick(fixed ? reserve.rule(goal - mix.humanCount) : null);
    if (!fixed && bound !== null && best !== null && best.gain <= mix.tolerance) {
      best = firstGaining(mix, weights, bound);
    }
    if (!fixed && (best === null || best.gain <= mix.tolerance)) {
      if (!reserve.isShort()) break;
      best = pick((group) => reserve.covers(group));
    }
    if (best === null) break;
    const toHuman = mix.nextRow(best.group);
    if (bound === null) mix.move(best.group, NONE);
    else bound.move(best.group, NONE);
    const { humanCount } = mix;
    const score = bound?.score ?? mix.slopes.value;
    request.onStep?.({ strategy: "greedy", toHuman, toLm: null, gain: best.gain, score, humanCount });
    progress?.advance();
  }
  progress?.done();
  const isDone = !reserve.isShort() && (!fixed || mix.humanCount === goal);
  return isDone ? mix.toBitset() : complete(mix, request);
}

function exactPicker(mix: MovingMix, weights: Float64Array): Picker {
  const options = { weights, slopes: mix.slopes.slopes, count: 1 };
  const additions = new BestAdditions(mix, options);
  return (eligible) => {
    if (eligible === null) return additions.best()[0] ?? null;
    return bestAmong(mix, availableGroups(mix).filter(eligible), options)[0] ?? null;
  };
}

/** The most promising rows by the bound's slopes; of those, the one of the highest bound. */
function screeningPicker(mix: MovingMix, weights: Float64Array, bound: LowerBound): Picker {
  const options = { weights, slopes: bound.slopes, count: SCREENED_ADDITIONS };
  const additions = new BestAdditions(mix, options);
  return (eligible) => {
    const screened =
      eligible === null ? additions.best() : bestAmong(mix, availableGroups(mix).filter(eligible), options);
    let best: Addition | null = null;
    for (const { group } of screened) {
      const gain = bound.gainOf(group, NONE);
      if (best === null || gain * weights[group]! > best.gain * weights[best.group]!) best = { group, gain };
    }
    return best;
  };
}

/** Where none of the screened rows gains: the most promising of all others that does; null if no row gains. */
function firstGaining(mix: MovingMix, weights: Float64Array, bound: LowerBound): Addition | null {
  const count = mix.groups.groupCount;
  for (const { group } of bestAmong(mix, availableGroups(mix), { weights, slopes: bound.slopes, count })) {
    const gain = bound.gainOf(group, NONE);
    if (gain > mix.tolerance) return { group, gain };
  }
  return null;
}

/** A mix that meets budget and limits, with as many of the rows chosen so far as can be, and else by gain. */
function complete(mix: MovingMix, request: RoutingRequest): Bitset {
  const { groupOf } = mix.groups;
  const chosen = mix.toBitset();
  const gains = Float64Array.from(groupOf, (group, row) =>
    hasBit(chosen, row) ? -mix.slopes.gainOfDropping(group) : mix.slopes.gainOfAdding(group),
  );
  const spread = gains.reduce((a, b) => Math.max(a, b)) - gains.reduce((a, b) => Math.min(a, b));
  const keep = 2 * (spread || 1);
  return solveFor(
    gains.map((gain, row) => (hasBit(chosen, row) ? gain + keep : gain)),
    request,
  );
}
