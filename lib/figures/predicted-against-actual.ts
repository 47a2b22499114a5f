/** Predicted against actual score, one dot a held-out candidate: how well the PPM ranks what it has not seen. */
import { rootMeanSquareError, spearman } from "../math/index.js";
import type { Figure, Trace } from "./figure.js";
import { MIX_COLORS, MUTED, SEQUENTIAL_SCALE } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, paddedRange, subtitleOf } from "./style.js";

/** One candidate's score and its out-of-fold prediction. */
export interface HeldOutRow {
  readonly candidateId: string;
  /** Share of pairs labelled by humans, in [0, 1]. */
  readonly budgetFraction: number;
  /** Benchmark score, a fraction in [0, 1]. */
  readonly actual: number;
  /** Predicted score, same unit. */
  readonly predicted: number;
  /** The fold that held the candidate out. */
  readonly fold: number;
  /** Interval around the prediction in which the actual score should lie; absent or NaN draws none. */
  readonly low?: number;
  readonly high?: number;
}

export interface PredictedAgainstActualOptions extends FigureOptions {
  /** What is predicted, e.g. `Overall score`. */
  readonly scoreName?: string;
  /** Replaces the pooled Spearman and RMSE of the rows, e.g. by means over folds. */
  readonly fit?: string;
}

/** @param rows at least one; scores as fractions */
export function predictedAgainstActual(
  rows: readonly HeldOutRow[],
  options: PredictedAgainstActualOptions = {},
): Figure {
  const {
    title = "Predicted against actual score",
    subtitle,
    dataset,
    scoreName = "overall score",
  } = options;
  const actual = rows.map((row) => row.actual);
  const predicted = rows.map((row) => row.predicted);
  const ends = rows.flatMap(({ low = Number.NaN, high = Number.NaN }) => [low, high]);
  const range = paddedRange([...actual, ...predicted, ...ends]);
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: range,
        y: range,
        line: { color: MUTED, width: 1, dash: "dash" },
        hoverinfo: "skip",
        showlegend: false,
      },
      ...intervals(rows),
      {
        type: "scatter",
        mode: "markers",
        x: actual,
        y: predicted,
        text: rows.map(({ candidateId, fold }) => `${plainText(candidateId)}, fold ${fold}`),
        hovertemplate: "%{text}<br>actual %{x:.3f}<br>predicted %{y:.3f}<extra></extra>",
        showlegend: false,
        marker: {
          size: 8,
          color: rows.map((row) => row.budgetFraction),
          colorscale: SEQUENTIAL_SCALE,
          cmin: 0,
          cmax: 1,
          line: { color: "#3d5a73", width: 0.7 },
          colorbar: {
            title: { text: "pairs labelled by humans", side: "right" },
            tickformat: ".0%",
            thickness: 12,
            len: 0.8,
            outlinewidth: 0,
          },
        },
      },
    ],
    layout: {
      ...frame({
        plot: { width: 460, height: 440 },
        margin: { left: 72, right: 96, bottom: 56 },
        title,
        subtitle: [subtitleOf({ dataset }, options.fit ?? pooledFit(actual, predicted)), subtitle]
          .filter(Boolean)
          .join(" · "),
      }),
      xaxis: axis(`Actual ${scoreName}`, { range, tickformat: ".1~%", nticks: 7 }),
      yaxis: axis(`Predicted ${scoreName}`, { range, tickformat: ".1~%", nticks: 7 }),
    },
  };
}

/** Vertical bars, those that miss the dashed line in another colour: there the actual score lies outside. */
function intervals(rows: readonly HeldOutRow[]): Trace[] {
  const drawn = rows.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const covers = ({ actual, low, high }: HeldOutRow): boolean => low! <= actual && actual <= high!;
  const bars = (inside: readonly HeldOutRow[], color: string, width: number): Trace => ({
    type: "scatter",
    mode: "lines",
    // A null breaks the line: one bar a candidate.
    x: inside.flatMap(({ actual }) => [actual, actual, null]),
    y: inside.flatMap(({ low, high }) => [low!, high!, null]),
    line: { color, width },
    hoverinfo: "skip",
    showlegend: false,
  });
  if (drawn.length === 0) return [];
  return [
    bars(drawn.filter(covers), "#c9d3dc", 1),
    bars(
      drawn.filter((row) => !covers(row)),
      MIX_COLORS.star,
      1.3,
    ),
  ];
}

function pooledFit(actual: readonly number[], predicted: readonly number[]): string {
  const rho = spearman(actual, predicted);
  const points = (100 * rootMeanSquareError(actual, predicted)).toFixed(2);
  const shownRho = Number.isNaN(rho) ? "undefined" : rho.toFixed(2);
  return `${actual.length} held-out candidates · Spearman ρ ${shownRho} · RMSE ${points} points`;
}
