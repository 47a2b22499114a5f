/**
 * Moves by the lower bound of the score: mean - pessimism · standard deviation. The mean changes exactly as the
 * polynomial does; the standard deviation is followed by its gradient to find promising moves (a screen), and computed
 * in full for those.
 */
import type { PpmUncertainty } from "../../ppm/index.js";
import type { MixPredictor } from "../predictor.js";
import { type MovingMix, NONE } from "./moving-mix.js";

export class LowerBound {
  /** Slopes of the lower bound at the mix: those of the mean less pessimism · gradient of the deviation. */
  readonly slopes: Float64Array;
  /** Standard deviation at the mix. */
  sd = 0;
  readonly #mix: MovingMix;
  readonly #uncertainty: PpmUncertainty;
  readonly #pessimism: number;
  readonly #sizeRatio: number;
  /** Standard deviations after the moves that were looked at since the last one. */
  readonly #sds = new Map<string, number>();

  constructor(mix: MovingMix, { ppm, pessimism, counting }: MixPredictor) {
    if (ppm.uncertainty === null || counting === null)
      throw new RangeError("no uncertainty to be lowered by");
    this.#mix = mix;
    this.#uncertainty = ppm.uncertainty;
    this.#pessimism = pessimism;
    this.#sizeRatio = counting.sizeRatio;
    this.slopes = new Float64Array(mix.slopes.slopes.length);
  }

  /** The lower bound at the mix. */
  get score(): number {
    return this.#mix.slopes.value - this.#pessimism * this.sd;
  }

  /** Makes a move. */
  move(into: number, out: number): void {
    const sd = this.#sds.get(moveKey(into, out));
    this.#mix.move(into, out);
    this.renew(sd);
  }

  /** Looks at the mix as it is now. @param sd the standard deviation, where it is known */
  renew(sd?: number): void {
    this.#sds.clear();
    const seen = this.#seen(NONE, NONE);
    const gradient = this.#uncertainty.gradient(seen);
    this.sd = sd ?? this.#uncertainty.sd(seen);
    for (let t = 0; t < this.slopes.length; t++) {
      this.slopes[t] = this.#mix.slopes.slopes[t]! - this.#pessimism * this.#sizeRatio * gradient[t]!;
    }
  }

  /** Gain of a move by the slopes alone. */
  screenedGain(into: number, out: number): number {
    return this.#mix.slopes.gainOfMove(into, out, this.slopes);
  }

  /** Gain of a move, the standard deviation computed in full. */
  gainOf(into: number, out: number): number {
    const sd = this.#uncertainty.sd(this.#seen(into, out));
    this.#sds.set(moveKey(into, out), sd);
    return this.#mix.slopes.gainOfMove(into, out) - this.#pessimism * (sd - this.sd);
  }

  /** Counts after a move, as the model sees them. */
  #seen(into: number, out: number): Float64Array {
    const { features, featureStarts } = this.#mix.groups;
    const counts = Float64Array.from(this.#mix.slopes.counts);
    const change = (group: number, sign: number): void => {
      for (let at = featureStarts[group]!; at < featureStarts[group + 1]!; at++)
        counts[features[at]!]! += sign;
    };
    if (into !== NONE) change(into, 1);
    if (out !== NONE) change(out, -1);
    return counts.map((count) => this.#sizeRatio * count);
  }
}

function moveKey(into: number, out: number): string {
  return `${into} ${out}`;
}
