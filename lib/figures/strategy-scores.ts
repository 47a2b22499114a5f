/** What was predicted for each strategy's mix, and what its reward models then scored: who exploits the PPM's errors? */
import { intervalBars, nameAxis } from "./estimates.js";
import { facetAxes, facetGrid, gridFrame, HEADING_HEIGHT } from "./facets.js";
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS, MIX_COLORS } from "./palette.js";
import {
  axis,
  type FigureOptions,
  frame,
  LEGEND_HEIGHT,
  legendAbove,
  paddedRange,
  subtitleOf,
} from "./style.js";

/** One strategy at one budget. */
export interface StrategyScoreRow {
  /** The budget: heading of the panel. */
  readonly panel: string;
  readonly strategy: string;
  /** Scores, fractions in [0, 1]; NaN for a mix without prediction. */
  readonly predicted: number;
  readonly actual: number;
  /** Interval of the actual score; NaN draws none. */
  readonly low: number;
  readonly high: number;
}

export interface StrategyScoresOptions extends FigureOptions {
  /** Title of the score axis. */
  readonly scoreName?: string;
}

const ROW_PX = 26;
const NAME_LENGTH = 34;

/** A diamond for the prediction, a dot with its interval for the truth, a line between them; one row a strategy. */
export function strategyScores(
  rows: readonly StrategyScoreRow[],
  options: StrategyScoresOptions = {},
): Figure {
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const panelHeight = Math.max(2, strategies.length) * ROW_PX;
  const grid = facetGrid(panels, { panelWidth: panels.length === 1 ? 520 : 290, panelHeight });
  const longest = Math.max(6, ...strategies.map((strategy) => Math.min(NAME_LENGTH, strategy.length)));
  const framed = gridFrame(grid, LEGEND_HEIGHT);
  // One range for all panels: budgets are there to be compared.
  const range = paddedRange(
    rows.flatMap(({ predicted, actual, low, high }) => [predicted, actual, low, high]),
  );
  return {
    data: panels.flatMap((panel, i) =>
      panelTraces(
        rows.filter((row) => row.panel === panel),
        strategies,
        { suffix: grid.axisSuffix(i), showlegend: i === 0 },
      ),
    ),
    layout: {
      ...frame({
        ...framed,
        margin: { ...framed.margin, left: Math.round(24 + 6.9 * longest) },
        title: options.title ?? "Predicted and actual score by strategy",
        subtitle: subtitleOf(options, "bars: 95% intervals of the actual score"),
      }),
      legend: legendAbove(grid.plot.height, panels.length > 1 ? HEADING_HEIGHT : 6),
      ...facetAxes(grid, {
        x: () => axis(options.scoreName ?? "Benchmark score", { range, tickformat: ".1~%", nticks: 6 }),
        y: (panel) => nameAxis(strategies, grid.panels.indexOf(panel) % grid.columns === 0, NAME_LENGTH),
      }),
    },
  };
}

function panelTraces(
  rows: readonly StrategyScoreRow[],
  strategies: readonly string[],
  { suffix, showlegend }: { readonly suffix: string; readonly showlegend: boolean },
): Trace[] {
  const axes = { xaxis: `x${suffix}`, yaxis: `y${suffix}` };
  const place = ({ strategy }: StrategyScoreRow): number => strategies.indexOf(strategy);
  const both = rows.filter(({ predicted, actual }) => Number.isFinite(predicted) && Number.isFinite(actual));
  const predicted = rows.filter((row) => Number.isFinite(row.predicted));
  const actual = rows.filter((row) => Number.isFinite(row.actual));
  return [
    {
      type: "scatter",
      mode: "lines",
      ...axes,
      // A null breaks the line: one piece a row.
      x: both.flatMap((row) => [row.predicted, row.actual, null]),
      y: both.flatMap((row) => [place(row), place(row), null]),
      line: { color: MIX_COLORS.random, width: 2 },
      hoverinfo: "skip",
      showlegend: false,
    },
    {
      type: "scatter",
      mode: "markers",
      name: "actual, mean over training runs",
      legendgroup: "actual",
      showlegend,
      ...axes,
      x: actual.map((row) => row.actual),
      y: actual.map(place),
      error_x: {
        ...intervalBars(actual.map((row) => ({ ...row, value: row.actual }))),
        color: CATEGORY_COLORS[0],
        thickness: 1.5,
        width: 4,
      },
      marker: { color: CATEGORY_COLORS[0], size: 9 },
      hovertemplate: "actual %{x:.2%}<extra></extra>",
    },
    {
      type: "scatter",
      mode: "markers",
      name: "predicted",
      legendgroup: "predicted",
      showlegend,
      ...axes,
      x: predicted.map((row) => row.predicted),
      y: predicted.map(place),
      marker: { symbol: "diamond-open", color: CATEGORY_COLORS[1], size: 10, line: { width: 2 } },
      hovertemplate: "predicted %{x:.2%}<extra></extra>",
    },
  ];
}
