import { Matrix as MlMatrix, solve } from "ml-matrix";
import { describe, expect, test } from "vitest";
import {
  allRows,
  chooseDualPenalty,
  columnMeans,
  createKernelSpace,
  createRowSpace,
  distinctRows,
  dot,
  explicitFit,
  fitMinimumNorm,
  fitRows,
  type Matrix,
  matrixFromRows,
  matrixRow,
  minimumNormSolver,
  preciseGram,
  predictDual,
  predictRow,
  ridgeSolver,
  solveDual,
  sumDoubles,
  twoProduct,
  twoSum,
} from "../../lib/math/index.js";
import { largestGap, randomLowRank, randomMatrix, toRows } from "./random-matrix.js";

const ones = (count: number) => new Float64Array(count).fill(1);
const targetsFor = (matrix: Matrix, seed: string) => randomMatrix(matrix.rows, 1, seed).data;
/** A double as a whole number of 2^-200. */
const exact = (value: number): bigint => {
  let bits = 0n;
  let rest = value;
  for (let shift = 0; shift < 8 && rest !== 0; shift++) {
    const unit = 2 ** (50 - 50 * shift);
    const whole = Math.trunc(rest / unit);
    bits += BigInt(whole) << BigInt(250 - 50 * shift);
    rest -= whole * unit;
  }
  return bits;
};

describe("twice the digits", () => {
  test("a sum and a product of two doubles lose nothing", () => {
    for (const [a, b] of [
      [1, 2 ** -60],
      [0.1, 0.2],
      [-(1 / 3), 7e5 / 3],
      [1e8 + 0.1, -1e8],
    ] as const) {
      const sum = twoSum(a, b);
      expect(sum.high).toBe(a + b);
      expect(exact(sum.high) + exact(sum.low)).toBe(exact(a) + exact(b));
      const product = twoProduct(a, b);
      expect(product.high).toBe(a * b);
      expect((exact(product.high) + exact(product.low)) << 200n).toBe(exact(a) * exact(b));
    }
  });

  test("sums keep what plain addition drops", () => {
    const { high, low } = sumDoubles([1e16, 1, -1e16, 1e-3], [0, 0, 0, 0]);
    expect(high + low).toBe(1.001);
  });

  test("inner products are those of exact arithmetic to 30 digits", () => {
    const x = randomMatrix(6, 40, "gram");
    const { high, low } = preciseGram(x);
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) {
        let sum = 0n;
        for (let k = 0; k < 40; k++) sum += exact(x.data[i * 40 + k]!) * exact(x.data[j * 40 + k]!);
        const ours = (exact(high.data[i * 6 + j]!) + exact(low.data[i * 6 + j]!)) << 200n;
        const error = Number(ours - sum) / 2 ** 400;
        expect(Math.abs(error)).toBeLessThan(40 * 16 * 1e-29);
      }
    }
  });

  test("what is added to the values counts, and zeros give zeros", () => {
    const one = matrixFromRows([[1], [3]]);
    const rest = matrixFromRows([[1e-20], [0]]);
    const { high, low } = preciseGram(one, rest);
    expect([...high.data]).toEqual([1, 3, 3, 9]);
    expect(low.data[0]).toBeCloseTo(2e-20, 30);
    expect(low.data[1]).toBeCloseTo(3e-20, 30);
    expect([...preciseGram(matrixFromRows([[0, 0]])).high.data]).toEqual([0]);
  });
});

describe("fits by inner products", () => {
  const x = randomMatrix(20, 60, "wide");
  const y = targetsFor(x, "wide-y");
  const space = createKernelSpace(preciseGram(x));

  test("without a penalty: the minimum-norm fit, on all rows and on some", () => {
    for (const rows of [allRows(20), Int32Array.of(3, 0, 7, 19, 11)]) {
      const fit = solveDual(space, rows, ones(rows.length), y, 0)!;
      const alone = fitMinimumNorm(
        matrixFromRows(Array.from(rows, (row) => matrixRow(x, row))),
        Array.from(rows, (row) => y[row]!),
      );
      for (let row = 0; row < 20; row++) {
        expect(predictDual(space, fit, row)).toBeCloseTo(
          alone.intercept + dot(matrixRow(x, row), alone.coefficients),
          12,
        );
      }
      for (const row of rows) expect(predictDual(space, fit, row)).toBeCloseTo(y[row]!, 14);
      const { high, low } = sumDoubles(fit.high, fit.low);
      expect(Math.abs(high + low)).toBeLessThan(1e-30);
    }
  });

  test("with a penalty and weights: the ridge on rows that are repeated", () => {
    const drawn = Int32Array.of(4, 9, 4, 1, 15, 4, 9, 2);
    const { rows, weights } = distinctRows(drawn);
    const fit = solveDual(space, rows, weights, y, 0.7)!;
    const repeated = matrixFromRows(Array.from(drawn, (row) => matrixRow(x, row)));
    const center = columnMeans(repeated, allRows(8));
    const design = new MlMatrix(toRows(repeated).map((row) => row.map((value, j) => value - center[j]!)));
    const meanTarget = drawn.reduce((sum, row) => sum + y[row]!, 0) / 8;
    const system = design.transpose().mmul(design).add(MlMatrix.eye(60, 60, 0.7)); // biome-ignore format: one call
    const right = design.transpose().mmul(MlMatrix.columnVector(Array.from(drawn, (row) => y[row]! - meanTarget))); // biome-ignore format: one call
    const slopes = solve(system, right);
    for (let row = 0; row < 20; row++) {
      const expected = matrixRow(x, row).reduce(
        (sum, value, j) => sum + (value - center[j]!) * slopes.get(j, 0),
        meanTarget,
      );
      expect(predictDual(space, fit, row)).toBeCloseTo(expected, 11);
    }
  });

  test("an offset a million times the spread costs no digits", () => {
    const far = { ...x, data: x.data.map((value) => value + 2 ** 20) };
    const kernel = createKernelSpace(preciseGram(far));
    const rows = allRows(15);
    const fit = solveDual(kernel, rows, ones(15), y, 0)!;
    // The values of x that are left after the offset has rounded them.
    const near = { ...far, data: far.data.map((value) => value - 2 ** 20) };
    const expected = solveDual(createKernelSpace(preciseGram(near)), rows, ones(15), y, 0)!;
    for (let row = 0; row < 20; row++) {
      expect(predictDual(kernel, fit, row)).toBeCloseTo(predictDual(createKernelSpace(preciseGram(near)), expected, row), 11); // biome-ignore format: one call
    }
  });

  test("dependent rows are refused, not solved with noise", () => {
    const low = randomLowRank(12, 40, 5, "low");
    const kernel = createKernelSpace(preciseGram(low));
    expect(solveDual(kernel, allRows(12), ones(12), targetsFor(low, "t"), 0)).toBeNull();
    const twin = matrixFromRows([...toRows(x), [...matrixRow(x, 3)]]);
    const twins = createKernelSpace(preciseGram(twin));
    expect(solveDual(twins, allRows(21), ones(21), targetsFor(twin, "t"), 0)).toBeNull();
    expect(chooseDualPenalty(twins, allRows(21), ones(21), targetsFor(twin, "t"), [1e-13])).toBeNull();
    const same = createKernelSpace(preciseGram(matrixFromRows([[1, 2, 3], [1, 2, 3]]))); // biome-ignore format: a matrix
    expect(solveDual(same, allRows(2), ones(2), [0, 1], 0)).toBeNull();
  });
});

