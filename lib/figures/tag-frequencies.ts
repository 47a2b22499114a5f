/** How often each tag occurs, by group. */
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, LEGEND_HEIGHT, legendAbove, subtitleOf } from "./style.js";
import { TAG_GROUPS, tagLabel } from "./tag-label.js";

/** A tag's share of a data set. */
export interface TagShareRow {
  /** A feature string of the vocabulary, or any name. */
  readonly tag: string;
  /** Share of the pairs that have the tag, in [0, 1]. */
  readonly share: number;
}

export interface TagFrequenciesOptions extends FigureOptions {
  /** Draw only the most frequent ones of all groups; default: all. */
  readonly most?: number;
}

interface Bar extends TagShareRow {
  readonly group: string;
  readonly label: string;
  /** Its row, from the top. */
  readonly place: number;
}

const ROW_HEIGHT_PX = 15;
const LABEL_LENGTH = 44;
/** Empty space between groups, in rows. */
const GROUP_GAP = 0.7;

/** Groups stand below each other; within a group the most frequent tag is on top. */
export function tagFrequencies(rows: readonly TagShareRow[], options: TagFrequenciesOptions = {}): Figure {
  const bars = placeBars(rows.toSorted((a, b) => b.share - a.share).slice(0, options.most));
  const plotHeight = Math.max(4, (bars.at(-1)?.place ?? 0) + 1) * ROW_HEIGHT_PX;
  return {
    data: TAG_GROUPS.flatMap((group, i) => groupTrace(group, CATEGORY_COLORS[i]!, bars)),
    layout: {
      ...frame({
        plot: { width: 520, height: plotHeight },
        margin: { left: 280, right: 56, bottom: 52 },
        above: LEGEND_HEIGHT,
        title: options.title ?? "How often each tag occurs",
        subtitle: subtitleOf(options),
      }),
      legend: legendAbove(plotHeight),
      bargap: 0.25,
      barmode: "overlay",
      xaxis: axis("Share of pairs", { rangemode: "tozero", tickformat: ".0%" }),
      yaxis: axis("", {
        range: [(bars.at(-1)?.place ?? 0) + 0.7, -0.7],
        tickvals: bars.map((bar) => bar.place),
        ticktext: bars.map((bar) => plainText(bar.label, LABEL_LENGTH)),
        tickfont: { size: 10.5 },
        showgrid: false,
        ticks: "",
      }),
    },
  };
}

/** Puts the rows below each other, group after group, with a gap between groups. */
function placeBars(rows: readonly TagShareRow[]): Bar[] {
  const labelled = rows.map((row) => ({ ...row, ...tagLabel(row.tag) }));
  const groups = TAG_GROUPS.map((group) => labelled.filter((bar) => bar.group === group)).filter(
    (group) => group.length > 0,
  );
  return groups.flat().map((bar, i) => ({
    ...bar,
    place: i + GROUP_GAP * groups.findIndex(([first]) => first?.group === bar.group),
  }));
}

function groupTrace(group: string, color: string, bars: readonly Bar[]): Trace[] {
  const inside = bars.filter((bar) => bar.group === group);
  if (inside.length === 0) return [];
  return [
    {
      type: "bar",
      orientation: "h",
      name: group,
      x: inside.map((bar) => bar.share),
      y: inside.map((bar) => bar.place),
      marker: { color },
      text: inside.map((bar) => percent(bar.share)),
      textposition: "outside",
      textfont: { size: 9.5 },
      cliponaxis: false,
      hovertemplate: "%{x:.2%}",
    },
  ];
}

function percent(share: number): string {
  if (share === 0) return "0";
  return share < 0.01 ? `${(100 * share).toFixed(2)}%` : `${(100 * share).toFixed(1)}%`;
}
