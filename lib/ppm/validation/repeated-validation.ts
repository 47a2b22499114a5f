/** Cross-validation over several splits of the same rows: how much of a figure is the luck of the split. */
import { mean, standardDeviation } from "../../math/index.js";
import type { CrossValidation } from "./cross-validation.js";
import type { FoldStatistic } from "./fold-statistic.js";

/** A statistic over repeated splits. */
export interface RepeatedStatistic {
  /** Mean over the repeats of the mean over folds. */
  readonly mean: number;
  /** Standard deviation over all folds of all repeats (ddof 0). */
  readonly sdOverFolds: number;
  /** Standard deviation of the repeats' means (ddof 1); NaN for a single repeat. */
  readonly sdOverRepeats: number;
  /** Mean over repeats of the figure over all rows at once. */
  readonly pooled: number;
  /** The repeats' means. */
  readonly perRepeat: readonly number[];
  readonly undefinedFolds: number;
}

/** One family over the same splits as all others that it is compared with. */
export interface RepeatedValidation {
  readonly family: string;
  readonly scale: number;
  /** One a repeat. */
  readonly runs: readonly CrossValidation[];
  readonly spearman: RepeatedStatistic;
  readonly rmse: RepeatedStatistic;
}

/** @param runs of one family, one a repeat, at least one */
export function repeatedValidation(runs: readonly CrossValidation[]): RepeatedValidation {
  const [first] = runs;
  if (first === undefined) throw new RangeError("repeatedValidation: no runs");
  return {
    family: first.family,
    scale: first.scale,
    runs,
    spearman: overRepeats(runs.map(({ spearman }) => spearman)),
    rmse: overRepeats(runs.map(({ rmse }) => rmse)),
  };
}

function overRepeats(statistics: readonly FoldStatistic[]): RepeatedStatistic {
  const perRepeat = statistics.map((each) => each.mean);
  const folds = statistics.flatMap(({ perFold }) => perFold).filter((value) => !Number.isNaN(value));
  return {
    mean: mean(perRepeat),
    sdOverFolds: standardDeviation(folds, 0),
    sdOverRepeats: standardDeviation(perRepeat),
    pooled: mean(statistics.map(({ pooled }) => pooled)),
    perRepeat,
    undefinedFolds: statistics.reduce((sum, { undefinedFolds }) => sum + undefinedFolds, 0),
  };
}
