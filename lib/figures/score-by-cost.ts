/** Predicted score against what the labels cost, with the knee where more money starts to buy little. */
import type { Figure, FigureValue, Trace } from "./figure.js";
import { CATEGORY_COLORS, INK, MUTED } from "./palette.js";
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

/** The best mix found under one limit. */
export interface ScoreByCostRow {
  /** Strategy or price list; one line each. */
  readonly series: string;
  /** Money for all labels together, in `currency`. */
  readonly cost: number;
  /** Share of the pairs that humans label, in [0, 1]; for the hover text. */
  readonly humanShare: number;
  /** Predicted score, a fraction in [0, 1]. */
  readonly predicted: number;
  /** Whether it is the series' knee; none or one a series. */
  readonly isKnee?: boolean;
}

export interface ScoreByCostOptions extends FigureOptions {
  /** Before the axis' numbers; default `$`. */
  readonly currency?: string;
  readonly scoreName?: string;
}

const PLOT = { width: 720, height: 360 } as const;
const DASHES = ["solid", "dash", "dot", "dashdot"] as const;

/** One line a series; a star with dashed guides marks each knee. */
export function scoreByCost(rows: readonly ScoreByCostRow[], options: ScoreByCostOptions = {}): Figure {
  const series = [...new Set(rows.map((row) => row.series))];
  const currency = options.currency ?? "$";
  const range = paddedRange(rows.map(({ predicted }) => predicted));
  const costs = paddedRange(
    rows.map(({ cost }) => cost),
    0.04,
  );
  const knees = rows.filter(({ isKnee }) => isKnee === true);
  const names = [...series, ...(knees.length > 0 ? ["knee"] : [])];
  return {
    data: [
      ...series.map((name, i) => line(name, i, rows, currency)),
      ...(knees.length > 0 ? [stars(knees)] : []),
    ],
    layout: {
      ...frame({
        plot: PLOT,
        margin: { left: 76, right: 44, bottom: 56 },
        above: legendHeight(names, PLOT.width),
        title: options.title ?? "What money buys",
        subtitle: subtitleOf(options),
      }),
      showlegend: names.length > 1,
      legend: legendAbove(PLOT.height),
      xaxis: axis("Cost of all labels", { range: costs, tickprefix: plainText(currency), tickformat: ",~r" }),
      yaxis: axis(options.scoreName ?? "Predicted score", { range, tickformat: ".2~%", nticks: 7 }),
      shapes: knees.flatMap((knee) => guides(knee, costs[0], range[0])),
    },
  };
}

function line(name: string, i: number, rows: readonly ScoreByCostRow[], currency: string): Trace {
  const inside = rows.filter(({ series }) => series === name).toSorted((a, b) => a.cost - b.cost);
  const color = CATEGORY_COLORS[i % CATEGORY_COLORS.length]!;
  return {
    type: "scatter",
    mode: "lines+markers",
    name: plainText(name, 40),
    x: inside.map(({ cost }) => cost),
    y: inside.map(({ predicted }) => predicted),
    text: inside.map(
      ({ cost, humanShare }) =>
        `${plainText(currency)}${cost.toFixed(0)}, ${(100 * humanShare).toFixed(0)}% labelled by humans`,
    ),
    line: { color, width: 2, dash: DASHES[i % DASHES.length]! },
    marker: { color, size: 6 },
    hovertemplate: "%{text}: %{y:.2%}",
  };
}

function stars(knees: readonly ScoreByCostRow[]): Trace {
  return {
    type: "scatter",
    mode: "markers",
    name: "knee",
    x: knees.map(({ cost }) => cost),
    y: knees.map(({ predicted }) => predicted),
    marker: { symbol: "star", color: INK, size: 16, line: { color: "#ffffff", width: 0.8 } },
    hovertemplate: "knee: %{y:.2%}<extra></extra>",
  };
}

function guides(
  { cost, predicted }: ScoreByCostRow,
  left: number,
  bottom: number,
): Record<string, FigureValue>[] {
  const style = { type: "line", layer: "below", line: { color: MUTED, width: 1, dash: "dot" } } as const;
  return [
    { ...style, x0: cost, x1: cost, y0: bottom, y1: predicted },
    { ...style, x0: left, x1: cost, y0: predicted, y1: predicted },
  ];
}
