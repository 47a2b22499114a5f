import { expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { VectorContext } from "../../lib/figures/render/canvas.js";
import { loadTextMetrics } from "../../lib/figures/render/text-metrics.js";

const metrics = loadTextMetrics();

/** Paints the rectangles of a drawing back into pixels; a number counts how often each was painted. */
function paint(svg: string, width: number, height: number): { color: string; times: number }[] {
  const pixels = Array.from({ length: width * height }, () => ({ color: "none", times: 0 }));
  for (const [, color = "", data = ""] of svg.matchAll(/<path fill="([^"]*)" d="([^"]*)"\/>/g)) {
    for (const [, ...numbers] of data.matchAll(/M(\d+),(\d+)h(\d+)v(\d+)h-\d+z/g)) {
      const [x, y, w, h] = numbers.map(Number) as [number, number, number, number];
      for (let row = y; row < y + h; row++) {
        for (let column = x; column < x + w; column++) {
          const pixel = pixels[row * width + column]!;
          pixel.color = color;
          pixel.times++;
        }
      }
    }
  }
  return pixels;
}

test("pixels become rectangles that paint each opaque pixel once, in its colour, and no other", () => {
  const random = createRng("pixels");
  for (const [width, height] of [
    [1, 1],
    [7, 5],
    [30, 12],
  ] as const) {
    const context = new VectorContext(metrics);
    const image = context.createImageData(width, height);
    const expected = Array.from({ length: width * height }, (_, i) => {
      // Few colours, so that runs of equal ones occur; some transparent.
      const level = random.int(4);
      image.data.set([10 * level, 0, 255, level === 0 ? 0 : 255], 4 * i);
      return level === 0 ? { color: "none", times: 0 } : { color: `rgb(${10 * level},0,255)`, times: 1 };
    });
    context.putImageData(image);
    expect(paint(context.toSvg(), width, height)).toEqual(expected);
  }
});

test("text is measured in the size and weight of the context's font", () => {
  const context = new VectorContext(metrics);
  context.font = "bold 20px Open Sans";
  expect(context.measureText("score").width).toBe(metrics.width("score", 20, "bold"));
});
