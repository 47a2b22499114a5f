/** Budgets of a study, as its tables name them. */

export interface StudyBudget {
  /** `25%`, or `open`. */
  readonly name: string;
  /** Pairs for humans; null where as many as the strategy favours. */
  readonly count: number | null;
}

export const OPEN_NAME = "open";
/** What the mean over the fixed budgets is called. */
export const MEAN_NAME = "mean";

/** The budgets of so many pairs. @param budgets shares in [0, 1], or `open` */
export function studyBudgets(rowCount: number, budgets: readonly (number | "open")[]): StudyBudget[] {
  return budgets.map((budget) =>
    budget === "open"
      ? { name: OPEN_NAME, count: null }
      : { name: budgetName(budget), count: Math.round(budget * rowCount) },
  );
}

/** `25%`. */
export function budgetName(fraction: number): string {
  return `${Number((100 * fraction).toFixed(1))}%`;
}
