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
  /** The plot area in pixels, without axes and titles. */
  readonly plot: { readonly width: number; readonly height: number };
  /** Room around it for axes and labels. */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  /** Room between the title and the plot area: for a legend, headings … Default 8. */
  readonly above?: number;
}

const TITLE = { x: 12, top: 12, lineHeight: 22, subtitleHeight: 18, gap: 6 } as const;

/** The layout that all figures share: size, fonts, title. */
export function frame({ plot, margin, above = 8, title, subtitle }: FrameOptions): Layout {
  const lines = [
    ...(title ? [`<b>${plainText(title)}</b>`] : []),
    ...(subtitle ? [`<span style="font-size:12px;color:${MUTED}">${plainText(subtitle)}</span>`] : []),
  ];
  const titleHeight =
    TITLE.top + (title ? TITLE.lineHeight : 0) + (subtitle ? TITLE.subtitleHeight : 0) + TITLE.gap;
  const width = margin.left + plot.width + margin.right;
  const height = Math.round(titleHeight + above + plot.height + margin.bottom);
  return {
    width,
    height,
    margin: { l: margin.left, r: margin.right, t: titleHeight + above, b: margin.bottom, pad: 0 },
    font: { family: FONT, size: 12, color: INK },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    title: {
      text: lines.join("<br>"),
      font: { size: 15, color: INK },
      x: TITLE.x / width,
      xanchor: "left",
      // Plotly centres two lines on the place of one.
      y: 1 - (TITLE.top + (lines.length > 1 ? TITLE.subtitleHeight / 1.5 : 0)) / height,
      yref: "container",
      yanchor: "top",
    },
    hoverlabel: { font: { family: FONT } },
  };
}

/** Height of a legend that {@link legendAbove} puts over the plot area, for {@link FrameOptions.above}. */
export const LEGEND_HEIGHT = 34;

/** A horizontal legend over the plot area, some pixels above it, starting at its left edge. */
export function legendAbove(plotHeight: number, gapPx = 6): Record<string, FigureValue> {
  return {
    orientation: "h",
    x: 0,
    xanchor: "left",
    y: 1 + gapPx / plotHeight,
    yanchor: "bottom",
    font: { size: 12 },
  };
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
