/** Dense matrices, row by row in one array. */

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** `rows × columns` values, row after row. */
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export function createMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** @throws {RangeError} if the rows have different lengths */
export function matrixFromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const matrix = createMatrix(rows.length, columns);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns) {
      throw new RangeError(`matrixFromRows: row ${i} has ${row.length} values, the first row ${columns}`);
    }
    matrix.data.set(row, i * columns);
  }
  return matrix;
}

/** One row, as a view: writing to it writes to the matrix. */
export function matrixRow(matrix: Matrix, row: number): Float64Array {
  return matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

export function transpose(matrix: Matrix): Matrix {
  const turned = createMatrix(matrix.columns, matrix.rows);
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.columns; j++) {
      turned.data[j * matrix.rows + i] = matrix.data[i * matrix.columns + j]!;
    }
  }
  return turned;
}

/**
 * Mean of each column over the chosen rows, corrected by the mean of what remains: exact for a constant column,
 * which therefore centers to zeros and not to noise.
 * @param weights one a chosen row, > 0; default all 1
 */
export function columnMeans(
  matrix: Matrix,
  rows: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(rows.length).fill(1),
): Float64Array {
  const means = columnMeansAround(matrix, rows, weights, new Float64Array(matrix.columns));
  return columnMeansAround(matrix, rows, weights, means);
}

function columnMeansAround(
  matrix: Matrix,
  rows: ArrayLike<number>,
  weights: ArrayLike<number>,
  guess: Float64Array,
): Float64Array {
  const sums = new Float64Array(matrix.columns);
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * matrix.columns;
    const weight = weights[i]!;
    total += weight;
    for (let j = 0; j < sums.length; j++) sums[j]! += weight * (matrix.data[from + j]! - guess[j]!);
  }
  return sums.map((sum, j) => guess[j]! + sum / total);
}

/** A copy of the chosen rows with `center` taken from each. */
export function centeredRows(matrix: Matrix, rows: ArrayLike<number>, center: Float64Array): Matrix {
  const centered = createMatrix(rows.length, matrix.columns);
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * matrix.columns;
    const to = i * matrix.columns;
    for (let j = 0; j < matrix.columns; j++) centered.data[to + j] = matrix.data[from + j]! - center[j]!;
  }
  return centered;
}

/** Inner product. @throws {RangeError} if the lengths differ */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`dot: lengths differ (${a.length} and ${b.length})`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Inner product of a stretch of one array with one of another, in four interleaved sums: one would wait for each addition. */
export function dotStretch(
  a: Float64Array,
  fromA: number,
  b: Float64Array,
  fromB: number,
  count: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    s0 += a[fromA + i]! * b[fromB + i]!;
    s1 += a[fromA + i + 1]! * b[fromB + i + 1]!;
    s2 += a[fromA + i + 2]! * b[fromB + i + 2]!;
    s3 += a[fromA + i + 3]! * b[fromB + i + 3]!;
  }
  for (; i < count; i++) s0 += a[fromA + i]! * b[fromB + i]!;
  return s0 + s1 + (s2 + s3);
}

/** x ← x + factor·(a stretch of b as long as `count`), four at a time. */
export function addStretch(
  x: Float64Array,
  factor: number,
  b: Float64Array,
  from: number,
  count: number,
): void {
  let i = 0;
  for (; i + 3 < count; i += 4) {
    x[i]! += factor * b[from + i]!;
    x[i + 1]! += factor * b[from + i + 1]!;
    x[i + 2]! += factor * b[from + i + 2]!;
    x[i + 3]! += factor * b[from + i + 3]!;
  }
  for (; i < count; i++) x[i]! += factor * b[from + i]!;
}

/** 0, 1, …, count - 1. */
export function allRows(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}
