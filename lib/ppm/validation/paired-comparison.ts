/** Two families on the same folds: is one better, or was it the luck of the candidates or of the split? */
import type { Rng } from "../../base/index.js";
import { bootstrapIntervals, type Interval, mean } from "../../math/index.js";
import { correctedInterval } from "./corrected-t.js";
import type { RepeatedValidation } from "./repeated-validation.js";
import { resampledSpearman, sortedOrder } from "./resampled-spearman.js";

/** First minus second, of one statistic. */
export interface PairedDifference {
  /** Difference of the figures over all rows at once, averaged over repeats. */
  readonly difference: number;
  /**
   * 95 % percentile interval over candidates drawn with replacement, models and folds as they are: what other
   * candidates to predict would have shown. It leaves out that other candidates would have been trained on too.
   */
  readonly interval: Interval;
  /** Difference of the means over folds. */
  readonly foldDifference: number;
  /** 95 % interval by the corrected resampled t over folds and repeats, which allows for shared training rows. */
  readonly foldInterval: Interval;
  /** Share of repeats whose mean over folds was better for the first; ties count half. */
  readonly repeatsWon: number;
}

export interface PairedComparison {
  readonly first: string;
  readonly second: string;
  readonly spearman: PairedDifference;
  readonly rmse: PairedDifference;
}

export interface PairedOptions {
  readonly rng: Rng;
  /** Bootstrap resamples; default 1000. */
  readonly resamples?: number;
}

/** Every two of the families, which must have been validated on the same splits. */
export function compareInPairs(
  validations: readonly RepeatedValidation[],
  { rng, resamples = 1000 }: PairedOptions,
): PairedComparison[] {
  const pairs = validations.flatMap((first, i) =>
    validations.slice(i + 1).map((second) => [first, second] as const),
  );
  const [any] = validations;
  if (any === undefined || pairs.length === 0) return [];
  for (const other of validations) checkSameSplits(any, other);
  const figuresOf = validations.map(pooledFigures);
  const indexOf = new Map(validations.map((validation, i) => [validation, i]));
  const rowCount = any.runs[0]!.actual.length;
  const differencesOf = (weights: Float64Array): number[] => {
    const figures = figuresOf.map((of) => of(weights));
    return pairs.flatMap(([first, second]) => {
      const [a, b] = [figures[indexOf.get(first)!]!, figures[indexOf.get(second)!]!];
      return [a.spearman - b.spearman, a.rmse - b.rmse];
    });
  };
  const weights = new Float64Array(rowCount);
  const whole = differencesOf(new Float64Array(rowCount).fill(1));
  const intervals = bootstrapIntervals(
    rowCount,
    (indices) => {
      weights.fill(0);
      for (const row of indices) weights[row]! += 1;
      return differencesOf(weights);
    },
    rng.fork("paired"),
    { resamples },
  );
  return pairs.map(([first, second], i) => {
    const difference = (name: "spearman" | "rmse", at: number): PairedDifference => ({
      difference: whole[at]!,
      interval: intervals[at]!,
      ...foldDifference(first, second, name),
    });
    return {
      first: first.family,
      second: second.family,
      spearman: difference("spearman", 2 * i),
      rmse: difference("rmse", 2 * i + 1),
    };
  });
}

/** Pooled figures of a resample of rows, averaged over repeats. */
function pooledFigures({ runs }: RepeatedValidation) {
  const ranked = runs.map((run) => ({ ...run, orders: [run.actual, run.predicted].map(sortedOrder) }));
  return (weights: Float64Array): { spearman: number; rmse: number } => ({
    spearman: mean(
      ranked.map(({ actual, predicted, orders }) =>
        resampledSpearman([actual, predicted], [orders[0]!, orders[1]!], weights),
      ),
    ),
    rmse: mean(ranked.map(({ actual, predicted }) => weightedError(actual, predicted, weights))),
  });
}

function weightedError(actual: Float64Array, predicted: Float64Array, weights: Float64Array): number {
  let squares = 0;
  let total = 0;
  for (let row = 0; row < actual.length; row++) {
    squares += weights[row]! * (actual[row]! - predicted[row]!) ** 2;
    total += weights[row]!;
  }
  return Math.sqrt(squares / total);
}

function foldDifference(first: RepeatedValidation, second: RepeatedValidation, name: "spearman" | "rmse") {
  const better = name === "spearman" ? 1 : -1;
  const repeatGaps = first[name].perRepeat.map((value, i) => better * (value - second[name].perRepeat[i]!));
  const gaps = first.runs.flatMap((run, r) =>
    run[name].perFold.map((value, fold) => value - second.runs[r]![name].perFold[fold]!),
  );
  const defined = gaps.filter((gap) => !Number.isNaN(gap));
  const foldCount = first.runs[0]!.folds.length;
  return {
    foldDifference: mean(defined),
    // Of k equal folds, each tests 1 row for every k - 1 that train.
    foldInterval: correctedInterval(defined, 1 / (foldCount - 1)),
    repeatsWon: mean(repeatGaps.map((gap) => (gap > 0 ? 1 : gap < 0 ? 0 : 0.5))),
  };
}

function checkSameSplits(a: RepeatedValidation, b: RepeatedValidation): void {
  const same =
    a.runs.length === b.runs.length &&
    a.runs.every(({ foldOf }, r) => foldOf.every((fold, row) => fold === b.runs[r]!.foldOf[row]));
  if (!same) throw new RangeError(`${a.family} and ${b.family} were validated on different splits`);
}
