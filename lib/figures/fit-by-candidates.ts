/** How well each family predicts, by how many candidates it was fitted to. */
import { intervalBars } from "./estimates.js";
import { facetAxes, facetGrid, gridFrame, HEADING_HEIGHT } from "./facets.js";
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";
import {
  axis,
  type FigureOptions,
  frame,
  legendAbove,
  legendHeight,
  paddedRange,
  subtitleOf,
} from "./style.js";

/** One family at one size. */
export interface FitByCandidatesRow {
  /** The measure: heading of the panel. */
  readonly panel: string;
  readonly family: string;
  /** Candidates that it was fitted to. */
  readonly candidateCount: number;
  readonly value: number;
  /** Interval or spread, in the same unit; NaN draws none. */
  readonly low: number;
  readonly high: number;
}

export interface FitByCandidatesOptions extends FigureOptions {
  /** Title of the axis of sizes; default `Candidates fitted to`. */
  readonly sizeName?: string;
}

const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "triangle-down", "cross"] as const;
const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "solid"] as const;
/** Shift of a family beside the size it belongs to, as a share of the range of sizes. */
const SHIFT = 0.011;

/** One panel a measure; families in order of first appearance. */
export function fitByCandidates(
  rows: readonly FitByCandidatesRow[],
  options: FitByCandidatesOptions = {},
): Figure {
  const families = [...new Set(rows.map(({ family }) => family))];
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const sizes = [...new Set(rows.map(({ candidateCount }) => candidateCount))].sort((a, b) => a - b);
  const grid = facetGrid(panels, { panelWidth: panels.length === 1 ? 620 : 400, panelHeight: 300 });
  return {
    data: panels.flatMap((panel, p) =>
      families.flatMap((family, f) =>
        curve(
          rows.filter((row) => row.panel === panel && row.family === family),
          { family: f, familyCount: families.length, span: sizes.at(-1)! - sizes[0]! },
          { suffix: grid.axisSuffix(p), showlegend: panel === firstPanelOf(rows, family) },
        ),
      ),
    ),
    layout: {
      ...frame({
        ...gridFrame(grid, legendHeight(families, grid.plot.width)),
        title: options.title ?? "What more candidates would bring",
        subtitle: subtitleOf(options, "bars: 95% intervals"),
      }),
      legend: legendAbove(grid.plot.height, panels.length > 1 ? HEADING_HEIGHT : 6),
      ...facetAxes(grid, {
        x: () =>
          axis(options.sizeName ?? "Candidates fitted to", {
            tickvals: sizes,
            range: paddedRange(sizes),
          }),
        y: (panel) =>
          axis(panels.length > 1 ? "" : panel, {
            range: paddedRange(
              rows.filter((row) => row.panel === panel).flatMap(({ value, low, high }) => [value, low, high]),
            ),
            nticks: 7,
            zeroline: true,
            zerolinecolor: MUTED,
          }),
      }),
    },
  };
}

/** The first panel that has something to show of a family carries the legend's entry. */
function firstPanelOf(rows: readonly FitByCandidatesRow[], family: string): string | undefined {
  return rows.find((row) => row.family === family && Number.isFinite(row.value))?.panel;
}

function curve(
  rows: readonly FitByCandidatesRow[],
  place: { readonly family: number; readonly familyCount: number; readonly span: number },
  { suffix, showlegend }: { readonly suffix: string; readonly showlegend: boolean },
): Trace[] {
  const shown = rows
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => a.candidateCount - b.candidateCount);
  if (shown.length === 0) return [];
  const color = CATEGORY_COLORS[place.family % CATEGORY_COLORS.length]!;
  const shift = SHIFT * place.span * (place.family - (place.familyCount - 1) / 2);
  return [
    {
      type: "scatter",
      mode: "lines+markers",
      name: plainText(shown[0]!.family, 40),
      legendgroup: String(place.family),
      showlegend,
      x: shown.map(({ candidateCount }) => candidateCount + shift),
      y: shown.map(({ value }) => value),
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
      line: { color, width: 2, dash: DASHES[place.family % DASHES.length]! },
      marker: { color, size: 8, symbol: SYMBOLS[place.family % SYMBOLS.length]! },
      error_y: {
        ...intervalBars(shown),
        color,
        thickness: 1.1,
        width: 3,
      },
      hovertemplate: "%{x:.0f} candidates: %{y:.3g}",
    },
  ];
}
