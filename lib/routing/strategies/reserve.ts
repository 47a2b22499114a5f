/** Keeps room for minima: which rows may still be added so that every minimum can be met. */
import type { TagConstraint } from "../constraints/constraint.js";
import type { MovingMix } from "../increments/moving-mix.js";

export class Reserve {
  readonly #mix: MovingMix;
  readonly #constraints: readonly TagConstraint[];
  /** The most limited tags that one row has. */
  readonly #mostAtOnce: number;

  constructor(mix: MovingMix, constraints: readonly TagConstraint[]) {
    this.#mix = mix;
    this.#constraints = constraints;
    const { groupCount, limited, limitedCount } = mix.groups;
    let most = 1;
    for (let group = 0; group < groupCount; group++) {
      const own = limited.subarray(group * limitedCount, (group + 1) * limitedCount);
      most = Math.max(
        most,
        own.reduce((sum, has, i) => sum + (constraints[i]!.minCount > 0 ? has : 0), 0),
      );
    }
    this.#mostAtOnce = most;
  }

  /** Whether a minimum is not met yet. */
  isShort(): boolean {
    return this.#constraints.some((_, i) => this.#missing(i) > 0);
  }

  /** Whether a row of the group brings a minimum nearer. */
  covers(group: number): boolean {
    return this.#covered(group) > 0;
  }

  /**
   * Which groups may take one of the last `slots` places; null if all may. The test is necessary, not sufficient: a
   * mix can still end short, and is then completed by the solver.
   */
  rule(slots: number): ((group: number) => boolean) | null {
    if (this.#constraints.length === 0) return null;
    const missing = this.#constraints.map((_, i) => this.#missing(i));
    const needed = missing.reduce((sum, count) => sum + count, 0) - (slots - 1) * this.#mostAtOnce;
    const urgent = missing.flatMap((count, i) => (count > 0 && count >= slots ? [i] : []));
    if (needed <= 0 && urgent.length === 0) return null;
    const { limited, limitedCount } = this.#mix.groups;
    return (group) =>
      urgent.every((i) => limited[group * limitedCount + i] === 1) && this.#covered(group) >= needed;
  }

  #missing(i: number): number {
    return Math.max(0, this.#constraints[i]!.minCount - this.#mix.limitedCounts[i]!);
  }

  #covered(group: number): number {
    const { limited, limitedCount } = this.#mix.groups;
    let covered = 0;
    for (let i = 0; i < limitedCount; i++) {
      if (limited[group * limitedCount + i] === 1 && this.#missing(i) > 0) covered++;
    }
    return covered;
  }
}
