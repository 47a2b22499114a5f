/** From the mixes of a study and what their reward models get right to rows: means over repeats, with intervals. */
import { createRng, type Rng, withProgress } from "../../base/index.js";
import { mean } from "../../math/index.js";
import type { ScoredItem } from "../../reward/index.js";
import type { StudyMix } from "./route-study.js";
import { type ItemSpreads, itemSpreads, overallOf, spreadOverRepeats } from "./spread.js";
import type { Spread, StrategyMeasure, StrategyStudyRow } from "./strategy-study-row.js";
import { rightOn, type Study, type TrainedMixes } from "./study.js";
import { budgetName, MEAN_NAME } from "./study-budget.js";

/** One arm under one budget: its repeats in order. */
interface Cell {
  readonly strategy: string;
  readonly ppm: string;
  readonly pessimism: number;
  readonly budget: string;
  readonly repeats: readonly Repeat[];
}

/** A repeat of a cell, or its mean over budgets. */
interface Repeat {
  readonly predicted: number;
  readonly predictedSd: number;
  readonly humanShare: number;
  /** Right or wrong: on the items of the PPM, on held-out items, and on these by the random mix of the same size. */
  readonly actual: Float64Array;
  readonly heldOut: Float64Array;
  readonly random: Float64Array;
}

/** The rows of every arm under every budget, and of its mean over the fixed budgets. */
export function strategyStudyRows(
  study: Study,
  mixes: readonly StudyMix[],
  trained: TrainedMixes,
  budgets: readonly (number | "open")[],
): Promise<StrategyStudyRow[]> {
  const cells = cellsOf(study, mixes, trained);
  const fixed = budgets.filter((budget) => budget !== "open").map(budgetName);
  const all = [...cells, ...meanCells(cells, fixed)];
  const context = intervalContext(study);
  return withProgress("intervals", all.length, async (progress) =>
    all.flatMap((cell) => {
      progress.advance();
      return cellRows(context, cell, plainOf(cell, all));
    }),
  );
}

/** The same without pessimism; undefined for a cell that has none itself. */
function plainOf(cell: Cell, cells: readonly Cell[]): Cell | undefined {
  if (cell.pessimism === 0) return undefined;
  return cells.find(
    ({ strategy, ppm, budget, pessimism }) =>
      pessimism === 0 && strategy === cell.strategy && ppm === cell.ppm && budget === cell.budget,
  );
}

function cellsOf(study: Study, mixes: readonly StudyMix[], trained: TrainedMixes): Cell[] {
  const cells = new Map<string, Cell & { readonly repeats: Repeat[] }>();
  for (const mix of mixes) {
    const { strategy, ppm, pessimism, budget } = mix;
    const key = JSON.stringify([strategy, ppm, pessimism, budget]);
    const cell = cells.get(key) ?? { strategy, ppm, pessimism, budget, repeats: [] };
    cells.set(key, cell);
    cell.repeats.push(repeatOf(study, mix, trained));
  }
  return [...cells.values()];
}

function repeatOf({ corpus, tagged }: Study, mix: StudyMix, trained: TrainedMixes): Repeat {
  const { selection, heldOut } = corpus.split;
  const right = trained.rightOf(mix.repeat, mix.human);
  return {
    predicted: mix.predicted,
    predictedSd: mix.predictedSd,
    humanShare: mix.humanCount / tagged.matrix.ids.length,
    actual: rightOn(right, selection),
    heldOut: rightOn(right, heldOut),
    random: rightOn(trained.rightOf(mix.repeat, mix.random), heldOut),
  };
}

/** Scores are linear in what is right, so the mean over budgets can be taken item by item. */
function meanCells(cells: readonly Cell[], fixed: readonly string[]): Cell[] {
  const arms = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { strategy, ppm, pessimism } = cell;
    const key = JSON.stringify([strategy, ppm, pessimism]);
    arms.set(key, [...(arms.get(key) ?? []), cell]);
  }
  return [...arms.values()].flatMap((arm) => {
    const parts = arm.filter(({ budget }) => fixed.includes(budget));
    if (parts.length < 2 || parts.length < fixed.length) return [];
    const repeats = parts[0]!.repeats.map((_, r) => meanRepeat(parts.map((cell) => cell.repeats[r]!)));
    return [{ ...parts[0]!, budget: MEAN_NAME, repeats }];
  });
}

function meanRepeat(repeats: readonly Repeat[]): Repeat {
  const items = (of: (repeat: Repeat) => Float64Array) =>
    of(repeats[0]!).map((_, i) => mean(repeats.map((repeat) => of(repeat)[i]!)));
  return {
    predicted: mean(repeats.map(({ predicted }) => predicted)),
    predictedSd: mean(repeats.map(({ predictedSd }) => predictedSd)),
    humanShare: mean(repeats.map(({ humanShare }) => humanShare)),
    actual: items(({ actual }) => actual),
    heldOut: items(({ heldOut }) => heldOut),
    random: items(({ random }) => random),
  };
}

interface IntervalContext {
  /** Items whose scores the PPM was fitted to. */
  readonly selected: readonly ScoredItem[];
  readonly heldOut: ItemSpreads;
  readonly rng: () => Rng;
}

function intervalContext({ corpus, run }: Study): IntervalContext {
  const itemsOf = (part: Int32Array) => Array.from(part, (item) => corpus.benchmark[item]!);
  // Named by neither arm nor measure: the same resamples for all, so that equal mixes have equal intervals.
  const rng = () => createRng(run.settings.seed).fork("study", "intervals");
  const { selection, heldOut } = corpus.split;
  return { selected: itemsOf(selection), heldOut: itemSpreads(itemsOf(heldOut), rng), rng };
}

function cellRows(
  { selected, heldOut, rng }: IntervalContext,
  { repeats, ...arm }: Cell,
  plain: Cell | undefined,
): StrategyStudyRow[] {
  const predicted = repeats.map((repeat) => repeat.predicted);
  const actual = overallOf(
    selected,
    repeats.map((repeat) => repeat.actual),
  );
  const ours = repeats.map((repeat) => repeat.heldOut);
  const over = (of: (repeat: Repeat) => Float64Array, rivals: readonly Repeat[]): Spread =>
    heldOut.difference(ours, rivals.map(of));
  const measures: Partial<Record<StrategyMeasure, Spread>> = {
    predicted: spreadOverRepeats(predicted, rng()),
    ...(repeats.some(({ predictedSd }) => Number.isNaN(predictedSd))
      ? {}
      : {
          "predicted sd": spreadOverRepeats(
            repeats.map(({ predictedSd }) => predictedSd),
            rng(),
          ),
        }),
    actual: spreadOverRepeats(actual, rng()),
    "held out": heldOut.score(ours),
    optimism: spreadOverRepeats(
      predicted.map((value, r) => value - actual[r]!),
      rng(),
    ),
    "over random": over((repeat) => repeat.random, repeats),
    ...(plain && { "over plain": over((repeat) => repeat.heldOut, plain.repeats) }),
    "human share": spreadOverRepeats(
      repeats.map(({ humanShare }) => humanShare),
      rng(),
    ),
  };
  return Object.entries(measures).map(([what, spread]) => ({
    ...arm,
    what: what as StrategyMeasure,
    ...spread,
  }));
}
