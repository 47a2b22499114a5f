/** A mix that changes row by row, within its money and its limits on tags, with exact gains of every move. */
import { BadInputError } from "../../base/index.js";
import { type Bitset, createBitset, membersOf } from "../../math/index.js";
import type { Budget } from "../budget/budget.js";
import type { TagConstraint } from "../constraints/constraint.js";
import type { MixPredictor } from "../predictor.js";
import { PolynomialSlopes } from "./polynomial-slopes.js";
import { groupRows, type RowGroups } from "./row-groups.js";

/** No group: nothing goes in, or nothing goes out. */
export const NONE = -1;

/** Sums of prices are rounded; half of what `withinBudget` forgives. */
const MONEY_TOLERANCE = 5e-13;

const ROUNDING = 1e-11;

/**
 * Which rows are with humans: of each group the first so many. Money and limits on tags are looked at here; how many
 * rows a `count` budget asks for is left to the strategy.
 */
export class MovingMix {
  readonly groups: RowGroups;
  readonly slopes: PolynomialSlopes;
  /** Rows of each group with humans. */
  readonly taken: Int32Array;
  humanCount = 0;
  /** Rows with humans of each limited tag, in the order of the constraints. */
  readonly limitedCounts: Int32Array;
  #spent = 0;
  #tolerance = 0;
  readonly #limit: number;
  readonly #constraints: readonly TagConstraint[];

  /**
   * Starts with no row with humans.
   * @param asker the strategy, for the error
   * @throws {BadInputError} if the predictor has no exact increments
   */
  constructor(predictor: MixPredictor, budget: Budget, constraints: readonly TagConstraint[], asker: string) {
    const { polynomial, columns, factor } = requireIncrements(predictor, asker);
    this.groups = groupRows(predictor.matrix, {
      featureColumns: columns,
      limitedColumns: constraints.map(({ column }) => column),
      prices: budget.kind === "money" ? budget.extra : null,
    });
    this.slopes = new PolynomialSlopes(this.groups, polynomial, factor);
    this.taken = new Int32Array(this.groups.groupCount);
    this.limitedCounts = new Int32Array(constraints.length);
    this.#constraints = constraints;
    this.#updateTolerance();
    this.#limit = budget.kind === "money" ? budget.limit * (1 + MONEY_TOLERANCE) : Number.POSITIVE_INFINITY;
  }

  /** Goes to a mix: as many rows of each group as it has, the earliest ones. */
  load(human: Bitset): void {
    this.taken.fill(0);
    this.limitedCounts.fill(0);
    this.humanCount = 0;
    for (const row of membersOf(human)) this.#count(this.groups.groupOf[row]!, 1);
    this.slopes.load(this.taken);
    this.refresh();
  }

  /** Whether a group has rows that are not with humans. */
  hasFree(group: number): boolean {
    const { rowStarts } = this.groups;
    return this.taken[group]! < rowStarts[group + 1]! - rowStarts[group]!;
  }

  /** The row that goes to a human next, the one that goes back first. */
  nextRow(group: number): number {
    return this.groups.rows[this.groups.rowStarts[group]! + this.taken[group]!]!;
  }
  lastRow(group: number): number {
    return this.groups.rows[this.groups.rowStarts[group]! + this.taken[group]! - 1]!;
  }

  /** Whether money and limits on tags allow a row of one group to go in and one of another to go out ({@link NONE}: no row). */
  allows(into: number, out: number): boolean {
    const { prices, limited } = this.groups;
    const price = (into === NONE ? 0 : prices[into]!) - (out === NONE ? 0 : prices[out]!);
    if (price > 0 && this.#spent + price > this.#limit) return false;
    const limits = this.#constraints;
    for (let i = 0; i < limits.length; i++) {
      const change =
        (into === NONE ? 0 : limited[into * limits.length + i]!) -
        (out === NONE ? 0 : limited[out * limits.length + i]!);
      if (change > 0 && this.limitedCounts[i]! >= limits[i]!.maxCount) return false;
      if (change < 0 && this.limitedCounts[i]! <= limits[i]!.minCount) return false;
    }
    return true;
  }

  /** Makes a move. */
  move(into: number, out: number): void {
    if (into !== NONE) this.#move(into, 1);
    if (out !== NONE) this.#move(out, -1);
  }

  #move(group: number, sign: 1 | -1): void {
    this.slopes.move(group, sign);
    this.#count(group, sign);
    this.#spent += sign * this.groups.prices[group]!;
  }

  #count(group: number, sign: 1 | -1): void {
    this.taken[group]! += sign;
    this.humanCount += sign;
    const { limited, limitedCount } = this.groups;
    for (let i = 0; i < limitedCount; i++) {
      this.limitedCounts[i]! += sign * limited[group * limitedCount + i]!;
    }
  }

  /** A gain this small is rounding: 1e-11 of what the largest slope could add over all features of a row. */
  get tolerance(): number {
    return this.#tolerance;
  }

  /** Computes slopes, value and money spent anew, so that rounding does not add up. */
  refresh(): void {
    this.slopes.refresh();
    this.#updateTolerance();
    const { prices } = this.groups;
    this.#spent = this.taken.reduce((sum, count, group) => sum + count * prices[group]!, 0);
  }

  /** It only grows: gains that were told from rounding once stay told. */
  #updateTolerance(): void {
    const steepest = this.slopes.slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
    this.#tolerance = Math.max(this.#tolerance, ROUNDING * steepest * this.groups.featureCountMax);
  }

  toBitset(): Bitset {
    const { rows, rowStarts } = this.groups;
    const human = createBitset(rows.length);
    for (const [group, count] of this.taken.entries()) {
      for (let at = rowStarts[group]!; at < rowStarts[group]! + count; at++) {
        human[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
      }
    }
    return human;
  }
}

function requireIncrements({ additive, counting, ppm }: MixPredictor, asker: string) {
  if (additive !== null) return additive;
  const known =
    counting === null
      ? {
          rule: `${asker} needs counts that add up over instances, and the original's do not`,
          remedy: "take --compat paper, or --strategy simulated, topk or gain",
        }
      : {
          rule: `${asker} needs a model that is a polynomial in the counts, and ${ppm.family} is none`,
          remedy: "take --strategy simulated, topk or gain, or a model such as quadratic or gp",
        };
  throw new BadInputError([{ place: "--strategy", value: asker, ...known }]);
}
