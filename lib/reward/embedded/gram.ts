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

/**
 * out = G x. Each stored entry is read once and used for its row and its column. Four rows go together: a
 * product is bound by how fast `x` and `out` come and go, and so takes less than half the time.
 */
export function multiplyGram({ size, packed }: Gram, x: Float64Array, out: Float64Array): void {
  const blocked = size - (size % 4);
  for (let i = 0; i < blocked; i += 4) {
    const first = (i * (i + 1)) / 2;
    const second = first + i + 1;
    const third = second + i + 2;
    const fourth = third + i + 3;
    const x0 = x[i]!;
    const x1 = x[i + 1]!;
    const x2 = x[i + 2]!;
    const x3 = x[i + 3]!;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let j = 0; j < i; j++) {
      const xj = x[j]!;
      const a = packed[first + j]!;
      const b = packed[second + j]!;
      const c = packed[third + j]!;
      const d = packed[fourth + j]!;
      sum0 += a * xj;
      sum1 += b * xj;
      sum2 += c * xj;
      sum3 += d * xj;
      out[j]! += a * x0 + b * x1 + c * x2 + d * x3;
    }
    out[i] = sum0;
    out[i + 1] = sum1;
    out[i + 2] = sum2;
    out[i + 3] = sum3;
    for (let row = i; row < i + 4; row++) multiplyRow(packed, row, i, x, out);
  }
  for (let row = blocked; row < size; row++) {
    out[row] = 0;
    multiplyRow(packed, row, 0, x, out);
  }
}

/** Adds what row `row` gives from column `from` up to its diagonal. */
function multiplyRow(
  packed: Float64Array,
  row: number,
  from: number,
  x: Float64Array,
  out: Float64Array,
): void {
  const at = (row * (row + 1)) / 2;
  for (let j = from; j < row; j++) {
    out[row]! += packed[at + j]! * x[j]!;
    out[j]! += packed[at + j]! * x[row]!;
  }
  out[row]! += packed[at + row]! * x[row]!;
}
