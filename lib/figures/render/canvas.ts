/**
 * The part of a canvas that Plotly needs here: measuring text, and the two ways in which it paints heatmaps,
 * one pixel a cell (to be stretched) or one rectangle a cell (where there are gaps between them).
 */
import { faceOf } from "./fonts.js";
import type { TextMetrics } from "./text-metrics.js";

/** What Plotly puts into an `<image>`: a drawing in canvas units. */
export interface VectorTile {
  readonly width: number;
  readonly height: number;
  /** SVG elements. */
  readonly content: string;
}

const ADDRESS_PREFIX = "data:application/x-vector-tile;base64,";

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly data: Uint8ClampedArray;
}

/** A 2d context that measures text and remembers what is painted. */
export class VectorContext {
  fillStyle = "#000";
  font = "10px sans-serif";
  readonly #metrics: TextMetrics;
  /** Path data by colour, in order of first use; equal colours share a path, which keeps files small. */
  readonly #pathByColor = new Map<string, string[]>();

  constructor(metrics: TextMetrics) {
    this.#metrics = metrics;
  }

  measureText(text: string): { width: number } {
    const sizePx = Number.parseFloat(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? "10");
    const weight = /\b(bold|[6-9]00)\b/.exec(this.font)?.[1] ?? "";
    return { width: this.#metrics.width(text, sizePx, faceOf(weight, "")) };
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const parts = this.#pathByColor.get(this.fillStyle) ?? [];
    parts.push(`M${x},${y}h${width}v${height}h${-width}z`);
    this.#pathByColor.set(this.fillStyle, parts);
  }

  createImageData(width: number, height: number): Pixels {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }

  /** Paints pixels as rectangles, one a run of equal colour; transparent ones are left out. */
  putImageData({ width, height, data }: Pixels): void {
    const colorOf = (x: number, y: number): string =>
      data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4).join();
    for (let y = 0; y < height; y++) {
      for (let start = 0, end = 1; start < width; start = end++) {
        const color = colorOf(start, y);
        while (end < width && colorOf(end, y) === color) end++;
        if (color.endsWith(",0")) continue;
        this.fillStyle = `rgb(${color.slice(0, color.lastIndexOf(","))})`;
        this.fillRect(start, y, end - start, 1);
      }
    }
  }

  toSvg(): string {
    return [...this.#pathByColor]
      .map(([color, parts]) => `<path fill="${color}" d="${parts.join("")}"/>`)
      .join("");
  }
}

/** Replaces the canvas of a window by {@link VectorContext}. */
export function installCanvas(
  window: { HTMLCanvasElement: typeof HTMLCanvasElement },
  metrics: TextMetrics,
): void {
  const contexts = new WeakMap<HTMLCanvasElement, VectorContext>();
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: string): VectorContext | null {
      if (kind !== "2d") return null;
      const context = contexts.get(this) ?? new VectorContext(metrics);
      contexts.set(this, context);
      return context;
    },
    toDataURL(this: HTMLCanvasElement): string {
      const { width, height } = this;
      const tile: VectorTile = { width, height, content: contexts.get(this)?.toSvg() ?? "" };
      return ADDRESS_PREFIX + Buffer.from(JSON.stringify(tile)).toString("base64");
    },
  });
}

/** The tile that an image's address holds; null for any other address. */
export function readTile(address: string): VectorTile | null {
  if (!address.startsWith(ADDRESS_PREFIX)) return null;
  const json = Buffer.from(address.slice(ADDRESS_PREFIX.length), "base64").toString();
  return JSON.parse(json) as VectorTile;
}
