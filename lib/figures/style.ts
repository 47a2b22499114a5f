/** The one look of all figures. */
import type { FigureValue, Layout } from "./figure.js";
import { GRID, INK, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";

const FONT = "Open Sans, Arial, sans-serif";

/** What every figure function takes besides its rows. */
export interface FigureOptions {
  /** Says what is to be seen; any text. */
  readonly title?: string;
  /** Number of seeds, what an interval means …; any text. */
  readonly subtitle?: string;
  /** Names the data, and says so where they are simulated; stands first in the subtitle. */
  readonly dataset?: string;
}

export interface FrameOptions extends Omit<FigureOptions, "dataset"> {
  /** The plot area in pixels, without axes and titles. */
  readonly plot: { readonly width: number; readonly height: number };
  /** Room around it for axes and labels. */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  /** Room between the title and the plot area: for a legend, headings … Default 8. */
  readonly above?: number;
}

/** The subtitle: the data, then what the caller says or, without that, what the figure says of itself. */
export function subtitleOf({ dataset, subtitle }: FigureOptions, ownSubtitle = ""): string {
  return [dataset, subtitle ?? ownSubtitle].filter(Boolean).join(" · ");
}

/** Pixels; a character's width is a generous average of the font's. */
const TITLE = {
  left: 12,
  top: 12,
  firstLine: 22,
  nextLine: 19.5,
  gap: 6,
  size: 15,
  characterWidth: 8.8,
} as const;
const SUBTITLE = { size: 12, characterWidth: 6.6 } as const;

/** The layout that all figures share: size, fonts, title. Long titles are wrapped. */
export function frame({ plot, margin, above = 8, title = "", subtitle = "" }: FrameOptions): Layout {
  const width = margin.left + plot.width + margin.right;
  const room = width - 2 * TITLE.left;
  const lines = [
    ...wrap(title, room / TITLE.characterWidth).map((line) => `<b>${plainText(line)}</b>`),
    ...wrap(subtitle, room / SUBTITLE.characterWidth).map(
      (line) => `<span style="font-size:${SUBTITLE.size}px;color:${MUTED}">${plainText(line)}</span>`,
    ),
  ];
  const titleHeight =
    TITLE.top + (lines.length > 0 ? TITLE.firstLine + (lines.length - 1) * TITLE.nextLine + TITLE.gap : 0);
  const height = Math.round(titleHeight + above + plot.height + margin.bottom);
  return {
    width,
    height,
    margin: { l: margin.left, r: margin.right, t: titleHeight + above, b: margin.bottom, pad: 0 },
    title: {
      text: lines.join("<br>"),
      font: { size: TITLE.size, color: INK },
      x: TITLE.left / width,
      xanchor: "left",
      // Plotly puts the top of a single line there, but the baseline of the first of several.
      y: 1 - (TITLE.top + (lines.length > 1 ? 0.8 * TITLE.size : 0)) / height,
      yref: "container",
      yanchor: "top",
    },
    font: { family: FONT, size: 12, color: INK },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    hoverlabel: { font: { family: FONT } },
  };
}

/** Breaks a text between words into lines of at most so many characters; a longer word stays whole. */
function wrap(text: string, lineLength: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= lineLength)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Pixels: one row of a legend, air around it, and the sample beside each name. */
const LEGEND = { row: 19, air: 15, sample: 46, characterWidth: 6.2 } as const;

/** Height of a one-row legend that {@link legendAbove} puts over the plot area, for {@link FrameOptions.above}. */
export const LEGEND_HEIGHT = LEGEND.air + LEGEND.row;

/** Height of a legend whose names may need several rows; Plotly gives each name the width of the longest. */
export function legendHeight(names: readonly string[], widthPx: number): number {
  const longest = Math.max(...names.map((name) => name.length));
  const perRow = Math.max(1, Math.floor(widthPx / (LEGEND.sample + LEGEND.characterWidth * longest)));
  return LEGEND.air + Math.ceil(names.length / perRow) * LEGEND.row;
}

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
