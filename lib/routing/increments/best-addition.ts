/**
 * The row whose addition gains most, found without looking at every row at every step.
 *
 * Now and then all gains are computed and the highest ones kept as a shortlist. Until the next time no other gain can
 * have risen by more than the sum of the slopes' rises; while the best of the shortlist is above the best of the others
 * plus that sum, it is the best of all. So the choice is that of a full scan, exactly.
 */
import { type MovingMix, NONE } from "./moving-mix.js";

const SHORTLIST_LENGTH = 256;

export interface Addition {
  readonly group: number;
  readonly gain: number;
}

export class BestAddition {
  readonly #mix: MovingMix;
  /** Gains are ranked after multiplication by these: 1, or one over the price. */
  readonly #weights: Float64Array;
  readonly #largestWeight: number;
  #shortlist: Int32Array = new Int32Array(0);
  /** Highest weighted gain outside the shortlist when it was made, and the slopes then. */
  #restKey = Number.POSITIVE_INFINITY;
  #slopesThen: Float64Array = new Float64Array(0);
  /** How often all gains were computed. */
  scans = 0;

  constructor(mix: MovingMix, weights: Float64Array) {
    this.#mix = mix;
    this.#weights = weights;
    this.#largestWeight = weights.reduce((most, weight) => Math.max(most, weight), 0);
  }

  /** The best row that money and limits allow, of equal ones the earliest; null if there is none. */
  best(): Addition | null {
    const listed = bestAmong(this.#mix, this.#shortlist, this.#weights, this.#mix.slopes.slopes);
    if (listed !== null && listed.gain * this.#weights[listed.group]! > this.#restKey + this.#rise()) {
      return listed;
    }
    this.#renew();
    return bestAmong(this.#mix, this.#shortlist, this.#weights, this.#mix.slopes.slopes);
  }

  /** A bound on how much any weighted gain can have risen since the shortlist was made, rounding included. */
  #rise(): number {
    const { slopes } = this.#mix.slopes;
    let rise = 0;
    let size = 0;
    for (let t = 0; t < slopes.length; t++) {
      rise += Math.max(0, slopes[t]! - this.#slopesThen[t]!);
      size += Math.abs(slopes[t]!);
    }
    return this.#largestWeight * (rise + ROUNDING * size);
  }

  #renew(): void {
    this.scans++;
    const mix = this.#mix;
    mix.refresh();
    const groups = availableGroups(mix);
    const keys = Float64Array.from(groups, (group) => mix.slopes.gainOfAdding(group) * this.#weights[group]!);
    const least = keys.toSorted()[Math.max(0, keys.length - SHORTLIST_LENGTH)] ?? 0;
    this.#shortlist = groups.filter((_, i) => keys[i]! >= least);
    this.#restKey = keys.reduce(
      (most, key) => (key < least ? Math.max(most, key) : most),
      Number.NEGATIVE_INFINITY,
    );
    this.#slopesThen = mix.slopes.slopes.slice();
  }
}

const ROUNDING = 1e-13;

/** Groups with a row that can be added now. */
export function availableGroups(mix: MovingMix): Int32Array {
  const all = Int32Array.from({ length: mix.groups.groupCount }, (_, group) => group);
  return all.filter((group) => mix.hasFree(group) && mix.allows(group, NONE));
}

/**
 * The group of the highest weighted gain that can be added, of equal ones that whose next row is the earliest.
 * @param slopes those that gains are computed with
 */
export function bestAmong(
  mix: MovingMix,
  groups: Int32Array,
  weights: Float64Array,
  slopes: Float64Array,
): Addition | null {
  let best = NONE;
  let bestKey = Number.NEGATIVE_INFINITY;
  let bestGain = 0;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const gain = mix.slopes.slopeOf(group, slopes) + mix.slopes.selfTerms[group]!;
    const key = gain * weights[group]!;
    if (key < bestKey || !mix.hasFree(group) || !mix.allows(group, NONE)) continue;
    if (key === bestKey && mix.nextRow(group) > mix.nextRow(best)) continue;
    best = group;
    bestKey = key;
    bestGain = gain;
  }
  return best === NONE ? null : { group: best, gain: bestGain };
}
