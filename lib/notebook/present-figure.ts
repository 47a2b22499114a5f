/** Show a figure in a cell and keep it in the run's folder, in one call. */
import type { Run } from "../analysis/index.js";
import { type Figure, saveFigure } from "../figures/index.js";
import { showFigure } from "./show-figure.js";

/** Saves `figures/<name>.svg|png|pdf` of the run and shows the figure. */
export async function presentFigure(run: Pick<Run, "figures">, name: string, figure: Figure): Promise<void> {
  await saveFigure(run.figures, name, figure);
  await showFigure(figure);
}
