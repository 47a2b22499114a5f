import { SVD } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { createMatrix, decomposeSvd, type Matrix, matrixFromRows, transpose } from "../../lib/math/index.js";
import { factorLq } from "../../lib/math/lq.js";
import { largestGap, multiply, randomLowRank, randomMatrix, toRows } from "./random-matrix.js";

const CASES: readonly (readonly [string, Matrix])[] = [
  ["tall", randomMatrix(40, 12, "tall")],
  ["wide", randomMatrix(12, 40, "wide")],
  ["square", randomMatrix(30, 30, "square")],
  ["rank deficient, tall", randomLowRank(40, 20, 7, "low")],
  ["rank deficient, wide", randomLowRank(15, 33, 4, "low-wide")],
  ["one by one", matrixFromRows([[-3]])],
  ["one row", matrixFromRows([[3, 0, 4]])],
  ["one column", matrixFromRows([[3], [0], [4]])],
  ["all zero", createMatrix(6, 4)],
  ["equal columns", matrixFromRows([[1, 1, 1], [2, 2, 2], [3, 3, 3], [5, 5, 5]])], // biome-ignore format: a matrix
  ["bidiagonal with a zero inside", matrixFromRows([[1, 2, 0, 0], [0, 0, 3, 0], [0, 0, 4, 5], [0, 0, 0, 6]])], // biome-ignore format: a matrix
  ["bidiagonal with a zero at the end", matrixFromRows([[1, 2, 0], [0, 3, 4], [0, 0, 0]])], // biome-ignore format: a matrix
  ["nilpotent", matrixFromRows([[0, 1, 0], [0, 0, 1], [0, 0, 0]])], // biome-ignore format: a matrix
];

describe("singular value decomposition", () => {
  test.each(CASES)("%s: U and V are orthonormal and U·S·Vᵀ is the matrix", (_, matrix) => {
    const { values, left, right } = decomposeSvd(matrix);
    const u = transpose(left.toRows());
    const v = transpose(right.toRows());
    expect(values.every((value) => value >= 0)).toBe(true);
    for (const columns of [u, v]) {
      const gram = multiply(transpose(columns), columns);
      const identity = gram.data.map((_, i) => (i % (gram.columns + 1) === 0 ? 1 : 0));
      expect(largestGap(gram.data, identity)).toBeLessThan(1e-14);
    }
    const scaled = createMatrix(u.rows, u.columns);
    for (let i = 0; i < scaled.data.length; i++) scaled.data[i] = u.data[i]! * values[i % u.columns]!;
    const largest = Math.max(1, ...values);
    expect(largestGap(multiply(scaled, transpose(v)).data, matrix.data) / largest).toBeLessThan(1e-14);
  });

  test.each(CASES)("%s: singular values agree with ml-matrix", (_, matrix) => {
    const ours = [...decomposeSvd(matrix).values].sort((a, b) => b - a);
    const theirs = new SVD(toRows(matrix), { autoTranspose: true }).diagonal.slice(0, ours.length);
    expect(largestGap(ours, theirs) / Math.max(1, ours[0]!)).toBeLessThan(1e-14);
  });

  test.each(CASES)("%s: applying U and V equals multiplying by them", (_, matrix) => {
    const { values, left, right } = decomposeSvd(matrix);
    for (const side of [left, right]) {
      const rows = side.toRows();
      const y = randomMatrix(1, side.size, "y");
      const z = randomMatrix(1, values.length, "z");
      expect(largestGap(side.transposedTimes(y.data), multiply(y, transpose(rows)).data)).toBeLessThan(1e-14);
      expect(largestGap(side.times(z.data), multiply(z, rows).data)).toBeLessThan(1e-14);
    }
  });

  test("a Hilbert matrix keeps its tiny singular values, to within ε of the largest", () => {
    const hilbert = matrixFromRows(
      Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => 1 / (i + j + 1))),
    );
    const values = [...decomposeSvd(hilbert).values].sort((a, b) => b - a);
    // Published: the largest and smallest eigenvalues of the Hilbert matrix of order 10.
    expect(values[0]!).toBeCloseTo(1.75191967026518, 13);
    expect(Math.abs(values[9]! - 1.0931538193e-13)).toBeLessThan(4e-16);
  });

  test("huge and tiny entries neither overflow nor vanish", () => {
    const base = randomMatrix(8, 5, "scale");
    const expected = decomposeSvd(base).values;
    for (const unit of [1e200, 1e-200]) {
      const { values } = decomposeSvd({ ...base, data: base.data.map((value) => value * unit) });
      expect(
        largestGap(
          values.map((value) => value / unit),
          expected,
        ),
      ).toBeLessThan(1e-14);
    }
  });

  test("what is not finite is refused", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => decomposeSvd(matrixFromRows([[1, bad]]))).toThrow(RangeError);
  });
});

describe("LQ factorization", () => {
  test.each([1, 3, 4, 5, 9, 20])(
    "%i rows: L keeps all inner products, and lifting it gives the rows back",
    (n) => {
      const x = randomMatrix(n, 20, n);
      const { lower, lift } = factorLq(x);
      expect(largestGap(multiply(lower, transpose(lower)).data, multiply(x, transpose(x)).data)).toBeLessThan(
        1e-13,
      );
      const rows = toRows(lower);
      for (const [i, row] of rows.entries()) {
        expect(row.slice(i + 1).every((value) => value === 0)).toBe(true);
        expect(largestGap(lift(row), toRows(x)[i]!)).toBeLessThan(1e-14);
      }
    },
  );

  test("dependent and zero rows do no harm", () => {
    const x = matrixFromRows([[1, 2, 3, 4], [2, 4, 6, 8], [0, 0, 0, 0], [1, 0, 0, 1]]); // biome-ignore format: a matrix
    const { lower, lift } = factorLq(x);
    for (const [i, row] of toRows(lower).entries())
      expect(largestGap(lift(row), toRows(x)[i]!)).toBeLessThan(1e-14);
  });

  test("more rows than columns are refused", () => {
    expect(() => factorLq(createMatrix(3, 2))).toThrow(RangeError);
  });
});
