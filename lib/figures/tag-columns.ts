/** Tags side by side as the columns of a figure: ordered by group, labelled, with a bracket over each group. */
import type { FigureValue } from "./figure.js";
import { INK, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";
import { note } from "./style.js";
import { TAG_GROUPS, tagLabel } from "./tag-label.js";

const LABEL_LENGTH = 41;
/** Below this many pixels a column its label would touch its neighbours'. */
const LEAST_LABEL_PX = 9;

/** Places of the tags in the given list, group after group, otherwise in their order. */
export function orderByGroup(tags: readonly string[]): number[] {
  const groups = tags.map((tag) => tagLabel(tag).group);
  return TAG_GROUPS.flatMap((group) => tags.flatMap((_, i) => (groups[i] === group ? [i] : [])));
}

/** Ticks with a label each where there is room, else for every second, third … column. */
export function columnTicks(tags: readonly string[], widthPx: number): Record<string, FigureValue> {
  const step = Math.max(1, Math.ceil((LEAST_LABEL_PX * tags.length) / widthPx));
  const shown = tags.map((_, place) => place).filter((place) => place % step === 0);
  return {
    tickvals: shown,
    ticktext: shown.map((place) => plainText(tagLabel(tags[place]!).label, LABEL_LENGTH)),
    tickangle: -90,
    tickfont: { size: 9 },
    ticklen: 2,
  };
}

/** A line and a name over each group of columns, as the layout's shapes and annotations. */
export function groupBrackets(tags: readonly string[]): Record<string, FigureValue> {
  const groups = tags.map((tag) => tagLabel(tag).group);
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
