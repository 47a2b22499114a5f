/** The study in the form of Tables 10 and 11: top-k and simulated, linear and quadratic, beside the paper's figures. */
import { TABLE_10, TABLE_11 } from "../../paper/index.js";
import type { StrategyStudyRow } from "./strategy-study-row.js";
import { budgetName } from "./study-budget.js";

/** Overall in percent. The paper's rows are of other data, another reward model and RewardBench: no run here repeats them. */
export type SelectionTableRow = {
  /** Of pairs that humans label. */
  readonly budget: string;
  /** The study's corpus, or `paper: MultiPref` … */
  readonly data: string;
  readonly linear_topk: number;
  readonly linear_topk_sd: number;
  readonly linear_simulated: number;
  readonly linear_simulated_sd: number;
  readonly quadratic_topk: number;
  readonly quadratic_topk_sd: number;
  readonly quadratic_simulated: number;
  readonly quadratic_simulated_sd: number;
};

/**
 * Held-out scores of the plain linear and quadratic PPM at 75, 50 and 25 %, each followed by the paper's (means of three
 * runs, without spread: NaN).
 * @param data what to call the study's corpus
 * @returns no row for a budget of which the study has none of the four columns; NaN where it has some
 */
export function selectionTable(rows: readonly StrategyStudyRow[], data: string): SelectionTableRow[] {
  const heldOut = rows.filter(({ what, pessimism }) => what === "held out" && pessimism === 0);
  return [0.75, 0.5, 0.25].flatMap((fraction) => {
    const budget = budgetName(fraction);
    const cell = (ppm: string, strategy: string) => {
      const row = heldOut.find((r) => r.budget === budget && r.ppm === ppm && r.strategy === strategy);
      return { mean: 100 * (row?.mean ?? Number.NaN), sd: 100 * (row?.sd ?? Number.NaN) };
    };
    const ours = {
      linearTopk: cell("linear", "topk"),
      linearSimulated: cell("linear", "simulated"),
      quadraticTopk: cell("quadratic", "topk"),
      quadraticSimulated: cell("quadratic", "simulated"),
    };
    if (Object.values(ours).every(({ mean }) => Number.isNaN(mean))) return [];
    return [tableRow(budget, data, ours), ...paperRows(fraction)];
  });
}

interface Cells {
  readonly linearTopk: Percent;
  readonly linearSimulated: Percent;
  readonly quadraticTopk: Percent;
  readonly quadraticSimulated: Percent;
}

interface Percent {
  readonly mean: number;
  readonly sd: number;
}

function paperRows(fraction: number): SelectionTableRow[] {
  const percent = 100 * fraction;
  const at = TABLE_10.filter(({ budgetPercent }) => budgetPercent === percent);
  return at.map((linear) => {
    const quadratic = TABLE_11.find(
      ({ budgetPercent, dataset }) => budgetPercent === percent && dataset === linear.dataset,
    )!;
    const printed = (mean: number): Percent => ({ mean, sd: Number.NaN });
    return tableRow(budgetName(fraction), `paper: ${linear.dataset}`, {
      linearTopk: printed(linear.topKOverallPercent),
      linearSimulated: printed(linear.simulatedOverallPercent),
      quadraticTopk: printed(quadratic.topKOverallPercent),
      quadraticSimulated: printed(quadratic.simulatedOverallPercent),
    });
  });
}

function tableRow(budget: string, data: string, cells: Cells): SelectionTableRow {
  return {
    budget,
    data,
    linear_topk: cells.linearTopk.mean,
    linear_topk_sd: cells.linearTopk.sd,
    linear_simulated: cells.linearSimulated.mean,
    linear_simulated_sd: cells.linearSimulated.sd,
    quadratic_topk: cells.quadraticTopk.mean,
    quadratic_topk_sd: cells.quadraticTopk.sd,
    quadratic_simulated: cells.quadraticSimulated.mean,
    quadratic_simulated_sd: cells.quadraticSimulated.sd,
  };
}
