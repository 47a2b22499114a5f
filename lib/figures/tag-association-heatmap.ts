/** Which tags go together: a square of tags by tags. */
import type { Figure } from "./figure.js";
import { DIVERGING_SCALE } from "./palette.js";
import { axis, type FigureOptions, frame, subtitleOf } from "./style.js";
import { columnTicks, groupBrackets, orderByGroup } from "./tag-columns.js";

/** How strongly two tags go together; each two once, in either order. */
export interface AssociationCell {
  readonly first: string;
  readonly second: string;
  /** The phi coefficient, in [-1, 1]. */
  readonly phi: number;
}

const CELL_PX = 10.5;
/** Associations beyond it get the darkest colour: most are weak, and would all look white. */
const STRONGEST = 0.5;

/** Tags by group on both sides; the diagonal is left empty, as every tag goes with itself. */
export function tagAssociationHeatmap(
  cells: readonly AssociationCell[],
  options: FigureOptions = {},
): Figure {
  const names = [...new Set(cells.flatMap(({ first, second }) => [first, second]))];
  const tags = orderByGroup(names).map((i) => names[i]!);
  const place = new Map(tags.map((tag, i) => [tag, i]));
  const z: (number | null)[][] = tags.map(() => tags.map(() => null));
  for (const { first, second, phi } of cells) {
    const [row, column] = [place.get(first)!, place.get(second)!];
    const shown = Math.round(100 * phi) / 100;
    z[row]![column] = shown;
    z[column]![row] = shown;
  }
  const size = Math.max(8, tags.length) * CELL_PX;
  const range = (from: number, to: number): number[] => [from - 0.5, to + 0.5];
  return {
    data: [
      {
        type: "heatmap",
        z,
        zmin: -STRONGEST,
        zmax: STRONGEST,
        colorscale: DIVERGING_SCALE,
        hovertemplate: "%{x}<br>%{y}<br>phi %{z}<extra></extra>",
        colorbar: { title: { text: "phi", side: "top" }, thickness: 12, len: 0.4, outlinewidth: 0 },
      },
    ],
    layout: {
      ...frame({
        plot: { width: size, height: size },
        margin: { left: 232, right: 84, bottom: 232 },
        above: 26,
        title: options.title ?? "Which tags go together",
        subtitle: subtitleOf(
          options,
          `phi coefficient of every two tags; blue: together more often than by chance, orange: less; colours end at ±${STRONGEST}`,
        ),
      }),
      xaxis: axis("", { range: range(0, tags.length - 1), ...columnTicks(tags, size), showgrid: false }),
      yaxis: axis("", {
        range: range(0, tags.length - 1).toReversed(),
        ...columnTicks(tags, size),
        tickangle: 0,
        showgrid: false,
      }),
      ...groupBrackets(tags),
    },
  };
}
