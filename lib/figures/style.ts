/** The one look of all figures. */
import type { FigureValue, Layout } from "./figure.js";
import { GRID, INK, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";

const FONT = "Open Sans, Arial, sans-serif";

/** What every figure function takes besides its rows. */
export interface FigureOptions {
  /** Says what is to be seen; any text. */
  readonly title?: string;
  /** Data set, number of seeds, what an interval means …; any text. */
  readonly subtitle?: string;
}

export interface FrameOptions extends FigureOptions {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
}

/** The layout that all figures share: size, fonts, title. */
export function frame({ width, height, margin, title, subtitle }: FrameOptions): Layout {
  return {
    width,
    height,
    margin: { ...margin, pad: 0 },
    font: { family: FONT, size: 12, color: INK },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    title: {
      text: title ? `<b>${plainText(title)}</b>` : "",
      font: { size: 15, color: INK },
      x: 12 / width,
      xanchor: "left",
      y: 1 - 24 / height,
      yref: "container",
      subtitle: { text: subtitle ? plainText(subtitle) : "", font: { size: 12, color: MUTED } },
    },
    hoverlabel: { font: { family: FONT } },
    legend: legendAbove(),
  };
}

/** A horizontal legend just above the plot area, to the right. */
export function legendAbove(): Record<string, FigureValue> {
  return { orientation: "h", x: 1, xanchor: "right", y: 1.01, yanchor: "bottom", font: { size: 12 } };
}

/** An axis with a line, outside ticks and a light grid. */
export function axis(title: string, more: Record<string, FigureValue> = {}): Record<string, FigureValue> {
  return {
    title: { text: plainText(title), standoff: 10 },
    showline: true,
    linecolor: "#555555",
    linewidth: 1,
    ticks: "outside",
    tickcolor: "#555555",
    ticklen: 4,
    gridcolor: GRID,
    zeroline: false,
    ...more,
  };
}

/** Text over a facet or a group of columns. */
export function note(text: string, place: Record<string, FigureValue>): Record<string, FigureValue> {
  return { text, showarrow: false, font: { size: 12, color: INK }, ...place };
}

/** A range around values with some air, for an axis that need not start at zero. */
export function paddedRange(values: readonly number[], share = 0.08): [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const pad = (most - least || Math.abs(most) || 1) * share;
  return [least - pad, most + pad];
}
