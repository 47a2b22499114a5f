/** What figures of estimates share: bars of uneven length, and an axis of names. */
import type { FigureValue } from "./figure.js";
import { plainText } from "./plain-text.js";
import { axis } from "./style.js";

/** An estimate with its interval; an end that is not a number draws no bar. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Plotly's error bars from each value to the ends of its interval. */
export function intervalBars(rows: readonly Estimate[]) {
  const gap = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    type: "data",
    symmetric: false,
    array: rows.map(({ value, high }) => gap(high - value)),
    arrayminus: rows.map(({ value, low }) => gap(value - low)),
  };
}

/** A vertical axis with one name a row, from top to bottom. @param isNamed whether the names are written */
export function nameAxis(
  names: readonly string[],
  isNamed: boolean,
  nameLength: number,
): Record<string, FigureValue> {
  return axis("", {
    range: [names.length - 0.5, -0.5],
    tickvals: names.map((_, i) => i),
    ticktext: names.map((name) => plainText(name, nameLength)),
    showticklabels: isNamed,
    ticks: "",
  });
}
