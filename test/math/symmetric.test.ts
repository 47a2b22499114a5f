import { EigenvalueDecomposition, Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import {
  createContrasts,
  createMatrix,
  dot,
  extremeEigenvalues,
  factorCholesky,
  factorShifted,
  type Matrix,
  matrixFromRows,
  matrixRow,
  minimizeOnInterval,
  solveCholesky,
  tridiagonalize,
} from "../../lib/math/index.js";
import { largestGap, randomMatrix, toRows } from "./random-matrix.js";

/** X·Xᵀ + shift·I. */
function positive(n: number, seed: string, shift = 0.1): Matrix {
  const x = randomMatrix(n, n, seed);
  const k = createMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      k.data[i * n + j] = dot(matrixRow(x, i), matrixRow(x, j)) + (i === j ? shift : 0);
    }
  }
  return k;
}

const times = (k: Matrix, x: ArrayLike<number>) =>
  Float64Array.from({ length: k.rows }, (_, i) => dot(matrixRow(k, i), x));

describe("Cholesky", () => {
  test("by hand", () => {
    const lower = factorCholesky(matrixFromRows([[4, 2], [2, 10]]))!; // biome-ignore format: a matrix
    expect([...lower.data]).toEqual([2, 0, 1, 3]);
    expect([...solveCholesky(lower, [6, 12])]).toEqual([1, 1]);
  });

  test("what is not positive definite has no factor", () => {
    expect(factorCholesky(matrixFromRows([[1, 2], [2, 1]]))).toBeNull(); // biome-ignore format: a matrix
    expect(factorCholesky(matrixFromRows([[0]]))).toBeNull();
    expect(factorCholesky(matrixFromRows([[Number.NaN]]))).toBeNull();
  });

  test("solves", () => {
    const k = positive(31, "chol");
    const b = randomMatrix(31, 1, "b").data;
    expect(largestGap(times(k, solveCholesky(factorCholesky(k)!, b)), b)).toBeLessThan(1e-11);
  });
});

describe("three diagonals", () => {
  test.each([1, 2, 3, 17])("%d: Q·T·Qᵀ is the matrix", (n) => {
    const k = positive(n, `tri-${n}`);
    const { diagonal, beside, rotate, rotateBack } = tridiagonalize({ ...k, data: k.data.slice() });
    const x = randomMatrix(n, 1, "x").data;
    const turned = rotate(x);
    const product = turned.map(
      (value, i) =>
        diagonal[i]! * value +
        (i > 0 ? beside[i - 1]! * turned[i - 1]! : 0) +
        (i + 1 < n ? beside[i]! * turned[i + 1]! : 0),
    );
    rotateBack(product);
    expect(largestGap(product, times(k, x))).toBeLessThan(1e-11);
  });

  test("extreme eigenvalues are those of a full decomposition", () => {
    const k = positive(15, "eig", 0);
    const values = new EigenvalueDecomposition(new MlMatrix(toRows(k))).realEigenvalues;
    const { smallest, largest } = extremeEigenvalues(tridiagonalize(k));
    expect(smallest / Math.min(...values)).toBeCloseTo(1, 9);
    expect(largest / Math.max(...values)).toBeCloseTo(1, 12);
  });

  test("pivots of T + η·I give the determinant; none where it is not positive definite", () => {
    const reduced = tridiagonalize(matrixFromRows([[2, 1, 0], [1, 3, 1], [0, 1, 4]])); // biome-ignore format: a matrix
    const { pivots } = factorShifted(reduced, 0)!;
    expect(pivots.reduce((product, pivot) => product * pivot, 1)).toBeCloseTo(18, 12);
    expect(factorShifted(reduced, -2)).toBeNull();
  });
});

describe("contrasts", () => {
  test("leave the direction out and keep lengths across it", () => {
    const direction = [1, 2, 2];
    const { project, lift, projectBoth } = createContrasts(direction);
    expect(largestGap(project(direction), [0, 0])).toBeLessThan(1e-15);
    const across = [2, -1, 0];
    const z = project(across);
    expect(dot(z, z)).toBeCloseTo(5, 14);
    expect(largestGap(lift(z), across)).toBeLessThan(1e-15);
    const k = positive(3, "contrast");
    const both = projectBoth(k);
    expect(dot(z, times(both, z))).toBeCloseTo(dot(across, times(k, across)), 12);
  });
});

describe("the smallest value on an interval", () => {
  const search = { low: -4, high: 4, gridCount: 17, steps: 40 };

  test("the deeper of two valleys, and ends too", () => {
    const two = minimizeOnInterval((x) => (x * x - 4) ** 2 + x, search);
    expect(two.at).toBeCloseTo(-2.0307, 3);
    expect(minimizeOnInterval((x) => x, search).at).toBe(-4);
    expect(minimizeOnInterval((x) => -x, search).at).toBe(4);
  });

  test("what is undefined is never the smallest", () => {
    const { at } = minimizeOnInterval((x) => (x < 1 ? Number.NaN : x), search);
    expect(at).toBeCloseTo(1, 6);
  });
});
