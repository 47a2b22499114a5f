/** A figure as SVG, the same bytes every time. */
import { createRng, hashJson } from "../../base/index.js";
import { checkFigure } from "../check-figure.js";
import type { Figure } from "../figure.js";
import { loadPlotly } from "./plotly.js";
import { placeTiles } from "./tiles.js";

/** Drawings wait for each other: Plotly's random ids come from one generator, seeded for each figure. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Draws a figure as a standalone SVG document (text as text, in Open Sans).
 * Equal figures give equal bytes, whatever was drawn before; other figures get other element ids, so that
 * several may stand in one page.
 * @throws {BadInputError} on a trace type or a size that is not drawn here
 */
export function renderSvg(figure: Figure): Promise<string> {
  checkFigure(figure);
  const drawing = queue.then(() => draw(figure));
  queue = drawing.catch(() => undefined);
  return drawing;
}

async function draw(figure: Figure): Promise<string> {
  const { plotly, window } = await loadPlotly();
  // Plotly writes into what it is given; this also drops undefined attributes.
  const { data, layout } = JSON.parse(JSON.stringify(figure)) as Figure;
  const random = createRng(hashJson({ data, layout }));
  (window as unknown as { Math: Math }).Math.random = () => random.next();
  const div = window.document.createElement("div");
  window.document.body.append(div);
  try {
    const plot = await plotly.newPlot(div, data, layout, { staticPlot: true });
    return `${await placeTiles(plotly.Snapshot.toSVG(plot, "svg", 1))}\n`;
  } finally {
    plotly.purge(div);
    div.remove();
  }
}
