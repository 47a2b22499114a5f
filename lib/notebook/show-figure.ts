/** A figure in a notebook: interactive where Plotly's renderer exists, a PNG everywhere else. */
import type { JsonObject } from "../base/index.js";
import { type Figure, renderPng, renderSvg } from "../figures/index.js";
import { displayBundle } from "./display.js";

/** Shows a figure as the running cell's output. @throws {Error} outside a tslab kernel */
export async function showFigure(figure: Figure): Promise<void> {
  const { width, height } = figure.layout;
  const png = await renderPng(await renderSvg(figure));
  displayBundle(
    {
      "application/vnd.plotly.v1+json": JSON.parse(JSON.stringify(figure)) as JsonObject,
      "image/png": Buffer.from(png).toString("base64"),
      "text/plain": `[figure, ${width} × ${height} pixels]`,
    },
    { "image/png": { width, height } },
  );
}
