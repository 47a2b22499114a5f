/** Hill climbing by the lower bound of the score. */
import type { Move } from "../increments/best-move.js";
import { LowerBound } from "../increments/lower-bound.js";
import { type MovingMix, NONE } from "../increments/moving-mix.js";
import type { RoutingRequest } from "./strategy.js";

/** Rows going in and going out that are paired up, and pairs that the standard deviation is computed for, at most. */
const SCREENED_ROWS = 32;
const SCREENED_MOVES = 512;

/** Steps between two computations of all slopes anew. */
const REFRESH_EVERY = 256;

/**
 * Moves while one raises the lower bound. The {@link SCREENED_ROWS} rows most promising by the bound's gradient in each
 * direction are paired up; the {@link SCREENED_MOVES} most promising moves are computed in full, in that order, and the
 * first that raises the bound by more than rounding is made. So it ends where none of these helps, which is every move
 * where there are few rows.
 */
export function climbBound(mix: MovingMix, request: RoutingRequest): void {
  const bound = new LowerBound(mix, request.predictor);
  const changesCount = request.budget.kind !== "count";
  const rowCount = request.predictor.matrix.ids.length;
  const progress = request.progress?.("search moves", rowCount);

  for (let made = 1; ; made++) {
    const move = firstGaining(mix, bound, changesCount);
    if (move === null) break;
    const { into, out, gain } = move;
    const toHuman = into === NONE ? null : mix.nextRow(into);
    const toLm = out === NONE ? null : mix.lastRow(out);
    bound.move(into, out);
    if (made % REFRESH_EVERY === 0) mix.refresh();
    const { humanCount } = mix;
    request.onStep?.({ strategy: "search", toHuman, toLm, gain, score: bound.score, humanCount });
    progress?.advance();
  }
  progress?.done();
}

function firstGaining(mix: MovingMix, bound: LowerBound, changesCount: boolean): Move | null {
  const all = Int32Array.from({ length: mix.groups.groupCount }, (_, group) => group);
  const ins = mostPromising(
    all.filter((group) => mix.hasFree(group)),
    (group) => bound.screenedGain(group, NONE),
  );
  const outs = mostPromising(
    all.filter((group) => mix.taken[group]! > 0),
    (group) => bound.screenedGain(NONE, group),
  );
  const pairs: [number, number][] = ins.flatMap((into) => outs.map((out): [number, number] => [into, out]));
  if (changesCount) {
    for (const group of ins) pairs.push([group, NONE]);
    for (const group of outs) pairs.push([NONE, group]);
  }
  const moves = pairs
    .filter(([into, out]) => into !== out && mix.allows(into, out))
    .map(([into, out]) => ({ into, out, gain: bound.screenedGain(into, out) }))
    .sort((a, b) => b.gain - a.gain);
  for (const { into, out } of moves.slice(0, SCREENED_MOVES)) {
    const gain = bound.gainOf(into, out);
    if (gain > mix.tolerance) return { into, out, gain };
  }
  return null;
}

function mostPromising(groups: Int32Array, gainOf: (group: number) => number): number[] {
  const gains = new Map(Array.from(groups, (group) => [group, gainOf(group)]));
  return [...groups].sort((a, b) => gains.get(b)! - gains.get(a)! || a - b).slice(0, SCREENED_ROWS);
}
