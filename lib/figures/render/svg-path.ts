/** SVG path data as a line of points: for its bounding box, its length and points along it. */
import type { Point } from "./geometry.js";

/** How many numbers each command takes. */
const ARITY: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  T: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  A: 7,
  Z: 0,
};
/** A letter and what follows up to the next; "e" belongs to numbers. */
const COMMAND = /([a-df-z])([^a-df-z]*)/gi;
const CURVE_STEPS = 16;

/**
 * Flattens path data. Bézier curves become {@link CURVE_STEPS} segments; arcs become their chords, which is
 * enough here: Plotly draws arcs only in markers, whose size it knows itself.
 */
export function flattenPath(data: string): Point[] {
  const points: Point[] = [];
  let here: Point = [0, 0];
  let start: Point = here;
  for (const [, letter = "", args = ""] of data.matchAll(COMMAND)) {
    const command = letter.toUpperCase();
    const arity = ARITY[command];
    if (arity === undefined) throw new RangeError(`SVG path command "${letter}" is not known here`);
    if (command === "Z") {
      here = start;
      points.push(here);
      continue;
    }
    const numbers = (args.match(/-?(?:\d*\.)?\d+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    for (let i = 0; i + arity <= numbers.length; i += arity) {
      const from = here;
      const origin: Point = letter === command ? [0, 0] : from;
      const v = numbers.slice(i, i + arity);
      here = endOf(command, v, from, origin);
      if (command === "C" || command === "Q") points.push(...flattenCurve(from, pairs(v, origin)));
      else points.push(here);
      if (command === "M" && i === 0) start = here;
    }
  }
  return points;
}

function endOf(command: string, v: readonly number[], from: Point, [ox, oy]: Point): Point {
  if (command === "H") return [ox + v[0]!, from[1]];
  if (command === "V") return [from[0], oy + v[0]!];
  return [ox + v.at(-2)!, oy + v.at(-1)!];
}

function pairs(v: readonly number[], [ox, oy]: Point): Point[] {
  return Array.from({ length: v.length / 2 }, (_, k) => [ox + v[2 * k]!, oy + v[2 * k + 1]!] as const);
}

/** De Casteljau's construction at equal steps of the parameter. */
function flattenCurve(from: Point, controls: readonly Point[]): Point[] {
  return Array.from({ length: CURVE_STEPS }, (_, step) => {
    const t = (step + 1) / CURVE_STEPS;
    let level: readonly Point[] = [from, ...controls];
    while (level.length > 1) level = level.slice(1).map((b, i) => between(level[i]!, b, t));
    return level[0]!;
  });
}

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

function segmentLengths(points: readonly Point[]): number[] {
  return points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));
}

/** Length of a path in its own units. */
export function pathLength(data: string): number {
  return segmentLengths(flattenPath(data)).reduce((sum, length) => sum + length, 0);
}

/** The point at a distance along a path, clamped to its ends; the origin for an empty path. */
export function pointAlongPath(data: string, distance: number): Point {
  const points = flattenPath(data);
  const lengths = segmentLengths(points);
  let left = Math.max(0, distance);
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) return between(points[i]!, points[i + 1]!, left / length);
    left -= length;
  }
  return points.at(-1) ?? [0, 0];
}
