/** Estimates with their intervals, one family a row and one measure a panel: which PPM predicts best, and by how much. */
import { intervalBars, nameAxis } from "./estimates.js";
import { facetAxes, facetGrid, gridFrame, HEADING_HEIGHT } from "./facets.js";
import type { Figure, FigureValue, Trace } from "./figure.js";
import { CATEGORY_COLORS, INK, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";
import {
  axis,
  type FigureOptions,
  frame,
  LEGEND_HEIGHT,
  legendAbove,
  paddedRange,
  subtitleOf,
} from "./style.js";

/** One family's estimate of one measure. */
export interface FamilyEstimateRow {
  /** The measure: heading of the panel. */
  readonly panel: string;
  readonly family: string;
  readonly value: number;
  /** Interval, in the same unit; NaN draws none. */
  readonly low: number;
  readonly high: number;
  /** A published value to compare with; drawn as a diamond. */
  readonly reference?: number;
}

export interface FamilyEstimatesOptions extends FigureOptions {
  /** What the diamonds are; needed where rows have a reference. */
  readonly referenceName?: string;
  /** A line at 0, for differences. */
  readonly zeroLine?: boolean;
  /** Plotly's format of the values; default `~g`. */
  readonly tickFormat?: string;
}

const ROW_PX = 30;
const NAME_LENGTH = 40;

/** Families from top to bottom and panels from left to right, in order of first appearance. */
export function familyEstimates(
  rows: readonly FamilyEstimateRow[],
  options: FamilyEstimatesOptions = {},
): Figure {
  const families = [...new Set(rows.map(({ family }) => family))];
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const panelHeight = Math.max(2, families.length) * ROW_PX;
  const grid = facetGrid(panels, { panelWidth: panels.length === 1 ? 460 : 330, panelHeight });
  const longest = Math.max(6, ...families.map((family) => Math.min(NAME_LENGTH, family.length)));
  const references = rows.some(({ reference }) => isShown(reference));
  const framed = gridFrame(grid, references ? LEGEND_HEIGHT : 8);
  return {
    data: panels.flatMap((panel, i) =>
      panelTraces(
        rows.filter((row) => row.panel === panel),
        families,
        grid.axisSuffix(i),
        { referenceName: options.referenceName ?? "published", first: i === 0 },
      ),
    ),
    layout: {
      ...frame({
        ...framed,
        margin: { ...framed.margin, left: Math.round(24 + 6.9 * longest) },
        title: options.title ?? "How well each family predicts",
        subtitle: subtitleOf(options, "bars: 95% intervals"),
      }),
      showlegend: references,
      legend: legendAbove(grid.plot.height, panels.length > 1 ? HEADING_HEIGHT : 6),
      ...facetAxes(grid, {
        x: (panel) =>
          axis(
            panels.length > 1 ? "" : panel,
            valueAxis(
              rows.filter((row) => row.panel === panel),
              options,
            ),
          ),
        y: (panel) => nameAxis(families, panel === panels[0], NAME_LENGTH),
      }),
    },
  };
}

function isShown(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

function valueAxis(
  rows: readonly FamilyEstimateRow[],
  { zeroLine = false, tickFormat = "~g" }: FamilyEstimatesOptions,
): Record<string, FigureValue> {
  const values = rows.flatMap(({ value, low, high, reference = Number.NaN }) => [
    value,
    low,
    high,
    reference,
  ]);
  return {
    range: paddedRange(zeroLine ? [0, ...values] : values),
    tickformat: tickFormat,
    nticks: 6,
    zeroline: zeroLine,
    zerolinecolor: INK,
    zerolinewidth: 1,
  };
}

function panelTraces(
  rows: readonly FamilyEstimateRow[],
  families: readonly string[],
  suffix: string,
  { referenceName, first }: { readonly referenceName: string; readonly first: boolean },
): Trace[] {
  const axes = { xaxis: `x${suffix}`, yaxis: `y${suffix}` };
  const shown = rows.filter(({ value }) => Number.isFinite(value));
  const compared = rows.filter(({ reference }) => isShown(reference));
  const estimates: Trace = {
    type: "scatter",
    mode: "markers",
    name: "here",
    showlegend: first,
    legendgroup: "here",
    ...axes,
    x: shown.map(({ value }) => value),
    y: shown.map(({ family }) => families.indexOf(family)),
    error_x: {
      ...intervalBars(shown),
      thickness: 1.6,
      width: 4,
    },
    marker: { color: CATEGORY_COLORS[0], size: 9 },
    hovertemplate: "%{x:.4g}",
  };
  if (compared.length === 0) return [estimates];
  return [
    estimates,
    {
      type: "scatter",
      mode: "markers",
      name: plainText(referenceName),
      showlegend: first,
      legendgroup: "reference",
      ...axes,
      x: compared.map(({ reference }) => reference!),
      y: compared.map(({ family }) => families.indexOf(family)),
      marker: { symbol: "diamond-open", color: MUTED, size: 10, line: { width: 1.6 } },
      hovertemplate: "%{x:.4g}",
    },
  ];
}
