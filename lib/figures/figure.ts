/** What a figure is: plain JSON in Plotly's format, restricted to what this project draws and has checked. */

/** The trace types that are rendered without a browser and looked at; any other is refused. */
export const TRACE_TYPES = ["scatter", "bar", "heatmap", "histogram", "box"] as const;
export type TraceType = (typeof TRACE_TYPES)[number];

/** A value inside a figure. Undefined stands for "not set", as an absent key does. */
export type FigureValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly FigureValue[]
  | { readonly [attribute: string]: FigureValue };

/** One trace: its type and Plotly's attributes of it. */
export interface Trace {
  readonly type: TraceType;
  readonly [attribute: string]: FigureValue;
}

/** Plotly's layout; a figure always knows its size. */
export interface Layout {
  /** Pixels (1/96 inch). */
  readonly width: number;
  /** Pixels (1/96 inch). */
  readonly height: number;
  readonly [attribute: string]: FigureValue;
}

/** A figure as data; `renderSvg` draws it, `showFigure` shows it in a notebook. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
}
