import { Matrix as MlMatrix, pseudoInverse } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  allRows,
  createRowSpace,
  dot,
  explicitFit,
  fitMinimumNorm,
  fitRows,
  type Matrix,
  matrixFromRows,
  matrixRow,
  mean,
  minimumNormSolver,
  penaltyGrid,
  predictRow,
  ridgeSolver,
} from "../../lib/math/index.js";
import { largestGap, randomLowRank, randomMatrix, toRows } from "./random-matrix.js";

const targetsFor = (matrix: Matrix, seed: string) => randomMatrix(matrix.rows, 1, seed).data;

/** Coefficients from ml-matrix's explicit pseudo-inverse of the centered design. */
function byPseudoInverse(x: Matrix, y: Float64Array): number[] {
  const centered = new MlMatrix(toRows(x)).center("column");
  const target = MlMatrix.columnVector([...y.map((value) => value - mean(y))]);
  return pseudoInverse(centered, 1e-12).mmul(target).to1DArray();
}

describe("minimum-norm least squares", () => {
  test("a hand-worked line", () => {
    const { intercept, coefficients, rank } = fitMinimumNorm(matrixFromRows([[1], [2], [4]]), [5, 7, 11]);
    expect(intercept).toBeCloseTo(3, 14);
    expect(coefficients[0]).toBeCloseTo(2, 14);
    expect(rank).toBe(1);
  });

  test("two equal columns share a coefficient, a column of zeros gets none", () => {
    const x = matrixFromRows([[1, 1, 0], [2, 2, 0], [4, 4, 0]]); // biome-ignore format: a matrix
    const { coefficients, rank } = fitMinimumNorm(x, [5, 7, 11]);
    expect(largestGap(coefficients, [1, 1, 0])).toBeLessThan(1e-14);
    expect(rank).toBe(1);
  });

  test.each([
    ["tall", randomMatrix(40, 6, "a")],
    ["wide", randomMatrix(9, 30, "b")],
    ["square", randomMatrix(12, 12, "c")],
    ["dependent columns", randomLowRank(30, 10, 4, "d")],
    ["dependent rows", randomLowRank(8, 25, 3, "e")],
  ])("%s: coefficients are the pseudo-inverse's", (_, x) => {
    const y = targetsFor(x, "y");
    const fit = fitMinimumNorm(x, y);
    expect(largestGap(fit.coefficients, byPseudoInverse(x, y))).toBeLessThan(1e-12);
    const residuals = y.map((target, i) => target - fit.intercept - dot(matrixRow(x, i), fit.coefficients));
    expect(Math.abs(mean(residuals))).toBeLessThan(1e-13);
  });

  test("bins that partition the rows, exactly dependent, do not blow up", () => {
    const rng = createRng("bins");
    const rows = Array.from({ length: 60 }, () => {
      const [a, b, c, d] = Array.from({ length: 4 }, () => rng.int(4000)) as [number, number, number, number];
      return [a, b, c, a + b - d, d, c, 0];
    });
    const y = rows.map((row) => 0.7 + 1e-5 * row[0]! - 2e-5 * row[2]!);
    const { coefficients, rank } = fitMinimumNorm(matrixFromRows(rows), y);
    expect(rank).toBe(4);
    expect(Math.max(...coefficients.map(Math.abs))).toBeLessThan(1e-4);
    expect(coefficients[6]).toBe(0);
  });

  test("constant features explain nothing, and constant targets need no explaining", () => {
    const constant = matrixFromRows(Array.from({ length: 7 }, () => [0.1, 0.7, 1e-3]));
    expect(fitMinimumNorm(constant, [1, 2, 3, 4, 5, 6, 7])).toMatchObject({ rank: 0, intercept: 4 });
    const flat = fitMinimumNorm(randomMatrix(7, 20, "flat"), Array(7).fill(0.3));
    expect([flat.intercept, ...flat.coefficients.map(Math.abs)]).toEqual([0.3, ...Array(20).fill(0)]);
  });

  test("shifting a column changes the intercept only, even by a million times its spread", () => {
    const x = randomMatrix(20, 4, "shift");
    const y = targetsFor(x, "shift-y");
    const shifted = { ...x, data: x.data.map((value, i) => (i % 4 === 2 ? value + 1e6 : value)) };
    expect(
      largestGap(fitMinimumNorm(shifted, y).coefficients, fitMinimumNorm(x, y).coefficients),
    ).toBeLessThan(1e-8);
  });

  test("targets and rows must be as many", () => {
    expect(() => fitMinimumNorm(matrixFromRows([[1], [2]]), [1])).toThrow(RangeError);
    expect(() => fitMinimumNorm(matrixFromRows([]), [])).toThrow(RangeError);
  });
});

