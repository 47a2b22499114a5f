import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { spearman } from "../../../lib/math/index.js";
import { correctedInterval } from "../../../lib/ppm/validation/corrected-t.js";
import { normalQuantile } from "../../../lib/ppm/validation/normal.js";
import { resampledSpearman, sortedOrder } from "../../../lib/ppm/validation/resampled-spearman.js";
import { studentProbability, studentQuantile } from "../../../lib/ppm/validation/student-t.js";

describe("quantiles, against printed tables", () => {
  test.each([
    [0.975, 1, 12.7062047],
    [0.975, 2, 4.3026527],
    [0.95, 9, 1.8331129],
    [0.975, 9, 2.2621572],
    [0.975, 99, 1.9842169],
    [0.995, 30, 2.7499957],
  ])("Student's t: %d at %d degrees", (probability, degrees, t) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(t, 5);
    expect(studentQuantile(1 - probability, degrees)).toBeCloseTo(-t, 5);
    expect(studentProbability(t, degrees)).toBeCloseTo(probability, 7);
  });

  test("the standard normal", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 8);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 8);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 8);
    expect(normalQuantile(0.1)).toBeCloseTo(-1.2815515655446004, 8);
  });

  test.each([0, 1, Number.NaN])("%d is no probability of a quantile", (probability) => {
    expect(() => studentQuantile(probability, 5)).toThrow(RangeError);
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});

describe("corrected resampled t", () => {
  test("by hand: mean ± t √(1/n + test/train) s", () => {
    // Mean 2, s = 1, n = 3, t(.975, 2) = 4.3026527, √(1/3 + 1/2) = 0.9128709.
    const { low, high } = correctedInterval([1, 2, 3], 0.5);
    expect(low).toBeCloseTo(2 - 4.3026527 * 0.9128709, 5);
    expect(high).toBeCloseTo(2 + 4.3026527 * 0.9128709, 5);
  });

  test("one fold says nothing of its spread", () => {
    expect(correctedInterval([1], 0.5).low).toBeNaN();
  });
});

test("Spearman of a resample equals that of the rows written out, ties and repeats included", () => {
  const rng = createRng("resample");
  for (let round = 0; round < 200; round++) {
    const n = 2 + rng.int(30);
    const values = (): Float64Array => Float64Array.from({ length: n }, () => rng.int(12));
    const [a, b] = [values(), values()];
    const rows = Array.from({ length: n }, () => rng.int(n));
    const weights = new Float64Array(n);
    for (const row of rows) weights[row]! += 1;
    const expected = spearman(
      rows.map((row) => a[row]!),
      rows.map((row) => b[row]!),
    );
    const found = resampledSpearman([a, b], [sortedOrder(a), sortedOrder(b)], weights);
    if (Number.isNaN(expected)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(expected, 12);
  }
});
