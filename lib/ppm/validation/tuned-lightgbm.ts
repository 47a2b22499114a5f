/**
 * LightGBM with settings chosen by cross-validation within the training rows, so that rows that are held out for a
 * test have no say in them. The number of trees too: there is no early stopping on test rows.
 */
import type { Rng } from "../../base/index.js";
import { createMatrix, type Matrix, matrixRow } from "../../math/index.js";
import type { PpmFamily, TrainingTable } from "../family.js";
import { type LightGbmParams, parseLightGbmParams, trainLightGbm } from "../lightgbm/index.js";
import { distinctFolds, drawFolds, rowsWhere } from "./splits.js";

/** What is tried; settings that are given stay as given. Fewer leaves than LightGBM's 31 suit hundreds of rows. */
export const TUNING_GRID = {
  num_leaves: [4, 8, 31],
  min_data_in_leaf: [5, 20],
} as const satisfies Partial<Record<keyof LightGbmParams, readonly number[]>>;

/**
 * Trees tried at most, three times LightGBM's default, and for how many more each inner fold is watched once its error
 * no longer falls.
 */
const SEARCH_DEFAULTS = { num_iterations: 300, early_stopping_round: 50 } as const;

export const TUNING_FOLDS = 5;

export interface TuningOptions {
  /** Settings that stay. */
  readonly given: Partial<LightGbmParams>;
  /** Makes the family of some settings: `lightgbmFamily`, or an ensemble of it. */
  readonly familyOf: (params: LightGbmParams) => PpmFamily;
  /** Draws the inner folds. */
  readonly rng: Rng;
}

/**
 * The family whose fits choose their settings: each of {@link TUNING_GRID} is trained on 4 of 5 folds of the training
 * rows; the settings and the number of trees with the least squared error on the held-out fold, summed over folds, are
 * then fitted to all training rows. `details` says which.
 */
export function tunedLightGbm({ given, familyOf, rng }: TuningOptions): PpmFamily {
  const start = parseLightGbmParams({ ...SEARCH_DEFAULTS, ...given });
  const { name, acceptsMissing, needsScale, fromJson } = familyOf(start);
  return {
    ...{ name, acceptsMissing, needsScale, fromJson },
    prepare(table, scale) {
      const scaled: Matrix = { ...table.counts, data: table.counts.data.map((count) => count / scale) };
      const prepareFor = (train: Int32Array) => {
        const tuned = tune({ ...table, counts: scaled }, train, gridOf(start, given), rng);
        return { prepared: familyOf(tuned.params).prepare(table, scale), details: tuned.details };
      };
      return {
        fit(train) {
          const { prepared, details } = prepareFor(train);
          const fitted = prepared.fit(train);
          return { ...fitted, details: { ...fitted.details, tuned: details } };
        },
        predictHeldOut(train, heldOut) {
          const { prepared, details } = prepareFor(train);
          const result = prepared.predictHeldOut(train, heldOut);
          return { ...result, details: { ...result.details, tuned: details } };
        },
      };
    },
  };
}

/** Every combination of values that were not given. */
function gridOf(start: LightGbmParams, given: Partial<LightGbmParams>): LightGbmParams[] {
  const leaves = given.num_leaves === undefined ? TUNING_GRID.num_leaves : [start.num_leaves];
  const least =
    given.min_data_in_leaf === undefined ? TUNING_GRID.min_data_in_leaf : [start.min_data_in_leaf];
  return leaves.flatMap((num_leaves) =>
    least.map((min_data_in_leaf) => ({ ...start, num_leaves, min_data_in_leaf })),
  );
}

interface Tuned {
  readonly params: LightGbmParams;
  readonly details: {
    readonly num_leaves: number;
    readonly min_data_in_leaf: number;
    readonly num_iterations: number;
    /** Root-mean-square error over the inner folds; of the best of many, so a little too good. */
    readonly innerRmse: number;
  };
}

function tune(table: TrainingTable, train: Int32Array, grid: readonly LightGbmParams[], rng: Rng): Tuned {
  const folds = Math.min(TUNING_FOLDS, train.length);
  const foldOf = drawFolds(train.length, { folds, rng: rng.fork("tuning") });
  const tried = grid.map((params) => {
    const errors = innerErrors(table, train, foldOf, params);
    const best = errors.indexOf(Math.min(...errors));
    const { num_leaves, min_data_in_leaf } = params;
    const innerRmse = Math.sqrt(errors[best]! / train.length);
    return {
      params: { ...params, num_iterations: best + 1, early_stopping_round: 0 },
      details: { num_leaves, min_data_in_leaf, num_iterations: best + 1, innerRmse },
    };
  });
  return tried.reduce((best, each) => (each.details.innerRmse < best.details.innerRmse ? each : best));
}

/** Sum of squared errors on the held-out folds after 1, 2, … trees. */
function innerErrors(
  { featureNames, counts, targets }: TrainingTable,
  train: Int32Array,
  foldOf: Int32Array,
  params: LightGbmParams,
): Float64Array {
  const errors = new Float64Array(params.num_iterations);
  for (const fold of distinctFolds(foldOf, train.length)) {
    const part = (wanted: (label: number) => boolean) => {
      const rows = rowsWhere(foldOf, wanted).map((place) => train[place]!);
      return { rows: takeRows(counts, rows), targets: Float64Array.from(rows, (row) => targets[row]!) };
    };
    const validation = part((label) => label === fold);
    const training = part((label) => label !== fold);
    const watched = trainLightGbm({ ...training, validation, params, featureNames }).validationErrors;
    if (watched === null) throw new RangeError("LightGBM kept no errors of the held-out fold");
    for (let at = 0; at < errors.length; at++) {
      // Where training ended early, more trees would not have helped: its last error stands for theirs.
      const error = watched[Math.min(at, watched.length - 1)] ?? Number.POSITIVE_INFINITY;
      errors[at]! += error ** 2 * validation.targets.length;
    }
  }
  return errors;
}

function takeRows(matrix: Matrix, rows: Int32Array): Matrix {
  const taken = createMatrix(rows.length, matrix.columns);
  for (const [i, row] of rows.entries()) taken.data.set(matrixRow(matrix, row), i * matrix.columns);
  return taken;
}