describe("row space", () => {
  test.each([
    ["tall", randomMatrix(30, 8, "p")],
    ["wide", randomMatrix(20, 70, "q")],
  ])("%s: a fit on some rows equals a fit of a matrix with only these rows", (_, x) => {
    const y = targetsFor(x, "rows");
    const space = createRowSpace(x);
    const train = allRows(x.rows).filter((row) => row % 3 !== 0);
    const { fit, details } = fitRows(space, train, y, minimumNormSolver(x.columns));
    const alone = fitMinimumNorm(
      matrixFromRows(Array.from(train, (row) => matrixRow(x, row))),
      Array.from(train, (row) => y[row]!),
    );
    const here = explicitFit(space, fit);
    expect(details.rank).toBe(alone.rank);
    expect(here.intercept).toBeCloseTo(alone.intercept, 12);
    expect(largestGap(here.coefficients, alone.coefficients)).toBeLessThan(1e-12);
    for (let row = 0; row < x.rows; row++) {
      const explicit = alone.intercept + dot(matrixRow(x, row), alone.coefficients);
      expect(predictRow(space, fit, row)).toBeCloseTo(explicit, 12);
    }
  });
});

/** Ridge in the primal, by solving (XᵀX + αI)w = Xᵀy with ml-matrix. */
function ridgeByNormalEquations(x: number[][], y: number[], penalty: number) {
  const design = new MlMatrix(x);
  const means = design.mean("column");
  const center = mean(y);
  design.center("column");
  const left = design
    .transpose()
    .mmul(design)
    .add(MlMatrix.eye(means.length, means.length, penalty));
  const right = design.transpose().mmul(MlMatrix.columnVector(y.map((value) => value - center)));
  const coefficients = pseudoInverse(left, 0).mmul(right).to1DArray();
  return (row: number[]) =>
    center + row.reduce((sum, value, j) => sum + (value - means[j]!) * coefficients[j]!, 0);
}

describe("ridge", () => {
  const penalties = [1e-3, 0.1, 3, 100];

  test.each([
    ["tall", randomMatrix(25, 6, "r1")],
    ["wide", randomMatrix(12, 40, "r2")],
    ["dependent columns", randomLowRank(25, 12, 5, "r3")],
  ])("%s: leave-one-out errors equal those of refitting without each row", (_, x) => {
    const y = targetsFor(x, "ridge");
    const { details } = fitRows(createRowSpace(x), allRows(x.rows), y, ridgeSolver(x.columns, penalties));
    const rows = toRows(x);
    for (const { penalty, leaveOneOutError } of details.tried) {
      const squares = rows.map((row, i) => {
        const others = (_: unknown, j: number) => j !== i;
        return (
          (ridgeByNormalEquations(rows.filter(others), [...y].filter(others), penalty)(row) - y[i]!) ** 2
        );
      });
      expect(leaveOneOutError / Math.sqrt(mean(squares))).toBeCloseTo(1, 8);
    }
    const best = details.tried.reduce((a, b) => (b.leaveOneOutError < a.leaveOneOutError ? b : a));
    expect(details.penalty).toBe(best.penalty);
  });

  test("predictions equal those of the normal equations at the chosen penalty", () => {
    const x = randomMatrix(30, 7, "r4");
    const y = targetsFor(x, "r4");
    const space = createRowSpace(x);
    const { fit } = fitRows(space, allRows(30), y, ridgeSolver(7, [2.5]));
    const expected = ridgeByNormalEquations(toRows(x), [...y], 2.5);
    for (const [i, row] of toRows(x).entries())
      expect(predictRow(space, fit, i)).toBeCloseTo(expected(row), 12);
  });

  test("a tiny penalty gives the minimum-norm fit, its leave-one-out error included", () => {
    const x = randomMatrix(10, 30, "r5");
    const y = targetsFor(x, "r5");
    const space = createRowSpace(x);
    const { fit, details } = fitRows(space, allRows(10), y, ridgeSolver(30, [1e-12]));
    const exact = fitMinimumNorm(x, y);
    expect(largestGap(explicitFit(space, fit).coefficients, exact.coefficients)).toBeLessThan(1e-10);
    const squares = Array.from(y, (target, i) => {
      const kept = allRows(10).filter((row) => row !== i);
      const without = fitRows(space, kept, y, minimumNormSolver(30)).fit;
      return (predictRow(space, without, i) - target) ** 2;
    });
    expect(details.tried[0]!.leaveOneOutError / Math.sqrt(mean(squares))).toBeCloseTo(1, 8);
  });

  test("targets that do not vary take the largest penalty and are predicted exactly", () => {
    const x = randomMatrix(8, 3, "r6");
    const space = createRowSpace(x);
    const { fit, details } = fitRows(space, allRows(8), new Float64Array(8).fill(0.25), ridgeSolver(3));
    expect(details.penalty).toBe(1e4);
    expect(predictRow(space, fit, 5)).toBe(0.25);
  });

  test("the grid runs by decades from 1e-10 to 1e4, further only where eigenvalues are larger", () => {
    expect(penaltyGrid(900)).toEqual([1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4]); // biome-ignore format: one grid
    expect(penaltyGrid(2e7).at(-1)).toBe(1e8);
    expect(penaltyGrid(0)).toHaveLength(15);
  });
});
