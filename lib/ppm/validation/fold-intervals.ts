/**
 * Prediction intervals of held-out candidates, each made without its fold, by folds within the other folds.
 */
import type { Rng } from "../../base/index.js";
import { matrixRow, mean } from "../../math/index.js";
import type { PreparedFits, TrainingTable } from "../family.js";
import type { Ppm } from "../ppm.js";
import { conformalRadius, cvPlusInterval } from "./conformal.js";
import { normalQuantile } from "./normal.js";
import { distinctFolds, drawFolds, rowsWhere } from "./splits.js";

/**
 * How intervals are made: `conformal`, prediction ± quantile of out-of-fold residuals; `cv+`, of Barber et al. 2021,
 * sure to cover 1 - 2α whatever the family; `own`, the model's own uncertainty with run-to-run noise added (what the
 * out-of-fold residuals have beyond it); `own without noise`, of the fitted function alone.
 */
export type IntervalMethod = "conformal" | "cv+" | "own" | "own without noise";

/** Intervals of one fold's rows, in the order of the rows. */
export interface FoldIntervals {
  readonly rows: Int32Array;
  readonly predicted: Float64Array;
  readonly methods: readonly {
    readonly method: IntervalMethod;
    readonly lower: number[];
    readonly upper: number[];
  }[];
}

export interface FoldIntervalOptions {
  /** In (0, 1): the share of scores that may lie outside. */
  readonly alpha: number;
  /** Folds within the training rows; default 10, or as many as rows. */
  readonly innerFolds?: number;
  readonly rng: Rng;
}

/** Intervals for the rows of one fold, from the other folds alone. */
export function intervalsOfFold(
  prepared: PreparedFits,
  table: Pick<TrainingTable, "counts" | "targets">,
  { foldOf, fold }: { readonly foldOf: Int32Array; readonly fold: number },
  { alpha, innerFolds = 10, rng }: FoldIntervalOptions,
): FoldIntervals {
  const train = rowsWhere(foldOf, (label) => label !== fold);
  const rows = rowsWhere(foldOf, (label) => label === fold);
  const { ppm } = prepared.fit(train);
  const predicted = predictRows(ppm, table, rows);
  const inner = innerFits(prepared, table, { train, rows }, ppm.uncertainty !== null, {
    folds: Math.min(innerFolds, train.length),
    rng: rng.fork("inner", fold),
  });
  const radius = conformalRadius(
    { folds: innerFolds, absoluteResiduals: [...inner.absoluteResiduals.slice().sort()] },
    alpha,
  );
  const plus = inner.predictedBy.map((by) =>
    cvPlusInterval({ predicted: by, absoluteResiduals: inner.absoluteResiduals }, alpha),
  );
  const around = (method: IntervalMethod, half: (row: number) => number) => ({
    method,
    lower: Array.from(rows, (row, i) => predicted[i]! - half(row)),
    upper: Array.from(rows, (row, i) => predicted[i]! + half(row)),
  });
  const methods = [
    around("conformal", () => radius),
    {
      method: "cv+" as const,
      lower: plus.map(({ lower }) => lower),
      upper: plus.map(({ upper }) => upper),
    },
  ];
  const { uncertainty } = ppm;
  if (uncertainty !== null) {
    const z = normalQuantile(1 - alpha / 2);
    const sd = (row: number): number => uncertainty.sd(matrixRow(table.counts, row));
    methods.push(
      around("own", (row) => z * Math.sqrt(sd(row) ** 2 + inner.noiseVariance)),
      around("own without noise", (row) => z * sd(row)),
    );
  }
  return { rows, predicted, methods };
}

interface InnerFits {
  /** For each row outside, its prediction by the model that did not see each training row. */
  readonly predictedBy: Float64Array[];
  /** Out of fold, one a training row. */
  readonly absoluteResiduals: Float64Array;
  /** What the squared residuals have beyond the models' own variance, on average; at least 0. */
  readonly noiseVariance: number;
}

function innerFits(
  prepared: PreparedFits,
  table: Pick<TrainingTable, "counts" | "targets">,
  { train, rows }: { readonly train: Int32Array; readonly rows: Int32Array },
  needsSd: boolean,
  split: { readonly folds: number; readonly rng: Rng },
): InnerFits {
  const innerFoldOf = drawFolds(train.length, split);
  const predictedBy = Array.from(rows, () => new Float64Array(train.length));
  const absoluteResiduals = new Float64Array(train.length);
  const excess = new Float64Array(train.length);
  for (const fold of distinctFolds(innerFoldOf, train.length)) {
    const kept = rowsWhere(innerFoldOf, (label) => label !== fold).map((place) => train[place]!);
    const places = rowsWhere(innerFoldOf, (label) => label === fold);
    const asked = Int32Array.from([...places.map((place) => train[place]!), ...rows]);
    const ppm = needsSd ? prepared.fit(kept).ppm : null;
    const predicted = ppm ? predictRows(ppm, table, asked) : prepared.predictHeldOut(kept, asked).predicted;
    for (const [i, place] of places.entries()) {
      const row = train[place]!;
      absoluteResiduals[place] = Math.abs(table.targets[row]! - predicted[i]!);
      const sd = ppm?.uncertainty?.sd(matrixRow(table.counts, row)) ?? 0;
      excess[place] = absoluteResiduals[place]! ** 2 - sd ** 2;
      for (let j = 0; j < rows.length; j++) predictedBy[j]![place] = predicted[places.length + j]!;
    }
  }
  return { predictedBy, absoluteResiduals, noiseVariance: Math.max(0, mean(excess)) };
}

function predictRows(ppm: Ppm, { counts }: Pick<TrainingTable, "counts">, rows: Int32Array): Float64Array {
  return ppm.predictMany(Array.from(rows, (row) => matrixRow(counts, row)));
}
