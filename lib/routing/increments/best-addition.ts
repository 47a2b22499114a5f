/**
 * The rows whose addition gains most, found without looking at every row at every step.
 *
 * Now and then all gains are computed and the highest ones kept as a shortlist. Until the next time no other gain can
 * have risen by more than the sum of the slopes' rises; while the best of the shortlist are above the best of the others
 * plus that sum, they are the best of all. So the choice is that of a full scan, exactly.
 */
import { type MovingMix, NONE } from "./moving-mix.js";

/**
 * Times the root of the number of groups: the longer the shortlist, the more a step costs and the longer the shortlist
 * lasts; where both cost the same, the whole is least.
 */
const SHORTLIST_FACTOR = 4;

export interface Addition {
  readonly group: number;
  readonly gain: number;
}

export interface AdditionOptions {
  /** Gains are ranked after multiplication by these, one a group: 1, or one over the price. */
  readonly weights: Float64Array;
  /** What gains are computed with; it changes as the mix does. */
  readonly slopes: Float64Array;
  /** How many of the best are wanted, far fewer than a shortlist holds. */
  readonly count: number;
}

export class BestAdditions {
  readonly #mix: MovingMix;
  readonly #options: AdditionOptions;
  readonly #largestWeight: number;
  #shortlist: Int32Array = new Int32Array(0);
  /** Highest weighted gain outside the shortlist when it was made, and the slopes then. */
  #restKey = Number.POSITIVE_INFINITY;
  #slopesThen: Float64Array = new Float64Array(0);
  /** How often all gains were computed. */
  scans = 0;

  constructor(mix: MovingMix, options: AdditionOptions) {
    this.#mix = mix;
    this.#options = options;
    this.#largestWeight = options.weights.reduce((most, weight) => Math.max(most, weight), 0);
  }

  /** The best rows that money and limits allow, best first, of equal ones the earlier first; as many as there are. */
  best(): Addition[] {
    const { weights, count } = this.#options;
    const listed = bestAmong(this.#mix, this.#shortlist, this.#options);
    if (listed.length === count) {
      const { group, gain } = listed[count - 1]!;
      if (gain * weights[group]! > this.#restKey + this.#rise()) return listed;
    }
    this.#renew();
    return bestAmong(this.#mix, this.#shortlist, this.#options);
  }

  /** A bound on how much any weighted gain can have risen since the shortlist was made, rounding included. */
  #rise(): number {
    const { slopes } = this.#options;
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
    const { slopes, weights } = this.#options;
    this.#mix.refresh();
    const groups = availableGroups(this.#mix);
    const gainOf = (group: number): number => this.#mix.slopes.gainOfAdding(group, slopes);
    const keys = Float64Array.from(groups, (group) => gainOf(group) * weights[group]!);
    const length = Math.ceil(SHORTLIST_FACTOR * Math.sqrt(this.#mix.groups.groupCount));
    const least = keys.toSorted()[Math.max(0, keys.length - length)] ?? 0;
    this.#shortlist = groups.filter((_, i) => keys[i]! >= least);
    this.#restKey = keys.reduce(
      (most, key) => (key < least ? Math.max(most, key) : most),
      Number.NEGATIVE_INFINITY,
    );
    this.#slopesThen = slopes.slice();
  }
}

const ROUNDING = 1e-13;

/** Groups with a row that can be added now. */
export function availableGroups(mix: MovingMix): Int32Array {
  const all = Int32Array.from({ length: mix.groups.groupCount }, (_, group) => group);
  return all.filter((group) => mix.hasFree(group) && mix.allows(group, NONE));
}

/** The groups of the highest weighted gains that can be added, of equal ones first that whose next row is the earliest. */
export function bestAmong(
  mix: MovingMix,
  groups: Int32Array,
  { weights, slopes, count }: AdditionOptions,
): Addition[] {
  const best: { group: number; gain: number; key: number }[] = [];
  let leastKey = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const gain = mix.slopes.gainOfAdding(group, slopes);
    const key = gain * weights[group]!;
    if (key < leastKey || !mix.hasFree(group) || !mix.allows(group, NONE)) continue;
    let at = best.length;
    while (at > 0 && isBefore(mix, key, group, best[at - 1]!)) at--;
    best.splice(at, 0, { group, gain, key });
    if (best.length > count) best.pop();
    if (best.length === count) leastKey = best[count - 1]!.key;
  }
  return best;
}

function isBefore(
  mix: MovingMix,
  key: number,
  group: number,
  other: { readonly group: number; readonly key: number },
): boolean {
  return key > other.key || (key === other.key && mix.nextRow(group) < mix.nextRow(other.group));
}
