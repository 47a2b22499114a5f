/** Rows that no strategy can tell apart are handled as one group. */
import { type Bitset, hasBit, membersOf } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";

/** Rows with the same features, the same price and the same limited tags; groups in the order of their first rows. */
export interface RowGroups {
  readonly groupCount: number;
  /** Group of each row. */
  readonly groupOf: Int32Array;
  /** Rows of group g: `rows[rowStarts[g]]` … `rows[rowStarts[g + 1] - 1]`, ascending. */
  readonly rows: Int32Array;
  readonly rowStarts: Int32Array;
  /** Features (positions in the model's list) that each row of group g has: from `featureStarts[g]` on, ascending. */
  readonly features: Int16Array;
  readonly featureStarts: Int32Array;
  /** The largest number of features of a group. */
  readonly featureCountMax: number;
  /** Price of a row of each group; 1 where no prices are given. */
  readonly prices: Float64Array;
  /** Groups × limited columns: 1 where the rows of the group have that tag. */
  readonly limited: Uint8Array;
  readonly limitedCount: number;
}

export interface GroupingOptions {
  /** Column of the matrix of each feature. */
  readonly featureColumns: Int32Array;
  /** Columns with limits; one may occur twice. */
  readonly limitedColumns: readonly number[];
  /** Price of each row, where they differ. */
  readonly prices: Float64Array | null;
}

export function groupRows(matrix: TagMatrix, options: GroupingOptions): RowGroups {
  const { featureColumns, limitedColumns, prices } = options;
  const rowCount = matrix.ids.length;
  const columns = [...featureColumns, ...limitedColumns].map((column) => matrix.columns[column]!);
  const keys = rowKeys(columns, rowCount);
  const groupOfKey = new Map<string, number>();
  const firstRows: number[] = [];
  const groupOf = Int32Array.from(keys, (tags, row) => {
    const key = prices === null ? tags : `${tags} ${prices[row]}`;
    const known = groupOfKey.get(key);
    if (known !== undefined) return known;
    groupOfKey.set(key, firstRows.length);
    return firstRows.push(row) - 1;
  });
  const groupCount = firstRows.length;
  const features = firstRows.map((row) => positionsOf(featureColumns, matrix.columns, row));
  const limited = new Uint8Array(groupCount * limitedColumns.length);
  for (const [group, row] of firstRows.entries()) {
    for (const [i, column] of limitedColumns.entries()) {
      limited[group * limitedColumns.length + i] = Number(hasBit(matrix.columns[column]!, row));
    }
  }
  return {
    groupCount,
    groupOf,
    ...rowsByGroup(groupOf, groupCount),
    features: Int16Array.from(features.flat()),
    featureStarts: startsOf(features.map(({ length }) => length)),
    featureCountMax: features.reduce((most, { length }) => Math.max(most, length), 0),
    prices: Float64Array.from(firstRows, (row) => prices?.[row] ?? 1),
    limited,
    limitedCount: limitedColumns.length,
  };
}

/** For each row the set of its columns as text: 32 columns a word. */
function rowKeys(columns: readonly Bitset[], rowCount: number): string[] {
  const wordCount = Math.max(1, Math.ceil(columns.length / 32));
  const words = new Uint32Array(rowCount * wordCount);
  for (const [i, column] of columns.entries()) {
    for (const row of membersOf(column)) words[row * wordCount + (i >>> 5)]! |= 1 << (i & 31);
  }
  return Array.from({ length: rowCount }, (_, row) =>
    words.subarray(row * wordCount, (row + 1) * wordCount).join(" "),
  );
}

function positionsOf(featureColumns: Int32Array, columns: readonly Bitset[], row: number): number[] {
  const positions: number[] = [];
  for (const [i, column] of featureColumns.entries()) if (hasBit(columns[column]!, row)) positions.push(i);
  return positions;
}

function rowsByGroup(groupOf: Int32Array, groupCount: number) {
  const sizes = new Array<number>(groupCount).fill(0);
  for (const group of groupOf) sizes[group]!++;
  const rowStarts = startsOf(sizes);
  const next = rowStarts.slice();
  const rows = new Int32Array(groupOf.length);
  for (const [row, group] of groupOf.entries()) rows[next[group]!++] = row;
  return { rows, rowStarts };
}

/** Where each of consecutive stretches begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i]! + length;
  return starts;
}
