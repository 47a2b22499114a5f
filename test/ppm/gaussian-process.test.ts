import { determinant, inverse, Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { BadInputError, createRng, type JsonObject } from "../../lib/base/index.js";
import { matrixFromRows, matrixRow } from "../../lib/math/index.js";
import { fitPpm, type Ppm, ppmFamily, type TrainingTable } from "../../lib/ppm/index.js";
import { largestGap } from "../math/random-matrix.js";
import { randomTable } from "./tables.js";

const family = ppmFamily("gp");
const SCALE = 100;
const rowsOf = ({ counts }: TrainingTable) =>
  Array.from({ length: counts.rows }, (_, row) => [...matrixRow(counts, row)]);
const fitTable = (table: TrainingTable) => fitPpm(table, { family, scale: SCALE });

interface Hyper {
  readonly linearVariance: number;
  readonly quadraticVariance: number;
  readonly noiseVariance: number;
}

/** The process with given hyperparameters and weights, whatever the likelihood says. */
function withHyper(table: TrainingTable, hyper: Hyper, weights?: number[]): Ppm {
  const model = { ...fitTable(table).ppm.toJson(), ...hyper, ...(weights ? { weights } : {}) } as JsonObject;
  return family.fromJson({ featureNames: table.featureNames, scale: SCALE }, model);
}

/** Bayesian regression on explicit features: a constant without a prior, the others standard normal. */
function byFeatures(table: TrainingTable, hyper: Hyper, weights: number[]) {
  const scaled = rowsOf(table).map((row) => row.map((count) => count / SCALE));
  const total = weights.reduce((a, b) => a + b);
  const center = table.featureNames.map(
    (_, i) => scaled.reduce((sum, row, r) => sum + weights[r]! * row[i]!, 0) / total,
  );
  const features = (counts: readonly number[]) => {
    const v = counts.map((count, i) => count / SCALE - center[i]!);
    const products = v.flatMap((a, i) =>
      v.slice(i).map((b, k) => Math.sqrt((k === 0 ? 1 : 2) * hyper.quadraticVariance) * a * b),
    );
    return [1, ...v.map((value) => Math.sqrt(hyper.linearVariance) * value), ...products];
  };
  const phi = new MlMatrix(rowsOf(table).map(features));
  const weighted = phi.clone();
  for (let r = 0; r < weights.length; r++) weighted.mulRow(r, weights[r]! / hyper.noiseVariance);
  const prior = MlMatrix.eye(phi.columns);
  prior.set(0, 0, 0);
  const covariance = inverse(phi.transpose().mmul(weighted).add(prior));
  const mean = covariance.mmul(weighted.transpose()).mmul(MlMatrix.columnVector([...table.targets]));
  const along = (row: MlMatrix) => Math.sqrt(row.mmul(covariance).mmul(row.transpose()).get(0, 0));
  return {
    mean: (counts: readonly number[]) => MlMatrix.rowVector(features(counts)).mmul(mean).get(0, 0),
    sd: (counts: readonly number[]) => along(MlMatrix.rowVector(features(counts))),
    sdOfDifference: (a: readonly number[], b: readonly number[]) =>
      along(MlMatrix.rowVector(features(a)).sub(MlMatrix.rowVector(features(b)))),
  };
}

describe("posterior against Bayesian regression on explicit features", () => {
  const table = randomTable(18, 4, "gp");
  const points = [[30, 80, 0, 120], [0, 0, 0, 0], [400, 10, 90, 20], rowsOf(table)[3]!];

  test.each([
    ["much noise", { linearVariance: 0.02, quadraticVariance: 0.001, noiseVariance: 0.01 }, 1],
    ["little noise", { linearVariance: 0.3, quadraticVariance: 0.2, noiseVariance: 1e-5 }, 1],
    ["no quadratic part", { linearVariance: 0.1, quadraticVariance: 0, noiseVariance: 1e-3 }, 1],
    ["weights", { linearVariance: 0.05, quadraticVariance: 0.03, noiseVariance: 1e-3 }, 3],
  ])("%s: mean, sd, sd of a difference", (_, hyper, most) => {
    const weights = Array.from({ length: 18 }, (__, i) => 1 + (i % most));
    const ppm = withHyper(table, hyper, weights);
    const exact = byFeatures(table, hyper, weights);
    for (const point of points) {
      expect(ppm.predict(point)).toBeCloseTo(exact.mean(point), 9);
      expect(ppm.uncertainty!.sd(point) / exact.sd(point)).toBeCloseTo(1, 7);
      for (const from of points.filter((other) => other !== point)) {
        expect(ppm.uncertainty!.sdOfDifference(point, from) / exact.sdOfDifference(point, from)).toBeCloseTo(
          1,
          7,
        );
      }
      expect(ppm.uncertainty!.sdOfDifference(point, point)).toBe(0);
    }
  });

  test("the gradient of the sd is that of finite differences", () => {
    const { ppm } = fitTable(table);
    for (const point of points) {
      const gradient = ppm.uncertainty!.gradient(point);
      const step = 1e-3;
      const differences = point.map((_, i) => {
        const moved = (by: number) => ppm.uncertainty!.sd(point.map((x, j) => (j === i ? x + by : x)));
        return (moved(step) - moved(-step)) / (2 * step);
      });
      expect(largestGap(gradient, differences)).toBeLessThan(1e-6 * Math.max(...gradient.map(Math.abs)));
    }
  });

  test("a difference of one count keeps its digits far from the data", () => {
    const { ppm } = fitTable(table);
    const far = [5000, 5000, 5000, 5000];
    const near = [5001, 5000, 5000, 5000];
    const half = [5000.5, 5000, 5000, 5000];
    const slope = ppm.uncertainty!.sdOfDifference(near, far);
    const halfSlope = ppm.uncertainty!.sdOfDifference(half, far);
    expect(slope / halfSlope).toBeCloseTo(2, 3);
  });

  test("the mean is the polynomial it names", () => {
    const { ppm } = fitTable(table);
    const { intercept, coefficients, products } = ppm.polynomial!;
    expect(ppm.predict([0, 0, 0, 0])).toBe(intercept);
    expect(ppm.predict([SCALE, 0, 0, 0])).toBeCloseTo(intercept + coefficients[0]! + products![0]!, 12);
  });
});

describe("marginal likelihood", () => {
  const table = randomTable(25, 3, "likelihood");

  /** log p of the targets in contrasts, from dense matrices. */
  function dense({ linearVariance, quadraticVariance, noiseVariance }: Hyper): number {
    const scaled = new MlMatrix(rowsOf(table).map((row) => row.map((count) => count / SCALE)));
    const x = scaled.center("column");
    const gram = x.mmul(x.transpose());
    const a = gram
      .clone()
      .mul(linearVariance)
      .add(gram.clone().mul(gram).mul(quadraticVariance))
      .add(MlMatrix.eye(25, 25, noiseVariance));
    const a1 = inverse(a);
    const ones = MlMatrix.columnVector(Array(25).fill(1));
    const y = MlMatrix.columnVector([...table.targets]);
    const s = ones.transpose().mmul(a1).mmul(ones).get(0, 0);
    const along = ones.transpose().mmul(a1).mmul(y).get(0, 0);
    const form = y.transpose().mmul(a1).mmul(y).get(0, 0) - along ** 2 / s;
    // The determinant of a multiple of A, which would vanish as it stands.
    const logDeterminant = Math.log(determinant(a.clone().mul(1e3))) - 25 * Math.log(1e3);
    return -0.5 * (24 * Math.log(2 * Math.PI) + logDeterminant + Math.log(s / 25) + form);
  }

  test("is the dense formula's, and no neighbour's is greater", () => {
    const { details } = fitTable(table);
    const hyper = details as unknown as Hyper;
    const best = dense(hyper);
    expect(details.logLikelihood).toBeCloseTo(best, 6);
    for (const name of ["linearVariance", "quadraticVariance", "noiseVariance"] as const) {
      for (const factor of [0.3, 0.8, 1.25, 3]) {
        expect(dense({ ...hyper, [name]: hyper[name] * factor })).toBeLessThan(best);
      }
    }
  });

  test("finds the noise of a simulated process, and sds that hold", () => {
    const rng = createRng("simulated process");
    const rows = Array.from({ length: 150 }, () => Array.from({ length: 3 }, () => rng.int(300)));
    const truth = ([a, b, c]: number[]) =>
      0.6 + 0.02 * (a! / SCALE) - 0.01 * (b! / SCALE) * (c! / SCALE) + 0.008 * (c! / SCALE) ** 2;
    const noise = 0.004;
    const targets = Float64Array.from(rows, (row) => truth(row) + noise * rng.normal());
    const counts = matrixFromRows(rows);
    const { ppm, details } = fitTable({ featureNames: ["a", "b", "c"], counts, targets });
    expect(Math.sqrt(details.noiseVariance as number) / noise).toBeGreaterThan(0.85);
    expect(Math.sqrt(details.noiseVariance as number) / noise).toBeLessThan(1.15);
    const fresh = Array.from({ length: 200 }, () => Array.from({ length: 3 }, () => rng.int(300)));
    const within = fresh.filter(
      (row) => Math.abs(ppm.predict(row) - truth(row)) < 2 * ppm.uncertainty!.sd(row),
    );
    expect(within.length).toBeGreaterThan(150);
    expect(ppm.uncertainty!.sd([3000, 0, 0])).toBeGreaterThan(10 * ppm.uncertainty!.sd([150, 150, 150]));
  });
});

describe("tables that leave little to learn", () => {
  const table = randomTable(12, 3, "little");
  const point = [10, 20, 30];

  test("targets that do not vary are predicted as they are, with certainty", () => {
    const { ppm, details } = fitTable({ ...table, targets: new Float64Array(12).fill(0.3) });
    expect(ppm.predict(point)).toBeCloseTo(0.3, 15);
    expect(ppm.uncertainty!.sd(point)).toBe(0);
    expect([...ppm.uncertainty!.gradient(point)]).toEqual([0, 0, 0]);
    expect(details.logLikelihood).toBeNull();
  });

  test("features that do not vary: the mean, known to noise over the root of n", () => {
    const constant = { ...table, counts: matrixFromRows(Array.from({ length: 12 }, () => [5, 0, 7])) };
    const { ppm, details } = fitTable(constant);
    const mean = table.targets.reduce((a, b) => a + b) / 12;
    const variance = table.targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 11;
    expect(ppm.predict([5, 0, 7])).toBeCloseTo(mean, 12);
    expect(details.noiseVariance as number).toBeCloseTo(variance, 12);
    expect(ppm.uncertainty!.sd([5, 0, 7])).toBeCloseTo(Math.sqrt(variance / 12), 12);
    expect(details.constantColumns).toEqual(["x0", "x1", "x2"]);
  });

  test("a constant column changes nothing", () => {
    const counts = matrixFromRows(rowsOf(table).map((row) => [...row, 17]));
    const wider = { ...table, featureNames: [...table.featureNames, "same"], counts };
    const { ppm, details } = fitTable(wider);
    expect(details.constantColumns).toEqual(["same"]);
    expect(ppm.predict([...point, 17])).toBeCloseTo(fitTable(table).ppm.predict(point), 10);
    expect(ppm.polynomial!.coefficients[3]).toBe(0);
  });

  test("rows that repeat with other targets show the noise", () => {
    const rows = rowsOf(table).flatMap((row) => [row, row]);
    const targets = Float64Array.from(table.targets).map((y) => y);
    const twice = Float64Array.from({ length: 24 }, (_, i) => targets[i >> 1]! + (i % 2 ? 0.01 : -0.01));
    const { ppm, details } = fitTable({ ...table, counts: matrixFromRows(rows), targets: twice });
    expect(details.noiseVariance as number).toBeGreaterThan(0.5e-4);
    expect(Number.isFinite(ppm.predict(point))).toBe(true);
  });

  test("three rows are enough, two are refused", () => {
    const first = (count: number) => ({
      ...table,
      counts: matrixFromRows(rowsOf(table).slice(0, count)),
      targets: table.targets.slice(0, count),
    });
    const { ppm } = fitTable(first(3));
    expect(Number.isFinite(ppm.predict(point) + ppm.uncertainty!.sd(point))).toBe(true);
    expect(() => fitTable(first(2))).toThrow(BadInputError);
    expect(() => fitTable(first(2))).toThrow("at least 3 different rows");
  });

  test("missing and huge counts are refused", () => {
    const bad = (value: number) => {
      const counts = { ...table.counts, data: table.counts.data.slice() };
      counts.data[4] = value;
      return () => fitTable({ ...table, counts });
    };
    expect(bad(Number.NaN)).toThrow("missing values");
    expect(bad(1e80)).toThrow("larger --scale");
  });
});
