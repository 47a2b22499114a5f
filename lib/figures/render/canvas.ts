/**
 * The part of a canvas that Plotly needs here: measuring text, and filled rectangles, which is how it draws
 * heatmaps. The rectangles are kept as vectors, so that heatmaps stay sharp in SVG and PDF.
 */
import { faceOf } from "./fonts.js";
import type { TextMetrics } from "./text-metrics.js";

/** Marks the data URIs made here, so that the drawing can be put in their place. */
export const VECTOR_TILE_PREFIX = "data:image/svg+xml;base64,";

/** A 2d context that measures text and remembers filled rectangles. */
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

  /** Plotly clears by drawing a transparent image; nothing is drawn before that here. */
  clearRect(): void {}

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
  const canvas = window.HTMLCanvasElement.prototype;
  Object.assign(canvas, {
    getContext(this: HTMLCanvasElement, kind: string): VectorContext | null {
      if (kind !== "2d") return null;
      const context = contexts.get(this) ?? new VectorContext(metrics);
      contexts.set(this, context);
      return context;
    },
    toDataURL(this: HTMLCanvasElement): string {
      return VECTOR_TILE_PREFIX + Buffer.from(contexts.get(this)?.toSvg() ?? "").toString("base64");
    },
  });
}
