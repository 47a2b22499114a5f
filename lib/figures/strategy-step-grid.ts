/** A strategy step by step on a few instances: who goes to humans when, and what score is predicted after each step. */
import { BadInputError } from "../base/index.js";
import type { Figure, FigureValue, Trace } from "./figure.js";
import { CATEGORY_COLORS, type ColorScale, INK, MIX_COLORS, MUTED } from "./palette.js";
import { plainText } from "./plain-text.js";
import {
  axis,
  type FigureOptions,
  frame,
  legendAbove,
  legendHeight,
  paddedRange,
  subtitleOf,
} from "./style.js";

/** The state after one step. */
export interface StepGridRow {
  /** Counted from 0, the start; for a strategy that draws: the number of the draw. */
  readonly step: number;
  /** One an instance: whether humans label it after the step. */
  readonly human: readonly boolean[];
  /** Predicted score after the step, a fraction in [0, 1]. */
  readonly predicted: number;
  /** Whether this is the state that the strategy returns; none or one. */
  readonly isChosen?: boolean;
}

export interface StrategyStepGridOptions extends FigureOptions {
  /** What a column is; default `Step`. */
  readonly stepName?: string;
  /** Whether a step builds on the one before, so that changes are marked; default true. */
  readonly markChanges?: boolean;
  /** One an instance, for the axis; default their numbers from 1 on. */
  readonly instanceNames?: readonly string[];
}

const CELL = { widest: 30, narrowest: 14, height: 13 } as const;
const SCORE_HEIGHT_PX = 130;
const GAP_PX = 26;
const TWO_COLORS: ColorScale = [
  [0, "#eef1f4"],
  [1, "#8fbfe0"],
];

/**
 * Columns are steps, rows are instances; dark cells go to humans, a dot marks what a step changed. Above them the
 * predicted score after each step.
 * @throws {BadInputError} if steps differ in their number of instances
 */
export function strategyStepGrid(
  rows: readonly StepGridRow[],
  options: StrategyStepGridOptions = {},
): Figure {
  requireInstances(rows);
  const { markChanges = true, stepName = "Step" } = options;
  const instanceCount = rows[0]?.human.length ?? 0;
  const cellWidth = Math.max(
    CELL.narrowest,
    Math.min(CELL.widest, Math.floor(760 / Math.max(1, rows.length))),
  );
  const plot = {
    width: Math.max(420, rows.length * cellWidth),
    height: SCORE_HEIGHT_PX + GAP_PX + Math.max(1, instanceCount) * CELL.height,
  };
  const gridTop = (instanceCount * CELL.height) / plot.height;
  const steps = {
    range: [-0.5, rows.length - 0.5],
    ...stepTicks(rows),
    showgrid: false,
  };
  const marks = [...(markChanges ? changes(rows) : []), ...scores(rows, markChanges)];
  return {
    data: [cells(rows, instanceCount), ...marks],
    layout: {
      ...frame({
        plot,
        margin: { left: 84, right: 24, bottom: 56 },
        above: legendHeight(
          marks.map(({ name }) => String(name)),
          plot.width,
        ),
        title: options.title ?? "The strategy step by step",
        subtitle: subtitleOf(options, "blue: labelled by humans; grey: by the LM"),
      }),
      legend: legendAbove(plot.height),
      xaxis: axis(stepName, { ...steps, domain: [0, 1], anchor: "y" }),
      yaxis: axis("Instance", {
        ...instanceTicks(instanceCount, options.instanceNames),
        domain: [0, gridTop],
        anchor: "x",
        showgrid: false,
        ticks: "",
      }),
      xaxis2: axis("", { ...steps, showticklabels: false, domain: [0, 1], anchor: "y2" }),
      yaxis2: axis("Predicted", {
        domain: [1 - SCORE_HEIGHT_PX / plot.height, 1],
        anchor: "x2",
        range: paddedRange(
          rows.map(({ predicted }) => predicted),
          0.14,
        ),
        tickformat: ".2~%",
        nticks: 5,
      }),
    },
  };
}

