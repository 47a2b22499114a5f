/** Candidates as the PPM sees them: what share of each tag went to humans, and the score that came of it (Figure 2). */
import { BadInputError } from "../base/index.js";
import type { Figure, FigureValue, Trace } from "./figure.js";
import { INK, MIX_COLORS, MUTED, SEQUENTIAL_SCALE } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, note, paddedRange } from "./style.js";
import { TAG_GROUPS, tagLabel } from "./tag-label.js";

/** A tag and how many pairs of the data set have it. */
export interface TagTotal {
  /** A feature string of the vocabulary, or any name. */
  readonly tag: string;
  /** Pairs of the whole data set (or of its training subset) that have the tag. */
  readonly totalCount: number;
}

/** A candidate mix with its count vector and its score. */
export interface CandidateRow {
  readonly candidateId: string;
  /** Benchmark score, a fraction in [0, 1]. */
  readonly score: number;
  /** Human-routed pairs with each tag, in the order of the tags. */
  readonly counts: readonly number[];
}

export interface CandidateHeatmapOptions extends FigureOptions {
  readonly scoreName?: string;
}

const PLOT = { width: 1120, height: 460 } as const;
/** Where the heatmap ends and the scores begin, as shares of the plot's width. */
const SPLIT = { heatmapEnd: 0.83, scoreStart: 0.855 } as const;
const LABEL_LENGTH = 34;
/** Below this many pixels a column its label would touch its neighbours'. */
const LEAST_LABEL_PX = 9;

/**
 * Rows are candidates, the best on top; columns are tags by group. A cell is the share of the tag's pairs
 * that humans label; a tag without pairs stays white.
 * @throws {BadInputError} if a candidate's counts are not one a tag
 */
export function candidateHeatmap(
  candidates: readonly CandidateRow[],
  tags: readonly TagTotal[],
  options: CandidateHeatmapOptions = {},
): Figure {
  const { title = "Candidates and their scores", scoreName = "Score" } = options;
  requireCounts(candidates, tags.length);
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  const columns = orderByGroup(tags);
  const scores = sorted.map((row) => row.score);
  return {
    data: [heatmap(sorted, columns, tags), scoreDots(scores, sorted)],
    layout: {
      ...frame({
        plot: PLOT,
        margin: { left: 48, right: 24, bottom: 186 },
        above: 26,
        title,
        subtitle:
          options.subtitle ??
          `${candidates.length} candidates, best on top · colour: share of each tag's pairs labelled by humans`,
      }),
      xaxis: axis("", {
        domain: [0, SPLIT.heatmapEnd],
        range: [-0.5, columns.length - 0.5],
        ...columnLabels(columns, tags),
        tickangle: -90,
        tickfont: { size: 9 },
        ticklen: 2,
        showgrid: false,
        showline: false,
      }),
      yaxis: axis("Candidates by score", {
        range: [sorted.length - 0.5, -0.5],
        showgrid: false,
        showline: false,
        ticks: "",
        showticklabels: false,
      }),
      xaxis2: axis(scoreName, {
        domain: [SPLIT.scoreStart, 1],
        anchor: "y2",
        range: paddedRange(scores),
        tickformat: ".0%",
        nticks: 5,
      }),
      yaxis2: {
        matches: "y",
        anchor: "x2",
        showticklabels: false,
        showgrid: false,
        zeroline: false,
        ticks: "",
      },
      ...groupBrackets(columns, tags),
    },
  };
}

function requireCounts(candidates: readonly CandidateRow[], tagCount: number): void {
  const problems = candidates
    .filter((row) => row.counts.length !== tagCount)
    .map((row) => ({
      place: `candidate ${row.candidateId}`,
      value: String(row.counts.length),
      rule: `a candidate needs one count a tag, ${tagCount} here`,
    }));
  if (problems.length > 0) throw new BadInputError(problems);
}

/** Places of the tags in the given list, group after group. */
function orderByGroup(tags: readonly TagTotal[]): number[] {
  const groups = tags.map(({ tag }) => tagLabel(tag).group);
  return TAG_GROUPS.flatMap((group) => tags.flatMap((_, i) => (groups[i] === group ? [i] : [])));
}

function heatmap(
  rows: readonly CandidateRow[],
  columns: readonly number[],
  tags: readonly TagTotal[],
): Trace {
  return {
    type: "heatmap",
    z: rows.map(({ counts }) => columns.map((t) => shareOf(counts[t]!, tags[t]!.totalCount))),
    zmin: 0,
    zmax: 1,
    colorscale: SEQUENTIAL_SCALE,
    hovertemplate: "%{x}<br>%{z:.0%} labelled by humans<extra></extra>",
    colorbar: {
      title: { text: "human-labelled", side: "top", font: { size: 11 } },
      tickformat: ".0%",
      tickvals: [0, 0.5, 1],
      tickfont: { size: 10 },
      orientation: "h",
      thickness: 10,
      len: 0.13,
      lenmode: "fraction",
      x: (SPLIT.scoreStart + 1) / 2,
      xanchor: "center",
      y: -0.2,
      yanchor: "top",
      outlinewidth: 0,
    },
  };
}

/** Rounded to a hundredth: finer shades cannot be told apart, and equal ones make the drawing small. */
function shareOf(count: number, total: number): number | null {
  return total > 0 ? Math.round((100 * count) / total) / 100 : null;
}

function scoreDots(scores: readonly number[], rows: readonly CandidateRow[]): Trace {
  return {
    type: "scatter",
    mode: "markers",
    x: scores,
    y: scores.map((_, i) => i),
    xaxis: "x2",
    yaxis: "y2",
    text: rows.map((row) => plainText(row.candidateId)),
    hovertemplate: "%{text}: %{x:.1%}<extra></extra>",
    marker: { color: MIX_COLORS.routed, size: rows.length > 80 ? 4 : 6 },
    showlegend: false,
  };
}

/** Every label where there is room, else every second, third … one. */
function columnLabels(columns: readonly number[], tags: readonly TagTotal[]): Record<string, FigureValue> {
  const columnPx = (PLOT.width * SPLIT.heatmapEnd) / Math.max(1, columns.length);
  const step = Math.max(1, Math.ceil(LEAST_LABEL_PX / columnPx));
  const shown = columns.map((_, place) => place).filter((place) => place % step === 0);
  return {
    tickvals: shown,
    ticktext: shown.map((place) => plainText(tagLabel(tags[columns[place]!]!.tag).label, LABEL_LENGTH)),
  };
}

/** A line and a name over each group of columns. */
function groupBrackets(columns: readonly number[], tags: readonly TagTotal[]): Record<string, FigureValue> {
  const groups = columns.map((t) => tagLabel(tags[t]!.tag).group);
  const spans = [...new Set(groups)].map((group) => ({
    group,
    from: groups.indexOf(group) - 0.5,
    to: groups.lastIndexOf(group) + 0.5,
  }));
  return {
    annotations: spans.map(({ group, from, to }) =>
      note(group, {
        x: (from + to) / 2,
        xref: "x",
        y: 1,
        yref: "paper",
        yanchor: "bottom",
        yshift: 6,
        font: { size: 11, color: INK },
      }),
    ),
    shapes: spans.map(({ from, to }) => ({
      type: "line",
      xref: "x",
      yref: "paper",
      x0: from + 0.15,
      x1: to - 0.15,
      y0: 1.009,
      y1: 1.009,
      line: { color: MUTED, width: 1.5 },
    })),
  };
}
