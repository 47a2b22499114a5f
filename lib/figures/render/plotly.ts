/** Plotly, loaded once a process into a window of its own. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { DOMWindow } from "jsdom";
import { loadTextMetrics } from "./text-metrics.js";
import { openWindow } from "./window.js";

/** The little that is used of Plotly. */
export interface PlotlyLibrary {
  readonly version: string;
  newPlot(div: Element, data: unknown, layout: unknown, config: object): Promise<Element>;
  purge(div: Element): void;
  /** Problems with a figure's attributes; undefined when there are none. */
  validate(
    data: unknown,
    layout: unknown,
  ): readonly { readonly code: string; readonly msg: string }[] | undefined;
  readonly Snapshot: { toSVG(plot: Element, format: "svg", scale: number): string };
}

export interface LoadedPlotly {
  readonly plotly: PlotlyLibrary;
  readonly window: DOMWindow;
}

let loaded: Promise<LoadedPlotly> | undefined;

/** Loads Plotly on the first call (about a second). */
export function loadPlotly(): Promise<LoadedPlotly> {
  loaded ??= (async () => {
    const window = await openWindow(loadTextMetrics());
    window.eval(readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8"));
    const { Plotly: plotly } = window as unknown as { Plotly: PlotlyLibrary };
    return { plotly, window };
  })();
  return loaded;
}