function requireInstances(rows: readonly StepGridRow[]): void {
  const count = rows[0]?.human.length ?? 0;
  const problems = rows
    .filter(({ human }) => human.length !== count)
    .map(({ step, human }) => ({
      place: `step ${step}`,
      value: `${human.length} instances`,
      rule: `every step needs the same instances, ${count} here`,
    }));
  if (problems.length > 0) throw new BadInputError(problems);
}

/** About fifteen labels at most. */
function stepTicks(rows: readonly StepGridRow[]): Record<string, FigureValue> {
  const every = Math.max(1, Math.ceil(rows.length / 16));
  const shown = rows.map((_, i) => i).filter((i) => i % every === 0);
  return { tickvals: shown, ticktext: shown.map((i) => String(rows[i]!.step)) };
}

function instanceTicks(count: number, names?: readonly string[]): Record<string, FigureValue> {
  const places = Array.from({ length: count }, (_, i) => i);
  const shown = names === undefined ? places.filter((i) => i === 0 || (i + 1) % 5 === 0) : places;
  return {
    range: [count - 0.5, -0.5],
    tickvals: shown,
    ticktext: shown.map((i) => plainText(names?.[i] ?? String(i + 1), 12)),
    tickfont: { size: names === undefined ? 11 : 9.5 },
  };
}

function cells(rows: readonly StepGridRow[], instanceCount: number): Trace {
  return {
    type: "heatmap",
    z: Array.from({ length: instanceCount }, (_, i) => rows.map(({ human }) => (human[i] ? 1 : 0))),
    zmin: 0,
    zmax: 1,
    colorscale: TWO_COLORS,
    showscale: false,
    xgap: 1,
    ygap: 1,
    hoverinfo: "skip",
  };
}

/** A dot where a step moved an instance to humans, a cross where it took one back. */
function changes(rows: readonly StepGridRow[]): Trace[] {
  const moved = (toHuman: boolean): [x: number, y: number][] =>
    rows.flatMap(({ human }, step) =>
      step === 0
        ? []
        : human.flatMap((now, i): [number, number][] =>
            now === toHuman && rows[step - 1]!.human[i] === !toHuman ? [[step, i]] : [],
          ),
    );
  const marks = [
    { name: "moved to humans", symbol: "circle", places: moved(true), color: INK },
    { name: "taken back", symbol: "x", places: moved(false), color: MIX_COLORS.star },
  ];
  return marks
    .filter(({ places }) => places.length > 0)
    .map(({ name, symbol, places, color }) => ({
      type: "scatter",
      mode: "markers",
      name,
      x: places.map(([x]) => x),
      y: places.map(([, y]) => y),
      marker: { symbol, color, size: 6 },
      hoverinfo: "skip",
    }));
}

/** @param linked whether a step follows from the one before; draws that do not are no line */
function scores(rows: readonly StepGridRow[], linked: boolean): Trace[] {
  const chosen = rows.findIndex(({ isChosen }) => isChosen === true);
  const line: Trace = {
    type: "scatter",
    mode: linked ? "lines+markers" : "markers",
    name: "predicted score",
    x: rows.map((_, i) => i),
    y: rows.map(({ predicted }) => predicted),
    xaxis: "x2",
    yaxis: "y2",
    line: { color: MUTED, width: 1.2 },
    marker: { color: CATEGORY_COLORS[0], size: 6 },
    hovertemplate: "%{y:.2%}",
  };
  if (chosen < 0) return [line];
  return [
    line,
    {
      type: "scatter",
      mode: "markers",
      name: "returned",
      x: [chosen],
      y: [rows[chosen]!.predicted],
      xaxis: "x2",
      yaxis: "y2",
      marker: { symbol: "star", color: MIX_COLORS.star, size: 14 },
      hovertemplate: "%{y:.2%}",
    },
  ];
}
