/**
 * Inner products of all rows of a matrix with each other, to about twice the digits of a double.
 * Each value is cut into slices of so few bits that sums of products of the upper ones are exact in double arithmetic;
 * what is rounded is 2^-44 of the whole. Six plain multiplications replace one in extended precision, which costs twenty.
 * @see Ozaki, Ogita, Oishi and Rump 2012, Error-free transformations of matrix multiplication
 */
import { twoSum } from "./double-double.js";
import { createMatrix, type Matrix } from "./matrix.js";

/** A matrix as the sum of two: the second holds what the first rounds away. */
export interface PreciseMatrix {
  readonly high: Matrix;
  readonly low: Matrix;
}

/**
 * X·Xᵀ.
 * @param x n × p, finite
 * @param rest what is to be added to each value of x, far smaller; default nothing
 */
export function preciseGram(x: Matrix, rest?: Matrix): PreciseMatrix {
  const n = x.rows;
  const slices = slice(x, rest);
  const high = createMatrix(n, n);
  const low = createMatrix(n, n);
  const put = (i: number, j: number, [exact, middle, small]: readonly [number, number, number]) => {
    const first = twoSum(exact, middle);
    const sum = twoSum(first.high, first.low + small);
    for (const at of [i * n + j, j * n + i]) {
      high.data[at] = sum.high;
      low.data[at] = sum.low;
    }
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) put(i, j, slicedProduct(slices, i * x.columns, j * x.columns, x.columns));
  }
  return { high, low };
}

/** x = first + rest and rest = second + third, up to the rounding of `rest`. */
interface Slices {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
  readonly rest: Float64Array;
}

function slice({ columns, data }: Matrix, extra?: Matrix): Slices {
  let largest = 0;
  for (const value of data) largest = Math.max(largest, Math.abs(value));
  const bits = Math.floor((53 - Math.ceil(Math.log2(2 * Math.max(1, columns)))) / 2);
  const exponent = largest === 0 ? 0 : Math.ceil(Math.log2(largest)) + 1;
  const firstUnit = 1.5 * 2 ** (52 + exponent - bits);
  const secondUnit = 1.5 * 2 ** (52 + exponent - 2 * bits);
  const first = data.map((value) => value + firstUnit - firstUnit);
  const second = data.map((value, at) => value - first[at]! + secondUnit - secondUnit);
  const third = data.map((value, at) => value - first[at]! - second[at]! + (extra?.data[at] ?? 0));
  const rest = second.map((value, at) => value + third[at]!);
  return { first, second, third, rest };
}

/** Three sums that add up to the inner product of the rows that start at i and j; the first two without error. */
function slicedProduct(
  { first, second, third, rest }: Slices,
  i: number,
  j: number,
  count: number,
): [number, number, number] {
  let exact = 0;
  let middle = 0;
  let small = 0;
  for (let k = 0; k < count; k++) {
    const a = first[i + k]!;
    const b = first[j + k]!;
    exact += a * b;
    middle += a * second[j + k]! + b * second[i + k]!;
    small += a * third[j + k]! + b * third[i + k]! + rest[i + k]! * rest[j + k]!;
  }
  return [exact, middle, small];
}
