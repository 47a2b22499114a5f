/** The Gram matrix of difference vectors: with it a fit costs n² a product, however many features there are. */
import type { SparseRows } from "./sparse-rows.js";

/** Inner products of all pairs of rows: entry (i, j ≤ i) at i(i + 1)/2 + j, in memory that threads can share. */
export interface Gram {
  readonly size: number;
  readonly packed: Float64Array;
}

/** Computes D Dᵀ. Each entry sums over columns in ascending order, so it is the same on every run. */
export function gramOf(rows: SparseRows): Gram {
  const size = rows.rowCount;
  const packed = new Float64Array(new SharedArrayBuffer((8 * size * (size + 1)) / 2));
  const byColumn = transpose(rows);
  const sums = new Float64Array(size);
  // Row i meets only rows before it: the part of each column's list that has been filled in so far.
  const filled = byColumn.starts.slice();
  for (let i = 0; i < size; i++) {
    sums.fill(0, 0, i + 1);
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const column = rows.columns[k]!;
      const value = rows.values[k]!;
      const end = ++filled[column]!;
      for (let at = byColumn.starts[column]!; at < end; at++) {
        sums[byColumn.rows[at]!]! += value * byColumn.values[at]!;
      }
    }
    packed.set(sums.subarray(0, i + 1), (i * (i + 1)) / 2);
  }
  return { size, packed };
}

/** The same entries by columns, rows ascending within each. */
function transpose({ rowCount, columnCount, starts, columns, values }: SparseRows): {
  starts: Int32Array;
  rows: Int32Array;
  values: Float64Array;
} {
  const columnStarts = new Int32Array(columnCount + 1);
  for (const column of columns) columnStarts[column + 1]!++;
  for (let column = 0; column < columnCount; column++) columnStarts[column + 1]! += columnStarts[column]!;
  const next = columnStarts.slice();
  const rows = new Int32Array(columns.length);
  const transposed = new Float64Array(columns.length);
  for (let r = 0; r < rowCount; r++) {
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const place = next[columns[k]!]!++;
      rows[place] = r;
      transposed[place] = values[k]!;
    }
  }
  return { starts: columnStarts, rows, values: transposed };
}

/** out = G x. Reads each stored entry once. */
export function multiplyGram({ size, packed }: Gram, x: Float64Array, out: Float64Array): void {
  let at = 0;
  for (let i = 0; i < size; i++) {
    const xi = x[i]!;
    let sum = 0;
    for (let j = 0; j < i; j++, at++) {
      const entry = packed[at]!;
      sum += entry * x[j]!;
      out[j]! += entry * xi;
    }
    out[i] = sum + packed[at++]! * xi;
  }
}
