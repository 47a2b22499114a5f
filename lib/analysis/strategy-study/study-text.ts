/** The study of strategies as short texts for a terminal, in percent and points. */
import { alignColumns } from "../mix-text.js";
import type { SelectionTableRow } from "./selection-table.js";
import type { Spread, StrategyMeasure, StrategyStudyRow } from "./strategy-study-row.js";
import { MEAN_NAME, OPEN_NAME } from "./study-budget.js";

/**
 * One line an arm: what was predicted, what came true, with standard deviations over repeats and intervals. Shown are the
 * mean over the fixed budgets and the open budget; where there is no such mean, every budget.
 */
export function strategyText(rows: readonly StrategyStudyRow[]): string {
  const hasMean = rows.some(({ budget }) => budget === MEAN_NAME);
  const shown = rows.filter(({ budget }) => !hasMean || budget === MEAN_NAME || budget === OPEN_NAME);
  const cells = new Map<string, Map<StrategyMeasure, StrategyStudyRow>>();
  for (const row of shown) {
    const key = JSON.stringify([row.ppm, row.pessimism, row.strategy, row.budget]);
    const cell = cells.get(key) ?? new Map<StrategyMeasure, StrategyStudyRow>();
    cells.set(key, cell.set(row.what, row));
  }
  return alignColumns([
    [
      ...["PPM, strategy", "budget", "% human", "predicted", "actual ± sd", "optimism [95 %]"],
      ...["held out ± sd", "over random [95 %]", "over plain [95 %]"],
    ],
    ...[...cells.values()].map(armText),
  ]);
}

function armText(cell: ReadonlyMap<StrategyMeasure, StrategyStudyRow>): string[] {
  const of = (what: StrategyMeasure): StrategyStudyRow => cell.get(what)!;
  const { strategy, ppm, pessimism, budget } = of("predicted");
  const plain = cell.get("over plain");
  return [
    `${ppm}, ${strategy}${pessimism === 0 ? "" : `, pessimism ${pessimism}`}`,
    budget,
    percent(of("human share").mean),
    percent(of("predicted").mean),
    withSd(of("actual")),
    withRange(of("optimism")),
    withSd(of("held out")),
    withRange(of("over random")),
    plain === undefined ? "" : withRange(plain),
  ];
}

/** The form of Tables 10 and 11. */
export function selectionText(rows: readonly SelectionTableRow[]): string {
  const cell = (mean: number, sd: number): string => {
    if (Number.isNaN(mean)) return "-";
    return Number.isNaN(sd) ? mean.toFixed(1) : `${mean.toFixed(1)} ± ${sd.toFixed(1)}`;
  };
  return alignColumns([
    ["% human, data", "linear top-k", "linear simulated", "quadratic top-k", "quadratic simulated"],
    ...rows.map((row) => [
      `${row.budget} ${row.data}`,
      cell(row.linear_topk, row.linear_topk_sd),
      cell(row.linear_simulated, row.linear_simulated_sd),
      cell(row.quadratic_topk, row.quadratic_topk_sd),
      cell(row.quadratic_simulated, row.quadratic_simulated_sd),
    ]),
  ]);
}

/** What must be said beside the paper's figures. */
export const PAPER_FIGURES_NOTE =
  "The paper's figures (Tables 10 and 11, means of three runs) are of other data and another reward model, on RewardBench.";

function withSd({ mean, sd }: Spread): string {
  return `${percent(mean)} ± ${percent(sd)}`;
}

function withRange({ mean, low, high }: Spread): string {
  return `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

function percent(fraction: number): string {
  return (100 * fraction).toFixed(1);
}

function signed(fraction: number): string {
  return `${fraction < 0 ? "" : "+"}${percent(fraction)}`;
}
