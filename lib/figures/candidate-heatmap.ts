/** Candidates as the PPM sees them: what share of each tag went to humans, and the score that came of it (Figure 2). */
import { BadInputError } from "../base/index.js";
import type { Figure, Trace } from "./figure.js";
import { MIX_COLORS, SEQUENTIAL_SCALE } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, paddedRange, subtitleOf } from "./style.js";
import { columnTicks, groupBrackets, orderByGroup } from "./tag-columns.js";

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
  const { title = "Candidates and their scores", scoreName = "Overall score" } = options;
  requireCounts(candidates, tags.length);
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  const order = orderByGroup(tags.map(({ tag }) => tag));
  const columns = order.map((t) => tags[t]!.tag);
  const scores = sorted.map((row) => row.score);
  return {
    data: [heatmap(sorted, order, tags), scoreDots(scores, sorted)],
    layout: {
      ...frame({
        plot: PLOT,
        margin: { left: 48, right: 24, bottom: 214 },
        above: 26,
        title,
        subtitle: subtitleOf(
          options,
          `${candidates.length} candidates, best on top · colour: share of each tag's pairs labelled by humans`,
        ),
      }),
      xaxis: axis("", {
        domain: [0, SPLIT.heatmapEnd],
        range: [-0.5, columns.length - 0.5],
        ...columnTicks(columns, PLOT.width * SPLIT.heatmapEnd),
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
      ...groupBrackets(columns),
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

function heatmap(rows: readonly CandidateRow[], order: readonly number[], tags: readonly TagTotal[]): Trace {
  return {
    type: "heatmap",
    z: rows.map(({ counts }) => order.map((t) => shareOf(counts[t]!, tags[t]!.totalCount))),
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
