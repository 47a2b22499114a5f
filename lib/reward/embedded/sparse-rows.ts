/** Sparse matrices by rows (CSR) on typed arrays that threads can share. */

export interface SparseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row r holds entries starts[r] to starts[r + 1] (excluded). Length rowCount + 1. */
  readonly starts: Int32Array;
  /** Column of each entry, ascending within a row. */
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** One row before it is packed: parallel arrays, columns ascending and distinct. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Packs rows into shared memory. */
export function packRows(rows: readonly SparseRow[], columnCount: number): SparseRows {
  const entryCount = rows.reduce((sum, row) => sum + row.columns.length, 0);
  const starts = new Int32Array(new SharedArrayBuffer(4 * (rows.length + 1)));
  const columns = new Int32Array(new SharedArrayBuffer(4 * entryCount));
  const values = new Float64Array(new SharedArrayBuffer(8 * entryCount));
  let next = 0;
  for (const [r, row] of rows.entries()) {
    columns.set(row.columns, next);
    values.set(row.values, next);
    next += row.columns.length;
    starts[r + 1] = next;
  }
  return { rowCount: rows.length, columnCount, starts, columns, values };
}

/** Inner product of row r with a dense vector of length columnCount. */
export function dotRow({ starts, columns, values }: SparseRows, r: number, dense: Float64Array): number {
  let sum = 0;
  for (let k = starts[r]!, end = starts[r + 1]!; k < end; k++) sum += values[k]! * dense[columns[k]!]!;
  return sum;
}

/** dense += factor · row r. */
export function addRow(
  { starts, columns, values }: SparseRows,
  r: number,
  factor: number,
  dense: Float64Array,
): void {
  for (let k = starts[r]!, end = starts[r + 1]!; k < end; k++) dense[columns[k]!]! += factor * values[k]!;
}
