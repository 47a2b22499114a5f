/** Rates with their intervals, one a row: who passes a test, which method is right how often. */
import type { Figure, FigureValue, Trace } from "./figure.js";
import { CATEGORY_COLORS, MUTED } from "./palette.js";
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

export interface RateRow {
  readonly name: string;
  /** In [0, 1]. */
  readonly rate: number;
  /** Interval; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** Rows of one group share a colour and an entry of the legend; absent for a single group. */
  readonly group?: string;
  /** A published or true value to compare with; drawn as a diamond. */
  readonly reference?: number;
}

export interface RatesOptions extends FigureOptions {
  /** What the rate is, for the axis. */
  readonly rateName: string;
  /** What the diamonds are; needed where rows have a reference. */
  readonly referenceName?: string;
  /** One value that all rows are held against, such as the rate over everything; drawn as a line. */
  readonly line?: number;
}

const ROW_PX = 24;

/** Dots with intervals, from top to bottom in the order of the rows; a name that comes again shares its row. */
export function rates(rows: readonly RateRow[], options: RatesOptions): Figure {
  const names = [...new Set(rows.map(({ name }) => name))];
  const groups = [...new Set(rows.map(({ group = "" }) => group))];
  const references = rows.filter(({ reference }) => reference !== undefined);
  const legend = groups.length > 1 || references.length > 0;
  const plotHeight = Math.max(1, names.length) * ROW_PX + 12;
  const longest = Math.max(8, ...names.map((name) => Math.min(56, name.length)));
  return {
    data: [
      ...groups.map((group, i) => dots(rows, group, i, groups.length, names, legend)),
      ...(references.length > 0 ? [diamonds(references, names, options.referenceName ?? "reference")] : []),
    ],
    layout: {
      ...frame({
        plot: { width: 460, height: plotHeight },
        margin: { left: Math.round(24 + 6.8 * longest), right: 28, bottom: 52 },
        above: legend ? LEGEND_HEIGHT : 10,
        title: options.title ?? options.rateName,
        subtitle: subtitleOf(options, "bars: 95% intervals"),
      }),
      legend: legendAbove(plotHeight),
      showlegend: legend,
      xaxis: axis(options.rateName, {
        range: paddedRange(
          rows.flatMap(({ rate, low, high, reference = Number.NaN }) => [rate, low, high, reference]),
        ),
        tickformat: ".0%",
      }),
      yaxis: axis("", {
        range: [names.length - 0.4, -0.6],
        tickvals: names.map((_, i) => i),
        ticktext: names.map((name) => plainText(name, 56)),
        ticks: "",
      }),
      shapes: options.line === undefined ? [] : [verticalLine(options.line)],
    },
  };
}

function verticalLine(x: number): Record<string, FigureValue> {
  const line = { color: MUTED, width: 1.2, dash: "dash" };
  return { type: "line", xref: "x", yref: "paper", x0: x, x1: x, y0: 0, y1: 1, line };
}

/** Vertical shift of a group within its row, so that intervals do not cover each other. */
function shift(group: number, groupCount: number): number {
  return groupCount === 1 ? 0 : ((group - (groupCount - 1) / 2) / groupCount) * 0.55;
}

function dots(
  rows: readonly RateRow[],
  group: string,
  index: number,
  groupCount: number,
  names: readonly string[],
  legend: boolean,
): Trace {
  const inside = rows.filter((row) => (row.group ?? "") === group && Number.isFinite(row.rate));
  const gap = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    type: "scatter",
    mode: "markers",
    name: plainText(group === "" ? "observed" : group),
    showlegend: legend,
    x: inside.map(({ rate }) => rate),
    y: inside.map(({ name }) => names.indexOf(name) + shift(index, groupCount)),
    error_x: {
      type: "data",
      symmetric: false,
      array: inside.map(({ rate, high }) => gap(high - rate)),
      arrayminus: inside.map(({ rate, low }) => gap(rate - low)),
      thickness: 1.5,
      width: 3,
    },
    marker: { color: CATEGORY_COLORS[index % CATEGORY_COLORS.length]!, size: 8 },
    hovertemplate: "%{x:.1%}",
  };
}

function diamonds(rows: readonly RateRow[], names: readonly string[], name: string): Trace {
  return {
    type: "scatter",
    mode: "markers",
    name: plainText(name),
    x: rows.map(({ reference }) => reference!),
    y: rows.map((row) => names.indexOf(row.name)),
    marker: { symbol: "diamond-open", color: MUTED, size: 9, line: { width: 1.5 } },
    hovertemplate: "%{x:.1%}",
  };
}
