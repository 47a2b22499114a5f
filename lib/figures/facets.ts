/** Small multiples: a grid of equal panels, each with its own axes and a heading. */
import type { FigureValue } from "./figure.js";
import { plainText } from "./plain-text.js";
import { type FrameOptions, note } from "./style.js";

export interface FacetGrid {
  readonly panels: readonly string[];
  readonly columns: number;
  readonly rows: number;
  /** Pixels of all panels together with the gaps between them. */
  readonly plot: { readonly width: number; readonly height: number };
  /** `""` for the first panel, then `"2"`, `"3"` …, as Plotly numbers axes. */
  axisSuffix(panel: number): string;
}

const MARGIN = { left: 72, right: 24, bottom: 56 } as const;
/** A panel's heading, in pixels. */
export const HEADING_HEIGHT = 22;
const MOST_COLUMNS = 3;
/** Gaps between panels in pixels: room for tick labels, axis titles and headings. */
const GAP = { x: 72, y: 84 } as const;

/** @param size of one panel's plot area in pixels */
export function facetGrid(
  panels: readonly string[],
  { panelWidth, panelHeight }: { readonly panelWidth: number; readonly panelHeight: number },
): FacetGrid {
  const columns = panels.length === 4 ? 2 : Math.min(MOST_COLUMNS, Math.max(1, panels.length));
  const rows = Math.max(1, Math.ceil(panels.length / columns));
  return {
    panels,
    columns,
    rows,
    plot: {
      width: columns * panelWidth + (columns - 1) * GAP.x,
      height: rows * panelHeight + (rows - 1) * GAP.y,
    },
    axisSuffix: (panel) => (panel === 0 ? "" : String(panel + 1)),
  };
}

/** The sizes that the figure's frame needs; `above` is room for what stands over the headings. */
export function gridFrame(grid: FacetGrid, above: number): Pick<FrameOptions, "plot" | "margin" | "above"> {
  const headings = grid.panels.length > 1 ? HEADING_HEIGHT : 0;
  return { plot: grid.plot, margin: MARGIN, above: above + headings };
}

/** The layout's axes and panel headings. One panel has no heading. */
export function facetAxes(
  grid: FacetGrid,
  make: {
    readonly x: (panel: string) => Record<string, FigureValue>;
    readonly y: (panel: string) => Record<string, FigureValue>;
  },
): Record<string, FigureValue> {
  const axes: Record<string, FigureValue> = {};
  grid.panels.forEach((panel, i) => {
    const suffix = grid.axisSuffix(i);
    const [x, y] = domains(grid, i);
    axes[`xaxis${suffix}`] = { ...make.x(panel), domain: x, anchor: `y${suffix}` };
    axes[`yaxis${suffix}`] = { ...make.y(panel), domain: y, anchor: `x${suffix}` };
  });
  const headings = grid.panels.map((panel, i) => {
    const suffix = grid.axisSuffix(i);
    return note(`<b>${plainText(panel, 40)}</b>`, {
      xref: `x${suffix} domain`,
      yref: `y${suffix} domain`,
      x: 0,
      y: 1,
      xanchor: "left",
      yanchor: "bottom",
      yshift: 4,
    });
  });
  return { ...axes, annotations: grid.panels.length > 1 ? headings : [] };
}

function domains(grid: FacetGrid, panel: number): [x: number[], y: number[]] {
  const { plot, columns, rows } = grid;
  const across = spans(plot.width, columns, GAP.x)[panel % columns]!;
  const [bottom, top] = spans(plot.height, rows, GAP.y)[rows - 1 - Math.floor(panel / columns)]!;
  return [across, [bottom!, top!]];
}

/** Equal spans of a length with gaps between them, as fractions of the whole. */
function spans(lengthPx: number, count: number, gapPx: number): number[][] {
  const each = (lengthPx - (count - 1) * gapPx) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = i * (each + gapPx);
    return [Math.max(0, start / lengthPx), Math.min(1, (start + each) / lengthPx)];
  });
}
