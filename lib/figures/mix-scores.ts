/** Scores of a few mixes by benchmark section: dots with intervals, and the length-only baseline as a dashed mark. */
import type { Figure, Trace } from "./figure.js";
import { GRID, INK, mixColor } from "./palette.js";
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

/** A mix's score on one section. */
export interface MixScoreRow {
  readonly mix: string;
  /** `Chat`, `Chat Hard`, `Safety`, `Reasoning`, `Overall` … */
  readonly section: string;
  /** Benchmark score, a fraction in [0, 1]. */
  readonly score: number;
  /** Ends of its interval, same unit; NaN draws none. */
  readonly low: number;
  readonly high: number;
}

/** What a rule without a model scores on a section. */
export interface BaselineRow {
  readonly section: string;
  /** A fraction in [0, 1]. */
  readonly score: number;
}

export interface MixScoresOptions extends FigureOptions {
  /** Drawn as a dashed mark a section. */
  readonly baseline?: readonly BaselineRow[];
  readonly baselineName?: string;
  readonly scoreName?: string;
}

const PLOT_HEIGHT = 320;
const BASELINE_NAME = "Longer response wins";
const NAME_LENGTH = 40;

/** Width of a section's group, in units of the distance between sections. */
const GROUP_WIDTH = 0.66;
/** One more than there are colours, so that no pair of both comes back soon. */
const SYMBOLS = ["circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "x"] as const;

/** Sections and mixes stand in order of first appearance. */
export function mixScores(rows: readonly MixScoreRow[], options: MixScoresOptions = {}): Figure {
  const { title = "Score by mix and section", baseline = [], scoreName = "Benchmark score" } = options;
  const sections = [...new Set(rows.map((row) => row.section))];
  const mixes = [...new Set(rows.map((row) => row.mix))];
  const width = Math.max(560, 150 * sections.length);
  const names = [...mixes, ...(baseline.length > 0 ? [options.baselineName ?? BASELINE_NAME] : [])];
  const ends = rows.flatMap(({ score, low, high }) => [score, low, high]);
  return {
    data: [
      ...mixes.map((mix, i) =>
        mixTrace(
          mix,
          i,
          rows.filter((row) => row.mix === mix),
          (section) =>
            sections.indexOf(section) + (mixes.length > 1 ? GROUP_WIDTH * (i / (mixes.length - 1) - 0.5) : 0),
        ),
      ),
      ...(baseline.length > 0
        ? [baselineTrace(baseline, sections, options.baselineName ?? BASELINE_NAME)]
        : []),
    ],
    layout: {
      ...frame({
        plot: { width, height: PLOT_HEIGHT },
        margin: { left: 72, right: 24, bottom: 44 },
        above: legendHeight(names, width),
        title,
        subtitle: subtitleOf(options),
      }),
      legend: legendAbove(PLOT_HEIGHT),
      xaxis: axis("", {
        range: [-0.5, sections.length - 0.5],
        tickvals: sections.map((_, i) => i),
        ticktext: sections.map((section) => plainText(section, 24)),
        tickfont: { size: 13 },
        showgrid: false,
        ticks: "",
      }),
      yaxis: axis(scoreName, {
        range: paddedRange([...ends, ...baseline.map((row) => row.score)]),
        tickformat: ".1~%",
      }),
      shapes: sections.slice(1).map((_, i) => separator(i + 0.5)),
    },
  };
}

function mixTrace(
  mix: string,
  i: number,
  rows: readonly MixScoreRow[],
  place: (section: string) => number,
): Trace {
  const color = mixColor(mix, i);
  const distance = (end: number, score: number): number => (Number.isFinite(end) ? Math.abs(end - score) : 0);
  return {
    type: "scatter",
    mode: "markers",
    name: plainText(mix, NAME_LENGTH),
    x: rows.map((row) => place(row.section)),
    y: rows.map((row) => row.score),
    marker: { color, size: 9, symbol: SYMBOLS[i % SYMBOLS.length]!, line: { color: "#ffffff", width: 0.8 } },
    error_y: {
      type: "data",
      symmetric: false,
      array: rows.map((row) => distance(row.high, row.score)),
      arrayminus: rows.map((row) => distance(row.low, row.score)),
      color,
      thickness: 1.4,
      width: 4,
    },
    hovertemplate: "%{y:.1%}",
  };
}

function baselineTrace(rows: readonly BaselineRow[], sections: readonly string[], name: string): Trace {
  const shown = rows.filter((row) => sections.includes(row.section));
  const half = GROUP_WIDTH / 2 + 0.08;
  return {
    type: "scatter",
    mode: "lines",
    name: plainText(name, NAME_LENGTH),
    // A null breaks the line: one dash a section.
    x: shown.flatMap(({ section }) => [
      sections.indexOf(section) - half,
      sections.indexOf(section) + half,
      null,
    ]),
    y: shown.flatMap(({ score }) => [score, score, null]),
    line: { color: INK, width: 1.4, dash: "dash" },
    hovertemplate: "%{y:.1%}",
  };
}

const separator = (x: number) =>
  ({
    type: "line",
    xref: "x",
    yref: "paper",
    x0: x,
    x1: x,
    y0: 0,
    y1: 1,
    line: { color: GRID, width: 1 },
  }) as const;
