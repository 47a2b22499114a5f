import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { boxAround, type Point, parseTransform } from "../../lib/figures/render/geometry.js";
import { flattenPath, pathLength, pointAlongPath } from "../../lib/figures/render/svg-path.js";

describe("paths", () => {
  test("absolute and relative commands of the same path give the same points", () => {
    const absolute = flattenPath("M10,20L13,24H20V30C20,40 30,40 30,30Z");
    const relative = flattenPath("m10,20l3,4h7v6c0,10 10,10 10,0z");
    expect(relative).toEqual(absolute);
    expect(absolute.at(-1)).toEqual([10, 20]);
  });

  test("numbers may touch, lack a leading zero and have exponents", () => {
    expect(flattenPath("M1-2L.5.25L1e1,2E-1")).toEqual([
      [1, -2],
      [0.5, 0.25],
      [10, 0.2],
    ]);
  });

  test("lengths are exact on straight lines and within a percent on a quarter circle's cubic", () => {
    expect(pathLength("M0,0L3,4L3,10")).toBeCloseTo(11, 12);
    // The usual Bézier approximation of a unit quarter circle.
    expect(pathLength("M0,1C0.5523,1 1,0.5523 1,0")).toBeCloseTo(Math.PI / 2, 2);
    expect(pathLength("")).toBe(0);
  });

  test("points along a path are clamped to its ends", () => {
    const path = "M0,0H10V10";
    expect([-1, 4, 10, 15, 99].map((at) => pointAlongPath(path, at))).toEqual([
      [0, 0],
      [4, 0],
      [10, 0],
      [10, 5],
      [10, 10],
    ]);
    expect(pointAlongPath("", 3)).toEqual([0, 0]);
  });

  test("an unknown command is an error, not a wrong box", () => {
    expect(() => flattenPath("M0,0B1,1")).toThrow(/"B"/);
  });
});

describe("transforms", () => {
  const near = (actual: Point, [x, y]: Point): void => {
    expect(actual[0]).toBeCloseTo(x, 10);
    expect(actual[1]).toBeCloseTo(y, 10);
  };

  test("each kind does what SVG says", () => {
    near(parseTransform("translate(3)")([1, 1]), [4, 1]);
    near(parseTransform("translate(3, -4)")([1, 1]), [4, -3]);
    near(parseTransform("scale(2)")([1, 3]), [2, 6]);
    near(parseTransform("scale(2 5)")([1, 3]), [2, 15]);
    near(parseTransform("rotate(90)")([1, 0]), [0, 1]);
    near(parseTransform("rotate(-90, 10, 10)")([11, 10]), [10, 9]);
    near(parseTransform("matrix(1,2,3,4,5,6)")([1, 1]), [9, 12]);
    near(parseTransform("")([7, 8]), [7, 8]);
  });

  test("a list applies from right to left", () => {
    const random = createRng("transforms");
    for (let i = 0; i < 50; i++) {
      const point: Point = [random.normal(), random.normal()];
      const [a, b] = [`translate(${random.normal()},${random.normal()})`, `rotate(${360 * random.next()})`];
      near(parseTransform(`${a} ${b}`)(point), parseTransform(a)(parseTransform(b)(point)));
    }
  });

  test("an unknown transform is an error", () => {
    expect(() => parseTransform("skewX(3)")).toThrow(/skewX/);
  });
});

test("a box is the smallest around its points; no points have none", () => {
  expect(
    boxAround([
      [1, 5],
      [-2, 3],
      [4, 4],
    ]),
  ).toEqual({ x: -2, y: 3, width: 6, height: 2 });
  expect(boxAround([])).toBeNull();
});
