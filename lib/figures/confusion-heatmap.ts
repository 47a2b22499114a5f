/** What is mistaken for what: true values against those an analyzer gave. */
import type { Figure } from "./figure.js";
import { colorAt, INK, isDark, SEQUENTIAL_SCALE } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, note, subtitleOf } from "./style.js";

export interface ConfusionCell {
  readonly truth: string;
  readonly predicted: string;
  readonly count: number;
}

export interface ConfusionOptions extends FigureOptions {
  /** Values in their order; default: as they first appear, true ones first. */
  readonly values?: readonly string[];
}

const CELL_PX = 62;
const LABEL_LENGTH = 24;

/** Rows are true values and add up to 100 % each; the number in a cell is its count. */
export function confusionHeatmap(cells: readonly ConfusionCell[], options: ConfusionOptions = {}): Figure {
  const values = options.values ?? [
    ...new Set([...cells.map(({ truth }) => truth), ...cells.map(({ predicted }) => predicted)]),
  ];
  const counts = values.map((truth) => values.map((predicted) => countOf(cells, truth, predicted)));
  const shares = counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => (total === 0 ? 0 : count / total));
  });
  const size = Math.max(1, values.length) * CELL_PX;
  const longest = Math.min(LABEL_LENGTH, Math.max(4, ...values.map((value) => value.length)));
  const names = values.map((value) => plainText(value, LABEL_LENGTH));
  const side = {
    tickvals: values.map((_, i) => i),
    ticktext: names,
    showgrid: false,
    showline: false,
    ticks: "",
  };
  return {
    data: [
      {
        type: "heatmap",
        z: shares,
        zmin: 0,
        zmax: 1,
        colorscale: SEQUENTIAL_SCALE,
        showscale: false,
        xgap: 2,
        ygap: 2,
        hoverinfo: "skip",
      },
    ],
    layout: {
      ...frame({
        plot: { width: size, height: size },
        margin: { left: 44 + 7 * longest, right: 28, bottom: 48 + Math.round(5.5 * longest) },
        title: options.title ?? "What is mistaken for what",
        subtitle: subtitleOf(options, "prompts; colour: share of the true value's row"),
      }),
      xaxis: axis("Found", { ...side, tickangle: -40, range: [-0.5, values.length - 0.5] }),
      yaxis: axis("True", { ...side, range: [values.length - 0.5, -0.5] }),
      annotations: counts.flatMap((row, y) =>
        row.map((count, x) =>
          note(String(count), {
            x,
            y,
            xref: "x",
            yref: "y",
            font: { size: 13, color: isDark(colorAt(SEQUENTIAL_SCALE, shares[y]![x]!)) ? "#ffffff" : INK },
          }),
        ),
      ),
    },
  };
}

function countOf(cells: readonly ConfusionCell[], truth: string, predicted: string): number {
  return cells
    .filter((cell) => cell.truth === truth && cell.predicted === predicted)
    .reduce((sum, { count }) => sum + count, 0);
}
