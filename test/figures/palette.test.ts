import { describe, expect, test } from "vitest";
import {
  CATEGORY_COLORS,
  type ColorScale,
  colorAt,
  DIVERGING_SCALE,
  MIX_COLORS,
  mixColor,
  SEQUENTIAL_SCALE,
} from "../../lib/figures/index.js";

type Triple = readonly [number, number, number];

function linearRgb(hex: string): Triple {
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** CIE L*a*b*, D65. */
function lab(rgb: Triple): Triple {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const lightness = (hex: string): number => lab(linearRgb(hex))[0];

/** Full deficiencies after Machado, Oliveira and Fernandes (2009), on linear RGB. */
const VISION: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

describe.each(Object.entries(VISION))("with %s vision", (_name, matrix) => {
  const seen = (hex: string): Triple => lab(times(matrix, linearRgb(hex)));
  const distance = (a: string, b: string): number =>
    Math.hypot(...seen(a).map((value, i) => value - seen(b)[i]!));

  test.each([
    ["mixes", Object.values(MIX_COLORS)],
    ["categories", CATEGORY_COLORS],
  ])("any two colours of %s are at least 14 units of L*a*b* apart", (_what, colors) => {
    const pairs = colors.flatMap((a, i) => colors.slice(i + 1).map((b) => distance(a, b)));
    expect(Math.min(...pairs)).toBeGreaterThan(14);
  });
});

const steps = (scale: ColorScale): number[] =>
  Array.from({ length: 41 }, (_, i) => lightness(colorAt(scale, i / 40)));

test("the sequential scale only gets darker", () => {
  const values = steps(SEQUENTIAL_SCALE);
  for (let i = 1; i < values.length; i++) expect(values[i]!).toBeLessThan(values[i - 1]!);
});

test("the diverging scale is lightest in the middle, darkens to both ends, equally fast to 6 units", () => {
  const values = steps(DIVERGING_SCALE);
  for (let i = 1; i <= 20; i++) {
    expect(values[20 + i]!).toBeLessThan(values[19 + i]!);
    expect(values[20 - i]!).toBeLessThan(values[21 - i]!);
    expect(Math.abs(values[20 + i]! - values[20 - i]!)).toBeLessThan(6);
  }
});

test("colours between stops are interpolated, outside places clamped", () => {
  const scale: ColorScale = [
    [0, "#000000"],
    [0.5, "#204060"],
    [1, "#ffffff"],
  ];
  expect([-1, 0, 0.25, 0.5, 1, 2].map((place) => colorAt(scale, place))).toEqual([
    "#000000",
    "#000000",
    "#102030",
    "#204060",
    "#ffffff",
    "#ffffff",
  ]);
});

test("a mix has the same colour in every figure", () => {
  expect(mixColor("100% human", 3)).toBe(MIX_COLORS.human);
  expect(mixColor("Random hybrid, 50%", 0)).toBe(MIX_COLORS.random);
  expect(mixColor("something else", 7)).toBe(CATEGORY_COLORS[1]);
});
