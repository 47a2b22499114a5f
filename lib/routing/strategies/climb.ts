/** Hill climbing with exact gains. */
import { BestMove } from "../increments/best-move.js";
import { type MovingMix, NONE } from "../increments/moving-mix.js";
import { createShortlister } from "../increments/shortlist.js";
import type { RoutingRequest } from "./strategy.js";

/**
 * Moves until no move gains. The best move is looked for among the groups that promised most when all were last looked
 * at; when it finds none there, among all. So it stops at a mix that no single move improves.
 */
export function climb(mix: MovingMix, request: RoutingRequest): void {
  const moves = new BestMove(mix, { changesCount: request.budget.kind !== "count" });
  const shortlist = createShortlister(mix);
  const everything = Int32Array.from({ length: mix.groups.groupCount }, (_, group) => group);
  const progress = request.progress?.("search moves", request.predictor.matrix.ids.length);
  let promising = new Int32Array(0);
  for (;;) {
    let move = moves.among(promising);
    if (move === null) {
      mix.refresh();
      move = moves.among(everything);
      if (move === null) break;
      promising = shortlist();
    }
    const { into, out, gain } = move;
    const toHuman = into === NONE ? null : mix.nextRow(into);
    const toLm = out === NONE ? null : mix.lastRow(out);
    mix.move(into, out);
    const { humanCount } = mix;
    request.onStep?.({ strategy: "search", toHuman, toLm, gain, score: mix.slopes.value, humanCount });
    progress?.advance();
  }
  progress?.done();
}
