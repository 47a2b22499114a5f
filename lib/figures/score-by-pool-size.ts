/** Score of the best of n simulated mixes, predicted and actual, by n (the paper's Figure 3). */
import { intervalBars } from "./estimates.js";
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS } from "./palette.js";
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

/** One series at one size of the pool. */
export interface ScoreByPoolSizeRow {
  /** `predicted`, `actual` … */
  readonly series: string;
  /** Simulated mixes that the best was taken of. */
  readonly poolSize: number;
  /** Mean over seeds, a fraction in [0, 1]. */
  readonly value: number;
  /** Interval or spread over seeds, same unit; NaN draws none. */
  readonly low: number;
  readonly high: number;
}

export interface ScoreByPoolSizeOptions extends FigureOptions {
  readonly scoreName?: string;
}

const PLOT = { width: 720, height: 380 } as const;
const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "cross", "x"] as const;
const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "solid"] as const;

/** One line a series over a logarithmic axis. */
export function scoreByPoolSize(
  rows: readonly ScoreByPoolSizeRow[],
  options: ScoreByPoolSizeOptions = {},
): Figure {
  const series = [...new Set(rows.map((row) => row.series))];
  const sizes = [...new Set(rows.map(({ poolSize }) => poolSize))].sort((a, b) => a - b);
  return {
    data: series.map((name, i) => line(name, i, rows)),
    layout: {
      ...frame({
        plot: PLOT,
        margin: { left: 76, right: 36, bottom: 76 },
        above: legendHeight(series, PLOT.width),
        title: options.title ?? "The best of n simulated mixes",
        subtitle: subtitleOf(options, "mean ± sd over seeds"),
      }),
      showlegend: true,
      legend: legendAbove(PLOT.height),
      xaxis: axis("Simulated mixes n", {
        type: "log",
        tickvals: sizes,
        ticktext: sizes.map(shortCount),
        tickangle: sizes.length > 9 ? -45 : 0,
        range: paddedRange(sizes.map(Math.log10), 0.04),
      }),
      yaxis: axis(options.scoreName ?? "Benchmark score", {
        range: paddedRange(rows.flatMap(({ value, low, high }) => [value, low, high])),
        tickformat: ".1~%",
        nticks: 8,
      }),
    },
  };
}

/** `131,072` but `1M`. */
function shortCount(count: number): string {
  return count % 1_000_000 === 0 ? `${count / 1_000_000}M` : count.toLocaleString("en-US");
}

function line(name: string, i: number, rows: readonly ScoreByPoolSizeRow[]): Trace {
  const inside = rows
    .filter(({ series, value }) => series === name && Number.isFinite(value))
    .toSorted((a, b) => a.poolSize - b.poolSize);
  const color = CATEGORY_COLORS[i % CATEGORY_COLORS.length]!;
  return {
    type: "scatter",
    mode: "lines+markers",
    name: plainText(name, 44),
    x: inside.map(({ poolSize }) => poolSize),
    y: inside.map(({ value }) => value),
    line: { color, width: 2, dash: DASHES[i % DASHES.length]! },
    marker: { color, size: 8, symbol: SYMBOLS[i % SYMBOLS.length]! },
    error_y: {
      ...intervalBars(inside),
      color,
      thickness: 1.2,
      width: 4,
    },
    hovertemplate: "best of %{x:,}: %{y:.2%}",
  };
}
