/** Points, boxes and affine transforms, as SVG's attributes write them. */

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around points; null for none. */
export function boxAround(points: readonly Point[]): Box | null {
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A box's corners. */
export function corners({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

/** x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads a `transform` attribute into a function of points. */
export function parseTransform(transform: string): (point: Point) => Point {
  let total = IDENTITY;
  for (const [, name = "", args = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    total = multiply(
      total,
      matrixOf(
        name,
        args
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      ),
    );
  }
  const [a, b, c, d, e, f] = total;
  return ([x, y]) => [a * x + c * y + e, b * x + d * y + f];
}

function matrixOf(name: string, v: readonly number[]): Matrix {
  const [v0 = 0, v1, v2 = 0] = v;
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, v0, v1 ?? 0];
    case "scale":
      return [v0, 0, 0, v1 ?? v0, 0, 0];
    case "rotate": {
      const [cos, sin] = [Math.cos((v0 * Math.PI) / 180), Math.sin((v0 * Math.PI) / 180)];
      const [cx, cy] = [v1 ?? 0, v2];
      return [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy];
    }
    case "matrix":
      return v as unknown as Matrix;
    default:
      throw new RangeError(`SVG transform "${name}" is not known here`);
  }
}

function multiply(p: Matrix, q: Matrix): Matrix {
  return [
    p[0] * q[0] + p[2] * q[1],
    p[1] * q[0] + p[3] * q[1],
    p[0] * q[2] + p[2] * q[3],
    p[1] * q[2] + p[3] * q[3],
    p[0] * q[4] + p[2] * q[5] + p[4],
    p[1] * q[4] + p[3] * q[5] + p[5],
  ];
}
