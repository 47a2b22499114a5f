/** The standard deviation of a mix's predicted score, as the mix changes. */
import type { Polynomial, PpmUncertainty } from "../../ppm/index.js";
import type { MixPredictor } from "../predictor.js";
import { type MovingMix, NONE } from "./moving-mix.js";
import { PolynomialSlopes } from "./polynomial-slopes.js";

export interface Deviation {
  /** At the mix. */
  sd(): number;
  /** After a move that is not made. */
  sdAfter(into: number, out: number): number;
  /** d sd / d count of each feature, at the mix. */
  gradient(): Float64Array;
  /** Told of each move, after the mix has made it. */
  moved(into: number, out: number): void;
}

/** @throws {RangeError} if the predictor knows no uncertainty, or counts do not add up */
export function deviationOf(mix: MovingMix, { ppm, additive }: MixPredictor): Deviation {
  const { uncertainty } = ppm;
  if (uncertainty === null || additive === null) throw new RangeError("no uncertainty that can be followed");
  const { memberPolynomials } = uncertainty;
  if (memberPolynomials) return new MemberDeviation(mix, memberPolynomials, additive.factor);
  return new ModelDeviation(mix, uncertainty, additive.sizeRatio);
}

/** By asking the model, at every mix anew. */
class ModelDeviation implements Deviation {
  /** Deviations after the moves that were asked for since the last one that was made. */
  readonly #after = new Map<string, number>();
  #sd: number | null = null;

  constructor(
    readonly mix: MovingMix,
    readonly uncertainty: PpmUncertainty,
    readonly sizeRatio: number,
  ) {}

  sd(): number {
    this.#sd ??= this.uncertainty.sd(this.#seen(NONE, NONE));
    return this.#sd;
  }

  sdAfter(into: number, out: number): number {
    const sd = this.uncertainty.sd(this.#seen(into, out));
    this.#after.set(`${into} ${out}`, sd);
    return sd;
  }

  gradient(): Float64Array {
    return this.uncertainty.gradient(this.#seen(NONE, NONE)).map((slope) => slope * this.sizeRatio);
  }

  moved(into: number, out: number): void {
    this.#sd = this.#after.get(`${into} ${out}`) ?? null;
    this.#after.clear();
  }

  /** Counts after a move, as the model sees them. */
  #seen(into: number, out: number): Float64Array {
    const { features, featureStarts } = this.mix.groups;
    const counts = Float64Array.from(this.mix.slopes.counts);
    const change = (group: number, sign: number): void => {
      for (let at = featureStarts[group]!; at < featureStarts[group + 1]!; at++)
        counts[features[at]!]! += sign;
    };
    if (into !== NONE) change(into, 1);
    if (out !== NONE) change(out, -1);
    return counts.map((count) => this.sizeRatio * count);
  }
}

/** Moves between two computations of all members' slopes anew, so that rounding does not add up. */
const REFRESH_EVERY = 256;

/** By exact increments of the members of an ensemble, as the mean has them. */
class MemberDeviation implements Deviation {
  readonly #members: readonly PolynomialSlopes[];
  readonly #values: Float64Array;
  #moves = 0;

  constructor(mix: MovingMix, polynomials: readonly Polynomial[], factor: number) {
    this.#members = polynomials.map((polynomial) => {
      const slopes = new PolynomialSlopes(mix.groups, polynomial, factor);
      slopes.load(mix.taken);
      return slopes;
    });
    this.#values = new Float64Array(polynomials.length);
  }

  sd(): number {
    return this.sdAfter(NONE, NONE);
  }

  sdAfter(into: number, out: number): number {
    const values = this.#values;
    for (const [m, member] of this.#members.entries())
      values[m] = member.value + member.gainOfMove(into, out);
    return Math.sqrt(centre(values) / (values.length - 1));
  }

  gradient(): Float64Array {
    const sd = this.sd();
    const gradient = new Float64Array(this.#members[0]!.slopes.length);
    if (sd === 0) return gradient;
    for (const [m, { slopes }] of this.#members.entries()) {
      // The deviations from the mean add up to zero, so that the mean slope drops out.
      const factor = this.#values[m]! / ((this.#members.length - 1) * sd);
      for (let t = 0; t < gradient.length; t++) gradient[t]! += factor * slopes[t]!;
    }
    return gradient;
  }

  moved(into: number, out: number): void {
    const refreshes = ++this.#moves % REFRESH_EVERY === 0;
    for (const member of this.#members) {
      if (into !== NONE) member.move(into, 1);
      if (out !== NONE) member.move(out, -1);
      if (refreshes) member.refresh();
    }
  }
}

/** Takes the mean off each value. @returns the sum of squares */
function centre(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    values[i]! -= mean;
    squares += values[i]! * values[i]!;
  }
  return squares;
}
