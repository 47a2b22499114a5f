/** Score against the share of human labels: routed hybrids beside random ones (the paper's Figure 4). */
import { facetAxes, facetGrid, gridFrame, HEADING_HEIGHT } from "./facets.js";
import type { Figure, Trace } from "./figure.js";
import { MIX_COLORS } from "./palette.js";
import {
  axis,
  type FigureOptions,
  frame,
  LEGEND_HEIGHT,
  legendAbove,
  paddedRange,
  subtitleOf,
} from "./style.js";

/** How a mix was chosen. */
export type BudgetMix = "random" | "routed" | "all-human" | "all-lm" | "best-hybrid";

/** A mix's score over training runs. */
export interface BudgetScoreRow {
  /** The facet: a data set or a section. */
  readonly panel: string;
  readonly mix: BudgetMix;
  /** Share of pairs labelled by humans, in [0, 1]; 1 for `all-human`, 0 for `all-lm`. */
  readonly budgetFraction: number;
  /** Mean benchmark score, a fraction in [0, 1]. */
  readonly meanScore: number;
  /** Standard deviation over runs, same unit; NaN or 0 draws no error bar. */
  readonly sdScore: number;
}

interface MixStyle {
  readonly name: string;
  readonly color: string;
  readonly symbol: string;
  readonly size: number;
  readonly line: boolean;
}

const STYLES: Readonly<Record<BudgetMix, MixStyle>> = {
  "all-lm": { name: "100% LM", color: MIX_COLORS.lm, symbol: "line-ew-open", size: 18, line: false },
  random: { name: "Random hybrid", color: MIX_COLORS.random, symbol: "square", size: 7, line: true },
  routed: { name: "Routed hybrid (HyPER)", color: MIX_COLORS.routed, symbol: "circle", size: 8, line: true },
  "all-human": { name: "100% human", color: MIX_COLORS.human, symbol: "line-ew-open", size: 18, line: false },
  "best-hybrid": {
    name: "Best hybrid, open budget",
    color: MIX_COLORS.star,
    symbol: "star",
    size: 15,
    line: false,
  },
};

export interface ScoreByBudgetOptions extends FigureOptions {
  /** Title of the score axis. */
  readonly scoreName?: string;
}

/** One facet a `panel`, in order of first appearance; error bars are ± 1 sd over training runs. */
export function scoreByBudget(rows: readonly BudgetScoreRow[], options: ScoreByBudgetOptions = {}): Figure {
  const { title = "Hybrid against random at equal budgets", scoreName = "Benchmark score" } = options;
  const panels = [...new Set(rows.map((row) => row.panel))];
  const grid = facetGrid(panels, {
    panelWidth: panels.length === 1 ? 720 : 360,
    panelHeight: panels.length === 1 ? 360 : 260,
  });
  const data = panels.flatMap((panel, i) => {
    const inside = rows.filter((row) => row.panel === panel);
    return (Object.keys(STYLES) as BudgetMix[]).flatMap((mix) =>
      traceOf(
        mix,
        inside.filter((row) => row.mix === mix),
        grid.axisSuffix(i),
        mix === firstMixOf(rows, mix, panel),
      ),
    );
  });
  return {
    data,
    layout: {
      ...frame({
        ...gridFrame(grid, LEGEND_HEIGHT),
        title,
        // A single panel has no heading: what it shows is said here.
        subtitle: subtitleOf(
          { dataset: panels.length === 1 ? panels[0] : undefined, ...options },
          "mean ± sd over training runs",
        ),
      }),
      legend: legendAbove(grid.plot.height, panels.length > 1 ? HEADING_HEIGHT : 6),
      ...facetAxes(grid, {
        x: () =>
          axis("Pairs labelled by humans", {
            range: [-0.06, 1.06],
            tickvals: [0, 0.25, 0.5, 0.75, 1],
            tickformat: ".0%",
          }),
        y: (panel) =>
          axis(scoreName, { range: paddedRange(extent(rows, panel)), tickformat: ".1~%", nticks: 6 }),
      }),
    },
  };
}

/** The mix itself if this panel is the first that has it (it then carries the legend's entry). */
function firstMixOf(rows: readonly BudgetScoreRow[], mix: BudgetMix, panel: string): BudgetMix | undefined {
  return rows.find((row) => row.mix === mix)?.panel === panel ? mix : undefined;
}

function extent(rows: readonly BudgetScoreRow[], panel: string): number[] {
  return rows
    .filter((row) => row.panel === panel)
    .flatMap(({ meanScore, sdScore }) => [meanScore - (sdScore || 0), meanScore + (sdScore || 0)]);
}

function traceOf(
  mix: BudgetMix,
  rows: readonly BudgetScoreRow[],
  axisSuffix: string,
  showlegend: boolean,
): Trace[] {
  if (rows.length === 0) return [];
  const { name, color, symbol, size, line } = STYLES[mix];
  const sorted = rows.toSorted((a, b) => a.budgetFraction - b.budgetFraction);
  return [
    {
      type: "scatter",
      mode: line ? "lines+markers" : "markers",
      name,
      legendgroup: mix,
      showlegend,
      x: sorted.map((row) => row.budgetFraction),
      y: sorted.map((row) => row.meanScore),
      xaxis: `x${axisSuffix}`,
      yaxis: `y${axisSuffix}`,
      line: { color, width: 2 },
      marker: { symbol, size, color, line: { color: line ? "#ffffff" : color, width: line ? 0.8 : 2.5 } },
      error_y: {
        type: "data",
        array: sorted.map((row) => (Number.isFinite(row.sdScore) ? row.sdScore : 0)),
        color,
        thickness: 1.2,
        width: 4,
      },
      hovertemplate: `%{x:.1%} human: %{y:.1%}<extra>${name}</extra>`,
    },
  ];
}
