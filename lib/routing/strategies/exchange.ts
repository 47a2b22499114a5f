/** A mix under random exchanges that bring it nearer to limits on tags. */
import type { Rng } from "../../base/index.js";
import { type Bitset, hasBit } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";
import type { Budget } from "../budget/budget.js";
import type { TagConstraint } from "../constraints/constraint.js";

/** Partners that are tried for a row before the next row is. */
const TRIED_PARTNERS = 16;

export class Exchange {
  /** All rows: first those with humans, then the others. */
  readonly #order: Int32Array;
  /** Where each row is in it. */
  readonly #placeOf: Int32Array;
  #humanCount = 0;
  #spent = 0;
  readonly #prices: Float64Array | null;
  readonly #limit: number;
  readonly #keepsCount: boolean;
  readonly #constraints: readonly TagConstraint[];
  readonly #columns: readonly Bitset[];
  /** Rows with humans of each limited tag. */
  readonly #counts: Int32Array;

  constructor(matrix: TagMatrix, budget: Budget, constraints: readonly TagConstraint[], human: Bitset) {
    const rowCount = matrix.ids.length;
    this.#order = Int32Array.from({ length: rowCount }, (_, row) => row);
    this.#placeOf = this.#order.slice();
    this.#keepsCount = budget.kind === "count";
    this.#prices = budget.kind === "money" ? budget.extra : null;
    this.#limit = budget.kind === "money" ? budget.limit : Number.POSITIVE_INFINITY;
    this.#constraints = constraints;
    this.#columns = constraints.map(({ column }) => matrix.columns[column]!);
    this.#counts = new Int32Array(constraints.length);
    for (let row = 0; row < rowCount; row++) if (hasBit(human, row)) this.flip(row);
  }

  isHuman(row: number): boolean {
    return this.#placeOf[row]! < this.#humanCount;
  }

  /** The rows with humans. */
  human(): Int32Array {
    return this.#order.slice(0, this.#humanCount);
  }

  /** Whether the money pays for the mix, and for one more row. */
  isPaid(): boolean {
    return this.#spent <= this.#limit;
  }
  canPay(row: number): boolean {
    return this.#spent + this.#priceOf(row) <= this.#limit;
  }

  /** Sends a row to the other side. */
  flip(row: number): void {
    const sign = this.isHuman(row) ? -1 : 1;
    this.#spent += sign * this.#priceOf(row);
    for (const [i, column] of this.#columns.entries()) if (hasBit(column, row)) this.#counts[i]! += sign;
    if (sign < 0) this.#humanCount--;
    this.#swapPlaces(this.#placeOf[row]!, this.#humanCount);
    if (sign > 0) this.#humanCount++;
  }

  /** Exchanges rows at random, each time nearer to the limits. @returns whether they are all met */
  mend(rng: Rng): boolean {
    for (let isNearer = true; isNearer && this.#excess() > 0; ) {
      isNearer = false;
      for (const [i, constraint] of this.#constraints.entries()) {
        const tooMany = this.#counts[i]! > constraint.maxCount;
        const isOff = (): boolean =>
          tooMany ? this.#counts[i]! > constraint.maxCount : this.#counts[i]! < constraint.minCount;
        if (!isOff()) continue;
        const members = Array.from(this.#order).filter(
          (row) => hasBit(this.#columns[i]!, row) && this.isHuman(row) === tooMany,
        );
        for (const row of rng.shuffle(members)) {
          if (!isOff()) break;
          if (this.#moveNearer(row, rng)) isNearer = true;
        }
      }
    }
    return this.#excess() === 0;
  }

  /** Sends a row to the other side, alone where the budget allows it or else against a random other, if that is nearer. */
  #moveNearer(row: number, rng: Rng): boolean {
    const before = this.#excess();
    const goesIn = !this.isHuman(row);
    this.flip(row);
    if (!this.#keepsCount && this.isPaid() && this.#excess() < before) return true;
    // The row itself has gone to that side: it is no partner, as taking it back is no move.
    const [start, end] = goesIn ? [0, this.#humanCount] : [this.#humanCount, this.#order.length];
    for (let i = 0; i < TRIED_PARTNERS && end - start > 1; i++) {
      const partner = this.#order[start + rng.int(end - start)]!;
      if (partner === row) continue;
      this.flip(partner);
      if (this.isPaid() && this.#excess() < before) return true;
      this.flip(partner);
    }
    this.flip(row);
    return false;
  }

  /** By how many rows the limits are broken, over all tags. */
  #excess(): number {
    return this.#constraints.reduce((sum, { minCount, maxCount }, i) => {
      const count = this.#counts[i]!;
      return sum + Math.max(0, minCount - count, count - maxCount);
    }, 0);
  }

  #priceOf(row: number): number {
    return this.#prices?.[row] ?? 0;
  }

  #swapPlaces(a: number, b: number): void {
    const [first, second] = [this.#order[a]!, this.#order[b]!];
    this.#order[a] = second;
    this.#order[b] = first;
    this.#placeOf[first] = b;
    this.#placeOf[second] = a;
  }
}
