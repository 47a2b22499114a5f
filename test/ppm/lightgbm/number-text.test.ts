import { expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { nextUp } from "../../../lib/ppm/lightgbm/float-limits.js";
import { formatDouble, formatShort } from "../../../lib/ppm/lightgbm/number-text.js";

test.each([
  [0.1, "0.10000000000000001", "0.1"],
  [117.50000000000001, "117.50000000000001", "117.5"],
  [1e-35, "1e-35", "1e-35"],
  [-1234567, "-1234567", "-1.23457e+06"],
  [100000.5, "100000.5", "100000"],
  [100001.5, "100001.5", "100002"],
  [0.00001, "1.0000000000000001e-05", "1e-05"],
  [0.0001, "0.0001", "0.0001"],
  [1e300, "1.0000000000000001e+300", "1e+300"],
  [0, "0", "0"],
  [-0, "-0", "-0"],
  [Number.POSITIVE_INFINITY, "inf", "inf"],
])("%d is written as C writes it with 17 and with 6 digits", (x, long, short) => {
  expect([formatDouble(x), formatShort(x)]).toEqual([long, short]);
});

test("17 digits give the same double again", () => {
  const rng = createRng(3);
  for (let i = 0; i < 500; i++) {
    const x = (rng.next() - 0.5) * 10 ** Math.floor(rng.next() * 600 - 300);
    expect(Number(formatDouble(x))).toBe(x);
  }
});

test("nothing lies between a double and the next one up", () => {
  for (const x of [1, -1, 0, 5e-324, -5e-324, 1.7976931348623157e308, 0.1, -(2 ** -1022)]) {
    const next = nextUp(x);
    expect(next).toBeGreaterThan(x);
    const middle = x / 2 + next / 2;
    expect(middle === x || middle === next || !Number.isFinite(next)).toBe(true);
  }
});
