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

  constructor(mix: MovingMix, { ppm, pessimism, counting }: MixPredictor) {
    if (ppm.uncertainty === null || counting === null)
      throw new RangeError("no uncertainty to be lowered by");
    this.#mix = mix;
    this.#uncertainty = ppm.uncertainty;
    this.#pessimism = pessimism;
    this.#sizeRatio = counting.sizeRatio;
    this.slopes = new Float64Array(mix.slopes.slopes.length);
  }

  /** The lower bound at the mix; true after {@link renew}. */
  get score(): number {
    return this.#mix.slopes.value - this.#pessimism * this.sd;
  }

  /** Looks at the mix as it is now. */
  renew(): void {
    const seen = this.#seen(NONE, NONE);
    const gradient = this.#uncertainty.gradient(seen);
    this.sd = this.#uncertainty.sd(seen);
    for (let t = 0; t < this.slopes.length; t++) {
      this.slopes[t] = this.#mix.slopes.slopes[t]! - this.#pessimism * this.#sizeRatio * gradient[t]!;
    }
  }

  /** Gain of a move by the slopes alone. */
  screenedGain(into: number, out: number): number {
    const { slopes } = this.#mix;
    let gain = 0;
    if (into !== NONE) gain += slopes.slopeOf(into, this.slopes) + slopes.selfTerms[into]!;
    if (out !== NONE) gain += slopes.selfTerms[out]! - slopes.slopeOf(out, this.slopes);
    return into === NONE || out === NONE ? gain : gain - slopes.crossTerm(into, out);
  }

  /** Gain of a move, the standard deviation computed in full. */
  gainOf(into: number, out: number): number {
    const { slopes } = this.#mix;
    let mean = 0;
    if (into !== NONE) mean += slopes.gainOfAdding(into);
    if (out !== NONE) mean += slopes.gainOfDropping(out);
    if (into !== NONE && out !== NONE) mean -= slopes.crossTerm(into, out);
    return mean - this.#pessimism * (this.#uncertainty.sd(this.#seen(into, out)) - this.sd);
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
