/** The move that gains most: one row in, one out, or one of both, found among many pairs by bounds. */
import { type MovingMix, NONE } from "./moving-mix.js";

export interface Move {
  /** Group of which a row goes to a human, group of which one goes back to the LM; {@link NONE} where none does. */
  readonly into: number;
  readonly out: number;
  readonly gain: number;
}

export interface MoveKinds {
  /** Whether rows may also go in without one going out, and out without one coming in. */
  readonly changesCount: boolean;
}

export class BestMove {
  readonly #mix: MovingMix;
  readonly #changesCount: boolean;
  /** For each group a bound on what any row coming in can add, by the cross term, to its going out. */
  readonly #crossBounds: Float64Array;

  constructor(mix: MovingMix, { changesCount }: MoveKinds) {
    this.#mix = mix;
    this.#changesCount = changesCount;
    this.#crossBounds = crossBounds(mix);
  }

  /**
   * The best move among rows of these groups, of equal ones the first found in the order of gains and then rows; null
   * if none gains more than the mix's tolerance. A swap of x for y gains what x gains by itself and y by itself less
   * their cross term; pairs are looked at in falling order of the former, and left as soon as the bound on the latter
   * shows that none behind can win.
   */
  among(groups: Int32Array): Move | null {
    const mix = this.#mix;
    const ins = ranked(
      groups.filter((group) => mix.hasFree(group)),
      (group) => mix.slopes.gainOfAdding(group),
    );
    const outs = ranked(
      groups.filter((group) => mix.taken[group]! > 0),
      (group) => mix.slopes.gainOfDropping(group),
    );
    let best: Move = { into: NONE, out: NONE, gain: mix.tolerance };
    if (this.#changesCount) {
      best = this.#single(ins, best, (group) => [group, NONE]);
      best = this.#single(outs, best, (group) => [NONE, group]);
    }
    best = this.#swap(ins, outs, best);
    return best.into === NONE && best.out === NONE ? null : best;
  }

  #single({ groups, gains }: Ranked, best: Move, asMove: (group: number) => [number, number]): Move {
    for (let i = 0; i < groups.length && gains[i]! > best.gain; i++) {
      const [into, out] = asMove(groups[i]!);
      if (this.#mix.allows(into, out)) return { into, out, gain: gains[i]! };
    }
    return best;
  }

  #swap(ins: Ranked, outs: Ranked, start: Move): Move {
    const mix = this.#mix;
    let { into, out, gain } = start;
    const most = ins.gains[0] ?? Number.NEGATIVE_INFINITY;
    const loosest = this.#crossBounds.reduce((a, b) => Math.max(a, b), 0);
    for (let j = 0; j < outs.groups.length; j++) {
      const y = outs.groups[j]!;
      if (outs.gains[j]! + most + loosest <= gain) break;
      const own = outs.gains[j]! + this.#crossBounds[y]!;
      for (let i = 0; i < ins.groups.length && ins.gains[i]! + own > gain; i++) {
        const x = ins.groups[i]!;
        if (x === y || !mix.allows(x, y)) continue;
        const swapped = ins.gains[i]! + outs.gains[j]! - mix.slopes.crossTerm(x, y);
        if (swapped <= gain) continue;
        gain = swapped;
        into = x;
        out = y;
      }
    }
    return { into, out, gain };
  }
}

interface Ranked {
  readonly groups: Int32Array;
  readonly gains: Float64Array;
}

/** Groups in falling order of gains, of equal ones the lower number (whose first row is earlier) first. */
function ranked(groups: Int32Array, gainOf: (group: number) => number): Ranked {
  const gains = Float64Array.from(groups, gainOf);
  const order = Int32Array.from(groups, (_, i) => i).sort((a, b) => gains[b]! - gains[a]! || a - b);
  return {
    groups: order.map((i) => groups[i]!),
    gains: Float64Array.from(order, (i) => gains[i]!),
  };
}

/** Σ over a group's features t of the largest Σ_u max(0, -C_tu) that a row's number of features allows. */
function crossBounds({ groups, slopes }: MovingMix): Float64Array {
  const n = slopes.slopes.length;
  const { curvature } = slopes;
  if (curvature === null) return new Float64Array(groups.groupCount);
  const ofFeature = Float64Array.from({ length: n }, (_, t) => {
    const falls = curvature.subarray(t * n, (t + 1) * n).map((value) => Math.max(0, -value));
    return falls
      .toSorted()
      .subarray(n - Math.min(n, groups.featureCountMax))
      .reduce((a, b) => a + b, 0);
  });
  return Float64Array.from({ length: groups.groupCount }, (_, group) => slopes.slopeOf(group, ofFeature));
}
