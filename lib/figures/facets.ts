/** Small multiples: a grid of equal panels, each with its own axes and a heading. */
import type { FigureValue } from "./figure.js";
import { plainText } from "./plain-text.js";
import { note } from "./style.js";

export interface FacetGrid {
  readonly panels: readonly string[];
  readonly columns: number;
  readonly rows: number;
  /** Pixels of the whole figure. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  /** `""` for the first panel, then `"2"`, `"3"` …, as Plotly numbers axes. */
  axisSuffix(panel: number): string;
}

const MARGIN = { l: 72, r: 24, t: 108, b: 56 } as const;
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
    width: MARGIN.l + MARGIN.r + columns * panelWidth + (columns - 1) * GAP.x,
    height: MARGIN.t + MARGIN.b + rows * panelHeight + (rows - 1) * GAP.y,
    margin: MARGIN,
    axisSuffix: (panel) => (panel === 0 ? "" : String(panel + 1)),
  };
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
  const { width, height, margin, columns, rows } = grid;
  const across = spans(width - margin.l - margin.r, columns, GAP.x)[panel % columns]!;
  const [bottom, top] = spans(height - margin.t - margin.b, rows, GAP.y)[
    rows - 1 - Math.floor(panel / columns)
  ]!;
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
