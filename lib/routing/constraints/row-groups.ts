/** Rows that constraints and prices cannot tell apart. */
import { hasBit } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";
import type { TagConstraint } from "./constraint.js";

/** Rows with the same tags among the constrained ones, and the same price. */
export interface RowGroup {
  readonly rows: Int32Array;
  /** For each constraint, whether the rows have its tag. */
  readonly has: readonly boolean[];
  /** Price of a human label over an LM label; 1 where no prices are given. */
  readonly extra: number;
}

/** The groups in the order of their first rows. */
export function groupRows(
  { ids, columns }: TagMatrix,
  constraints: readonly TagConstraint[],
  extra: Float64Array | null,
): RowGroup[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < ids.length; row++) {
    let key = extra === null ? "" : `${extra[row]!} `;
    for (const { column } of constraints) key += hasBit(columns[column]!, row) ? "1" : "0";
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  return [...groups.values()].map((rows) => ({
    rows: Int32Array.from(rows),
    has: constraints.map(({ column }) => hasBit(columns[column]!, rows[0]!)),
    extra: extra === null ? 1 : extra[rows[0]!]!,
  }));
}
