/** How often each tag occurs, by group. */
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame } from "./style.js";
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
}

const ROW_HEIGHT_PX = 15;
const LABEL_LENGTH = 44;

/** Groups stand below each other; within a group the most frequent tag is on top. */
export function tagFrequencies(rows: readonly TagShareRow[], options: TagFrequenciesOptions = {}): Figure {
  const kept = rows.toSorted((a, b) => b.share - a.share).slice(0, options.most);
  const bars = TAG_GROUPS.flatMap((group) =>
    kept.map((row): Bar => ({ ...row, ...tagLabel(row.tag) })).filter((bar) => bar.group === group),
  );
  const margin = { l: 290, r: 56, t: 92, b: 52 };
  return {
    data: TAG_GROUPS.flatMap((group, i) => groupTrace(group, CATEGORY_COLORS[i]!, bars)),
    layout: {
      ...frame({
        width: 860,
        height: margin.t + margin.b + Math.max(4, bars.length) * ROW_HEIGHT_PX,
        margin,
        title: options.title ?? "How often each tag occurs",
        subtitle: options.subtitle,
      }),
      bargap: 0.25,
      barmode: "overlay",
      xaxis: axis("Share of pairs", { rangemode: "tozero", tickformat: ".0%" }),
      yaxis: axis("", {
        range: [bars.length - 0.5, -0.5],
        tickvals: bars.map((_, i) => i),
        ticktext: bars.map((bar) => plainText(bar.label, LABEL_LENGTH)),
        tickfont: { size: 10.5 },
        showgrid: false,
        ticks: "",
      }),
    },
  };
}

function groupTrace(group: string, color: string, bars: readonly Bar[]): Trace[] {
  const inside = bars.map((bar, place) => ({ ...bar, place })).filter((bar) => bar.group === group);
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
