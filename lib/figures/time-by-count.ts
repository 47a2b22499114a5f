/** How long work takes by how much of it there is: both axes logarithmic, so that a straight line is a power law. */
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS, MUTED } from "./palette.js";
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

/** One measurement, or one point of a line to compare with. */
export interface TimeByCountRow {
  readonly series: string;
  /** Mixes, instances …; above 0. */
  readonly count: number;
  /** Above 0. */
  readonly seconds: number;
  /** A line that was computed rather than measured, such as a bound; drawn grey and without dots. */
  readonly isReference?: boolean;
}

export interface TimeByCountOptions extends FigureOptions {
  /** Title of the axis of counts; default `Simulated mixes n`. */
  readonly countName?: string;
}

const PLOT = { width: 620, height: 380 } as const;
const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "cross", "x"] as const;
const DASHES = ["dash", "dot", "dashdot"] as const;

/** @param rows counts and seconds above 0 */
export function timeByCount(rows: readonly TimeByCountRow[], options: TimeByCountOptions = {}): Figure {
  const measured = [...new Set(rows.filter(({ isReference }) => !isReference).map(({ series }) => series))];
  const computed = [...new Set(rows.filter(({ isReference }) => isReference).map(({ series }) => series))];
  const names = [...measured, ...computed];
  return {
    data: [
      ...measured.map((name, i) => trace(name, rows, { measured: true, i })),
      ...computed.map((name, i) => trace(name, rows, { measured: false, i })),
    ],
    layout: {
      ...frame({
        plot: PLOT,
        margin: { left: 84, right: 28, bottom: 56 },
        above: names.length > 1 ? legendHeight(names, PLOT.width) : 8,
        title: options.title ?? "Time by number of simulated mixes",
        subtitle: subtitleOf(options, "both axes logarithmic"),
      }),
      showlegend: names.length > 1,
      legend: legendAbove(PLOT.height),
      xaxis: logAxis(
        options.countName ?? "Simulated mixes n",
        rows.map(({ count }) => count),
        countText,
      ),
      yaxis: logAxis(
        "Time",
        rows.map(({ seconds }) => seconds),
        timeText,
      ),
    },
  };
}

function countText(count: number): string {
  return count >= 1e6 ? `${count / 1e6}M` : count.toLocaleString("en-US");
}

function timeText(seconds: number): string {
  if (seconds >= 1) return `${seconds.toLocaleString("en-US")} s`;
  const digits = (value: number): number => Number(value.toPrecision(3));
  return seconds >= 1e-3 ? `${digits(1e3 * seconds)} ms` : `${digits(1e6 * seconds)} µs`;
}

/** Ticks at the powers of ten, and where these are few, at 2 and 5 times them. */
function logAxis(title: string, values: readonly number[], text: (value: number) => string) {
  const range = paddedRange(values.map(Math.log10), 0.06);
  const ticks = (factors: readonly number[]): number[] => {
    const powers = Array.from(
      { length: Math.max(0, Math.ceil(range[1]) - Math.floor(range[0]) + 1) },
      (_, i) => Math.floor(range[0]) + i,
    );
    return powers
      .flatMap((power) => factors.map((factor) => (power < 0 ? factor / 10 ** -power : factor * 10 ** power)))
      .filter((tick) => Math.log10(tick) >= range[0] && Math.log10(tick) <= range[1]);
  };
  const tens = ticks([1]);
  const tickvals = tens.length >= 3 ? tens : ticks([1, 2, 5]);
  return axis(title, { type: "log", range, tickvals, ticktext: tickvals.map(text) });
}

function trace(
  name: string,
  rows: readonly TimeByCountRow[],
  { measured, i }: { readonly measured: boolean; readonly i: number },
): Trace {
  const inside = rows.filter(({ series }) => series === name).toSorted((a, b) => a.count - b.count);
  const color = measured ? CATEGORY_COLORS[i % CATEGORY_COLORS.length]! : MUTED;
  return {
    type: "scatter",
    mode: measured ? "lines+markers" : "lines",
    name: plainText(name, 44),
    x: inside.map(({ count }) => count),
    y: inside.map(({ seconds }) => seconds),
    line: { color, width: measured ? 2 : 1.5, dash: measured ? "solid" : DASHES[i % DASHES.length]! },
    marker: { color, size: 8, symbol: SYMBOLS[i % SYMBOLS.length]! },
    hovertemplate: "%{x:,}: %{y:.3g} s",
  };
}
