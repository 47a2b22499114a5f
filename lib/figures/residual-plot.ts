/** Residuals (actual less predicted score) against what they might depend on: is the PPM wrong in a pattern? */
import { facetAxes, facetGrid, gridFrame } from "./facets.js";
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS, INK } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, paddedRange, subtitleOf } from "./style.js";

/** One candidate's residual at one value of what the panel shows. */
export interface ResidualRow {
  /** What stands on the panel's horizontal axis, e.g. `Predicted score`. */
  readonly panel: string;
  readonly candidateId: string;
  /** A fraction: a score or a share. */
  readonly at: number;
  /** Actual less predicted score, a fraction. */
  readonly residual: number;
}

/** The mean residual of the candidates around a value. */
export interface ResidualTrendRow {
  readonly panel: string;
  readonly at: number;
  readonly mean: number;
  /** Interval of the mean, same unit; NaN draws none. */
  readonly low: number;
  readonly high: number;
}

/** One panel a horizontal axis, in order of first appearance; the trend is drawn over the dots. */
export function residualPlot(
  rows: readonly ResidualRow[],
  trend: readonly ResidualTrendRow[],
  options: FigureOptions = {},
): Figure {
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const grid = facetGrid(panels, { panelWidth: 400, panelHeight: 300 });
  const inPoints = (fraction: number): number => 100 * fraction;
  const range = paddedRange(rows.map(({ residual }) => inPoints(residual)));
  return {
    data: panels.flatMap((panel, i) => [
      dots(
        rows.filter((row) => row.panel === panel),
        grid.axisSuffix(i),
      ),
      means(
        trend.filter((row) => row.panel === panel),
        grid.axisSuffix(i),
      ),
    ]),
    layout: {
      ...frame({
        ...gridFrame({ ...grid, panels: [] }, 8),
        title: options.title ?? "What the PPM leaves unexplained",
        subtitle: subtitleOf(options, "orange: means of neighbouring candidates with 95% intervals"),
      }),
      showlegend: false,
      ...facetAxes(grid, {
        x: (panel) =>
          axis(panel, {
            range: paddedRange(rows.filter((row) => row.panel === panel).map(({ at }) => at)),
            tickformat: ".1~%",
            nticks: 7,
          }),
        y: (panel) =>
          axis(panel === panels[0] ? "Actual less predicted, points" : "", {
            range,
            zeroline: true,
            zerolinecolor: INK,
            zerolinewidth: 1,
          }),
      }),
      annotations: [],
    },
  };

  function dots(inside: readonly ResidualRow[], suffix: string): Trace {
    return {
      type: "scatter",
      mode: "markers",
      x: inside.map(({ at }) => at),
      y: inside.map(({ residual }) => inPoints(residual)),
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
      text: inside.map(({ candidateId }) => plainText(candidateId)),
      marker: { color: CATEGORY_COLORS[5], size: 6, line: { color: CATEGORY_COLORS[0], width: 0.6 } },
      hovertemplate: "%{text}: %{y:+.2f} points<extra></extra>",
    };
  }

  function means(inside: readonly ResidualTrendRow[], suffix: string): Trace {
    const gap = (value: number): number | null => (Number.isFinite(value) ? inPoints(value) : null);
    return {
      type: "scatter",
      mode: "lines+markers",
      x: inside.map(({ at }) => at),
      y: inside.map(({ mean }) => inPoints(mean)),
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
      line: { color: CATEGORY_COLORS[1], width: 2.2 },
      marker: { color: CATEGORY_COLORS[1], size: 7 },
      error_y: {
        type: "data",
        symmetric: false,
        array: inside.map(({ mean, high }) => gap(high - mean)),
        arrayminus: inside.map(({ mean, low }) => gap(mean - low)),
        color: CATEGORY_COLORS[1],
        thickness: 1.4,
        width: 4,
      },
      hovertemplate: "mean %{y:+.2f} points<extra></extra>",
    };
  }
}
