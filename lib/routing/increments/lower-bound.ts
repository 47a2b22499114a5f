/**
 * Moves by the lower bound of the score: mean - pessimism · standard deviation. The mean changes exactly as the
 * polynomial does; the standard deviation is followed by its gradient to find promising moves (a screen), and computed
 * in full for those.
 */
import type { MixPredictor } from "../predictor.js";
import { type Deviation, deviationOf } from "./deviation.js";
import type { MovingMix } from "./moving-mix.js";

export class LowerBound {
  /** Slopes of the lower bound at the mix: those of the mean less pessimism · gradient of the deviation. */
  readonly slopes: Float64Array;
  readonly #mix: MovingMix;
  readonly #deviation: Deviation;
  readonly #pessimism: number;

  /** @param mix where to start; from then on it moves by {@link move} only */
  constructor(mix: MovingMix, predictor: MixPredictor) {
    this.#mix = mix;
    this.#deviation = deviationOf(mix, predictor);
    this.#pessimism = predictor.pessimism;
    this.slopes = new Float64Array(mix.slopes.slopes.length);
    this.#follow();
  }

  /** The lower bound at the mix. */
  get score(): number {
    return this.#mix.slopes.value - this.#pessimism * this.#deviation.sd();
  }

  /** Makes a move. */
  move(into: number, out: number): void {
    this.#mix.move(into, out);
    this.#deviation.moved(into, out);
    this.#follow();
  }

  /** Gain of a move by the slopes alone. */
  screenedGain(into: number, out: number): number {
    return this.#mix.slopes.gainOfMove(into, out, this.slopes);
  }

  /** Gain of a move, the standard deviation computed in full. */
  gainOf(into: number, out: number): number {
    const rise = this.#deviation.sdAfter(into, out) - this.#deviation.sd();
    return this.#mix.slopes.gainOfMove(into, out) - this.#pessimism * rise;
  }

  #follow(): void {
    const gradient = this.#deviation.gradient();
    for (let t = 0; t < this.slopes.length; t++) {
      this.slopes[t] = this.#mix.slopes.slopes[t]! - this.#pessimism * gradient[t]!;
    }
  }
}
