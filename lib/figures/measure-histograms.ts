/** Histograms of the textual measures, with the edges between their bins. */
import { facetAxes, facetGrid, gridFrame } from "./facets.js";
import type { Figure, FigureValue, Trace } from "./figure.js";
import { CATEGORY_COLORS, MUTED } from "./palette.js";
import { axis, type FigureOptions, frame, subtitleOf } from "./style.js";
import { measureName } from "./tag-label.js";

/** One bar of one measure's histogram. */
export interface HistogramBar {
  readonly measure: string;
  readonly from: number;
  readonly to: number;
  /** Pairs in [from, to). */
  readonly count: number;
}

/** Where the three bins of a measure meet; NaN for an edge that no value reaches. */
export interface HistogramEdges {
  readonly measure: string;
  readonly edges: readonly [number, number];
}

const PANEL = { panelWidth: 250, panelHeight: 130 } as const;
const LENGTH_TICKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 1_000_000];

/**
 * One panel a measure. Similarities lie between 0 and 1; lengths (any bar beyond 1) stand on a logarithmic axis. Each of
 * the three bins has its own shade.
 */
export function measureHistograms(
  bars: readonly HistogramBar[],
  edges: readonly HistogramEdges[],
  options: FigureOptions = {},
): Figure {
  const measures = [...new Set(bars.map(({ measure }) => measure))];
  const grid = facetGrid(measures.map(measureName), PANEL);
  const panels = measures.map((measure, i) => {
    const own = bars.filter((bar) => bar.measure === measure);
    const [low, high] = edges.find((one) => one.measure === measure)?.edges ?? [Number.NaN, Number.NaN];
    return panel(own, [low, high], grid.axisSuffix(i));
  });
  const axes = facetAxes(grid, {
    x: (name) => panels[grid.panels.indexOf(name)]!.axis,
    y: () => axis("", { rangemode: "tozero", nticks: 4 }),
  });
  return {
    data: panels.flatMap(({ traces }) => traces),
    layout: {
      ...frame({
        ...gridFrame(grid, 6),
        title: options.title ?? "How the textual measures are distributed",
        subtitle: subtitleOf(options, "pairs by value; dotted: edges of the three bins"),
      }),
      ...axes,
      shapes: panels.flatMap(({ shapes }) => shapes),
      bargap: 0,
      showlegend: false,
    },
  };
}

interface Panel {
  readonly traces: readonly Trace[];
  readonly axis: Record<string, FigureValue>;
  readonly shapes: readonly Record<string, FigureValue>[];
}

function panel(bars: readonly HistogramBar[], edges: readonly [number, number], suffix: string): Panel {
  const isLength = bars.some(({ to }) => to > 1);
  const place = (value: number): number => (isLength ? Math.log10(1 + value) : value);
  const most = bars.at(-1)?.to ?? 1;
  const shown = edges.filter(Number.isFinite);
  return {
    traces: [
      {
        type: "bar",
        xaxis: `x${suffix}`,
        yaxis: `y${suffix}`,
        x: bars.map(({ from, to }) => (place(from) + place(to)) / 2),
        width: bars.map(({ from, to }) => place(to) - place(from)),
        y: bars.map(({ count }) => count),
        marker: {
          color: bars.map(
            ({ from, to }) => CATEGORY_COLORS[shown.filter((edge) => (from + to) / 2 >= edge).length]!,
          ),
          line: { color: "#ffffff", width: 0.5 },
        },
        text: bars.map(({ from, to }) => `${from} to ${to}`),
        textposition: "none",
        hovertemplate: "%{text}: %{y} pairs<extra></extra>",
      },
    ],
    axis: isLength
      ? axis("LLaMA tokens", { range: [0, place(most)], ...ticks(place, most), showgrid: false })
      : axis("", { range: [0, 1], tickvals: [0, 0.33, 0.67, 1], showgrid: false }),
    shapes: shown.map((edge) => ({
      type: "line",
      xref: `x${suffix}`,
      yref: `y${suffix} domain`,
      x0: place(edge),
      x1: place(edge),
      y0: 0,
      y1: 1,
      line: { color: MUTED, width: 1.2, dash: "dot" },
    })),
  };
}

function ticks(place: (value: number) => number, most: number): Record<string, FigureValue> {
  const values = LENGTH_TICKS.filter((tick) => tick <= most);
  return { tickvals: values.map(place), ticktext: values.map((tick) => tick.toLocaleString("en-US")) };
}
