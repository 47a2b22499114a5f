import { describe, expect, test } from "vitest";
import { findKnee } from "../../../lib/routing/index.js";

const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("knees by hand", () => {
  test("of two straight lines it is where they meet", () => {
    // Up to 4 by 2 a step, then by 0.25.
    expect(findKnee(steps(9), [0, 2, 4, 6, 8, 8.25, 8.5, 8.75, 9])).toBe(4);
  });

  test("of the published example, ten points of 5 - 1/(x + 0.1) on [0, 1], it is at x = 0.22", () => {
    const x = steps(10).map((i) => i / 9);
    const knee = findKnee(
      x,
      x.map((value) => 5 - 1 / (value + 0.1)),
    );
    expect(x[knee!]).toBeCloseTo(0.22, 2);
  });

  test("neither shift nor scale of either axis moves it", () => {
    const y = [0, 5, 8, 9, 9.5, 9.8, 10];
    const knee = findKnee(steps(7), y);
    expect(knee).toBe(2);
    expect(findKnee(steps(7).map((x) => 1000 * x + 7), y.map((value) => 0.001 * value - 3))).toBe(knee); // biome-ignore format: one claim
  });

  test("what comes after the highest point does not count: it is dearer and worse", () => {
    const rising = [0, 5, 8, 9, 9.5, 9.8, 10];
    expect(findKnee(steps(12), [...rising, 9, 7, 4, 2, -30])).toBe(2);
  });

  test("a straight rise to a level top has its knee where the top begins, with or without rounding in the level", () => {
    const level = [0, 1, 2, 3, 3, 3, 3, 3];
    expect(findKnee(steps(8), level)).toBe(3);
    expect(findKnee(steps(8), level.with(5, 3 + 1e-15))).toBe(3);
  });

  test("a dip on the way up is no knee of its own", () => {
    expect(findKnee(steps(8), [0, 6, 5.5, 9, 9.1, 9.3, 9.6, 10])).toBe(3);
  });
});

describe("no knee", () => {
  test.each([
    ["a straight line", [0, 1, 2, 3, 4]],
    ["a flat line", [2, 2, 2, 2]],
    ["a falling line", [5, 4, 3, 1]],
    ["a curve that bends upward", [0, 1, 4, 9, 16]],
    ["hardly a bend", [0, 1.05, 2.05, 3, 4]],
    ["two points", [0, 1]],
    ["one point", [0]],
    ["nothing", []],
  ])("%s", (_, y) => {
    expect(findKnee(steps(y.length), y)).toBeNull();
  });

  test("a greater sensitivity asks for more of a bend", () => {
    const y = [0, 1.6, 2.6, 3.4, 4];
    expect(findKnee(steps(5), y, { sensitivity: 0.3 })).toBe(1);
    expect(findKnee(steps(5), y, { sensitivity: 1 })).toBeNull();
  });
});
