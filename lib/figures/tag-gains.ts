/** The tags whose pairs gain most, and least, from a human label, as a PPM predicts it (the paper's Table 6). */
import type { Figure, FigureValue } from "./figure.js";
import { colorAt, DIVERGING_SCALE, INK, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, note, subtitleOf } from "./style.js";
import { tagLabel } from "./tag-label.js";

/** A tag's predicted gain. */
export interface TagGainRow {
  /** A feature string of the vocabulary, or any name. */
  readonly tag: string;
  /** Predicted change of the score when pairs with the tag go to humans; see `unit`. */
  readonly gain: number;
}

export interface TagGainsOptions extends FigureOptions {
  /** How many from each end; default 12. */
  readonly each?: number;
  /** What a gain of 1 means; the axis title. */
  readonly unit?: string;
}

const ROW_HEIGHT_PX = 21;

/** Largest gain on top. With more than 2 × `each` tags, those between are left out and counted. */
export function tagGains(rows: readonly TagGainRow[], options: TagGainsOptions = {}): Figure {
  const { each = 12, unit = "Predicted gain in score per human label" } = options;
  const sorted = rows.toSorted((a, b) => b.gain - a.gain);
  const cut = sorted.length > 2 * each;
  const shown = cut ? [...sorted.slice(0, each), ...sorted.slice(-each)] : sorted;
  // One row is left free for the note between the two ends.
  const places = shown.map((_, i) => (cut && i >= each ? i + 1 : i));
  const largest = Math.max(...shown.map((row) => Math.abs(row.gain)), Number.MIN_VALUE);
  return {
    data: [
      {
        type: "bar",
        orientation: "h",
        showlegend: false,
        x: shown.map((row) => row.gain),
        y: places,
        marker: {
          color: shown.map((row) => colorAt(DIVERGING_SCALE, barShade(row.gain / largest))),
          line: { color: MUTED, width: 0.6 },
        },
        hovertemplate: "%{x:.3g}<extra></extra>",
      },
    ],
    layout: {
      ...frame({
        plot: { width: 480, height: (shown.length + (cut ? 1 : 0)) * ROW_HEIGHT_PX },
        margin: { left: 290, right: 40, bottom: 60 },
        title: options.title ?? "Tags that gain most and least from human labels",
        subtitle: subtitleOf(options),
      }),
      bargap: 0.25,
      xaxis: axis(unit, {
        zeroline: true,
        zerolinecolor: INK,
        zerolinewidth: 1,
        exponentformat: "power",
        nticks: 8,
      }),
      yaxis: axis("", {
        range: [shown.length - (cut ? -0.5 : 0.5), -0.5],
        tickvals: places,
        ticktext: shown.map((row) => plainText(tagLabel(row.tag).label, 44)),
        tickfont: { size: 12 },
        showgrid: false,
        showline: false,
        ticks: "",
      }),
      annotations: cut ? [between(each, sorted.length - shown.length)] : [],
    },
  };
}

/** Small gains stay visible: the shade starts a third of the way out from the scale's middle. */
function barShade(relative: number): number {
  if (relative === 0) return 0.5;
  return 0.5 + Math.sign(relative) * (0.17 + 0.33 * Math.abs(relative));
}

function between(place: number, count: number): Record<string, FigureValue> {
  return note(`… ${count} tags between`, {
    xref: "paper",
    yref: "y",
    x: 0,
    y: place,
    xanchor: "right",
    xshift: -6,
    font: { size: 11, color: MUTED },
  });
}