describe("the penalty by inner products", () => {
  const penalties = [1e-6, 1e-3, 0.1, 3, 100];

  test.each([
    ["wide", randomMatrix(18, 50, "p1")],
    ["barely wide", randomMatrix(16, 17, "p2")],
  ])("%s: leave-one-out errors are those of the singular values", (_, x) => {
    const y = targetsFor(x, "loo");
    const chosen = chooseDualPenalty(createKernelSpace(preciseGram(x)), allRows(x.rows), ones(x.rows), y, penalties)!; // biome-ignore format: one call
    const { details } = fitRows(createRowSpace(x), allRows(x.rows), y, ridgeSolver(x.columns, penalties));
    expect(chosen.penalty).toBe(details.penalty);
    for (const [i, { leaveOneOutError }] of chosen.tried.entries()) {
      expect(leaveOneOutError / details.tried[i]!.leaveOneOutError).toBeCloseTo(1, 8);
    }
  });

  test.each([
    ["by inner products", true],
    ["by singular values", false],
  ])("%s: leaving a repeated row out leaves all its copies out", (_, dual) => {
    const x = randomMatrix(9, 30, "copies");
    const y = targetsFor(x, "copies");
    const drawn = Int32Array.of(0, 1, 1, 2, 3, 5, 5, 5, 8);
    const { rows, weights } = distinctRows(drawn);
    const penalty = 0.4;
    const space = createRowSpace(x);
    const ridgeOn = (kept: Int32Array) => fitRows(space, kept, y, ridgeSolver(30, [penalty]));
    let squares = 0;
    for (const [i, row] of rows.entries()) {
      const { fit } = ridgeOn(drawn.filter((other) => other !== row));
      squares += weights[i]! * (predictRow(space, fit, row) - y[row]!) ** 2;
    }
    const expected = Math.sqrt(squares / drawn.length);
    const { tried } = dual
      ? chooseDualPenalty(createKernelSpace(preciseGram(x)), rows, weights, y, [penalty])!
      : ridgeOn(drawn).details;
    expect(tried[0]!.leaveOneOutError / expected).toBeCloseTo(1, 9);
  });

  test("targets that do not vary take the largest penalty", () => {
    const x = randomMatrix(8, 20, "flat");
    const space = createKernelSpace(preciseGram(x));
    const flat = new Float64Array(8).fill(0.3);
    expect(chooseDualPenalty(space, allRows(8), ones(8), flat)!.penalty).toBe(1e4);
    const fit = solveDual(space, allRows(8), ones(8), flat, 1e4)!;
    expect(predictDual(space, fit, 5)).toBe(0.3);
  });
});

describe("repeated rows", () => {
  test("are merged with weights, in the order of first appearance", () => {
    const { rows, weights } = distinctRows([5, 2, 5, 5, 0]);
    expect([...rows]).toEqual([5, 2, 0]);
    expect([...weights]).toEqual([3, 1, 1]);
  });

  test("a fit to them is the fit to a matrix that repeats them", () => {
    const x = randomMatrix(30, 6, "repeated");
    const y = targetsFor(x, "repeated");
    const drawn = allRows(30).map((row) => (row * row) % 13);
    const space = createRowSpace(x);
    const here = explicitFit(space, fitRows(space, drawn, y, minimumNormSolver(6)).fit);
    const alone = fitMinimumNorm(
      matrixFromRows(Array.from(drawn, (row) => matrixRow(x, row))),
      Array.from(drawn, (row) => y[row]!),
    );
    expect(here.intercept).toBeCloseTo(alone.intercept, 12);
    expect(largestGap(here.coefficients, alone.coefficients)).toBeLessThan(1e-12);
  });
});
