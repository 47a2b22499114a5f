/**
 * By how much a polynomial of degree one or two changes when one instance is added or taken away, exactly and fast.
 *
 * With v = s · counts, f(v) = c + b·v + vᵀAv and an instance's set of features x:
 *   f(v ± s·x) - f(v) = ± Σ_{t in x} G_t + ½ Σ_{t,u in x} C_tu,   G = s·(b + 2Av),   C = 2s²·A.
 * Adding x adds Σ_{u in x} C_tu to each G_t. The second sum never changes: it is computed once for each group of rows.
 */
import type { Polynomial } from "../../ppm/index.js";
import type { RowGroups } from "./row-groups.js";

export class PolynomialSlopes {
  /** G: what one more instance of each feature adds, before its self term. */
  readonly slopes: Float64Array;
  /** C, row by row; null where the degree is one. */
  readonly curvature: Float64Array | null;
  /** Instances of each feature in the mix. */
  readonly counts: Int32Array;
  /** The polynomial at the counts, kept by increments. */
  value = 0;
  /** The largest difference, relative to the largest slope, that {@link refresh} has repaired. */
  drift = 0;
  readonly #groups: RowGroups;
  /** Self term of each group, ½ Σ C_tu over its features; NaN before it is first needed. */
  readonly #selfTerms: Float64Array;
  readonly #linear: Float64Array;
  readonly #intercept: number;

  /** Starts at no instance. @param factor s: what counts are multiplied by */
  constructor(groups: RowGroups, { intercept, coefficients, products }: Polynomial, factor: number) {
    const n = coefficients.length;
    this.#groups = groups;
    this.#intercept = intercept;
    this.#linear = coefficients.map((b) => factor * b);
    this.curvature = products && symmetric(products, n, factor * factor);
    this.counts = new Int32Array(n);
    this.slopes = this.#linear.slice();
    this.value = intercept;
    this.#selfTerms = new Float64Array(groups.groupCount).fill(Number.NaN);
  }

  /** Σ G_t over the features of a group: what adding a row gains, less the self term. */
  slopeOf(group: number, slopes: Float64Array = this.slopes): number {
    const { features, featureStarts } = this.#groups;
    let sum = 0;
    for (let at = featureStarts[group]!, end = featureStarts[group + 1]!; at < end; at++) {
      sum += slopes[features[at]!]!;
    }
    return sum;
  }

  /** Σ C_tu over the features t of one group and u of another. */
  crossTerm(a: number, b: number): number {
    const { features, featureStarts } = this.#groups;
    const { curvature } = this;
    if (curvature === null) return 0;
    const n = this.slopes.length;
    let sum = 0;
    for (let i = featureStarts[a]!, end = featureStarts[a + 1]!; i < end; i++) {
      const row = n * features[i]!;
      for (let j = featureStarts[b]!, last = featureStarts[b + 1]!; j < last; j++) {
        sum += curvature[row + features[j]!]!;
      }
    }
    return sum;
  }

  #selfTerm(group: number): number {
    const known = this.#selfTerms[group]!;
    if (!Number.isNaN(known)) return known;
    const term = this.crossTerm(group, group) / 2;
    this.#selfTerms[group] = term;
    return term;
  }

  gainOfAdding(group: number, slopes: Float64Array = this.slopes): number {
    return this.slopeOf(group, slopes) + this.#selfTerm(group);
  }

  gainOfDropping(group: number, slopes: Float64Array = this.slopes): number {
    return this.#selfTerm(group) - this.slopeOf(group, slopes);
  }

  /** Of a row of one group for a row of another; of one alone where the other is -1. */
  gainOfMove(into: number, out: number, slopes: Float64Array = this.slopes): number {
    const added = into < 0 ? 0 : this.gainOfAdding(into, slopes);
    const dropped = out < 0 ? 0 : this.gainOfDropping(out, slopes);
    return into < 0 || out < 0 ? added + dropped : added + dropped - this.crossTerm(into, out);
  }

  /** Adds (sign 1) or takes away (sign -1) one row of a group. */
  move(group: number, sign: 1 | -1): void {
    const { features, featureStarts } = this.#groups;
    const { slopes, curvature, counts } = this;
    this.value += sign === 1 ? this.gainOfAdding(group) : this.gainOfDropping(group);
    const n = slopes.length;
    for (let at = featureStarts[group]!, end = featureStarts[group + 1]!; at < end; at++) {
      const feature = features[at]!;
      counts[feature]! += sign;
      if (curvature === null) continue;
      for (let t = 0, from = n * feature; t < n; t++) slopes[t]! += sign * curvature[from + t]!;
    }
  }

  /** Goes to another mix. @param taken rows of each group in it */
  load(taken: Int32Array): void {
    const { features, featureStarts } = this.#groups;
    this.counts.fill(0);
    for (let group = 0; group < taken.length; group++) {
      for (let at = featureStarts[group]!; at < featureStarts[group + 1]!; at++) {
        this.counts[features[at]!]! += taken[group]!;
      }
    }
    const { drift } = this;
    this.refresh();
    this.drift = drift;
  }

  /** Computes slopes and value anew from the counts, so that rounding does not add up. */
  refresh(): void {
    const { slopes, curvature, counts } = this;
    const n = slopes.length;
    let value = this.#intercept;
    let off = 0;
    let largest = Number.MIN_VALUE;
    for (let t = 0; t < n; t++) {
      let slope = this.#linear[t]!;
      if (curvature) for (let u = 0, at = t * n; u < n; u++) slope += curvature[at + u]! * counts[u]!;
      off = Math.max(off, Math.abs(slope - slopes[t]!));
      largest = Math.max(largest, Math.abs(slope));
      slopes[t] = slope;
      // c + Σ counts·(s·b + ½ C·counts) = c + Σ counts·(G + s·b) / 2
      value += (counts[t]! * (slope + this.#linear[t]!)) / 2;
    }
    this.drift = Math.max(this.drift, off / largest);
    this.value = value;
  }
}

/** 2·factor²·A as a full matrix, from the upper triangle of products. */
function symmetric(products: Float64Array, n: number, factorSquared: number): Float64Array {
  const full = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = i; j < n; j++, at++) {
      const value = factorSquared * products[at]!;
      full[i * n + j]! += value;
      full[j * n + i]! += value;
    }
  }
  return full;
}
