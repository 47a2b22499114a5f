/**
 * Gradient boosting for squared error: each tree is grown to the gradients that the trees before it leave.
 * Source: Ke et al. 2017 (LightGBM); LightGBM 4 documentation. Targets and gradients are float32, as there; scores
 * are doubles. Departure: bins are found from all rows, where LightGBM draws 200,000 of more.
 */
import type { Matrix } from "../../math/index.js";
import { matrixRow } from "../../math/index.js";
import { binTable, storedRows } from "./binned-table.js";
import { checkTrainingData } from "./check-training-data.js";
import { EPSILON, ZERO_THRESHOLD } from "./float-limits.js";
import { Forest } from "./forest.js";
import { LightGbmModel } from "./model.js";
import { featureInfo, parameterLines } from "./model-text.js";
import type { LightGbmParams } from "./params.js";
import { constantTree, type LightGbmTree } from "./tree.js";
import { TreeGrower } from "./tree-grower.js";

export interface LabelledRows {
  /** Rows × columns, NaN where missing. */
  readonly rows: Matrix;
  /** One a row. */
  readonly targets: ArrayLike<number>;
}

export interface LightGbmTraining extends LabelledRows {
  readonly params: LightGbmParams;
  readonly featureNames: readonly string[];
  /** Watched for early stopping. */
  readonly validation?: LabelledRows;
}

/** @throws {BadInputError} on infinite values, targets that float32 cannot hold, sizes that do not fit … */
export function trainLightGbm(training: LightGbmTraining): LightGbmModel {
  checkTrainingData(training);
  const { rows, params, featureNames, validation } = training;
  const table = binTable(rows, params);
  const watched = validation && { ...validation, rows: storedRows(validation.rows, table) };
  const boosting = new Boosting(training.targets, watched ?? null, params);
  const grower = new TreeGrower(table, params);
  try {
    while (boosting.trees.length < params.num_iterations && !boosting.isStopped) {
      const tree = table.features.length > 0 ? grower.grow(boosting.gradients()) : null;
      boosting.add(tree, grower);
    }
  } finally {
    grower.release();
  }
  return new LightGbmModel({
    featureNames,
    columnNames: featureNames.map((_, i) => `Column_${i}`),
    featureInfos: table.mappers.map(featureInfo),
    trees: boosting.trees,
    bestIteration: boosting.bestIteration,
    validationErrors: boosting.validationErrors,
    parameterLines: parameterLines(params),
  });
}

/** The trees so far, and the scores they give. */
class Boosting {
  readonly trees: LightGbmTree[] = [];
  isStopped = false;
  readonly #params: LightGbmParams;
  readonly #targets: Float32Array;
  readonly #scores: Float64Array;
  readonly #gradients: Float32Array;
  /** The mean that boosting starts from; 0 for none. */
  readonly #start: number;
  readonly #watch: Watch | null;

  constructor(targets: ArrayLike<number>, validation: LabelledRows | null, params: LightGbmParams) {
    this.#params = params;
    this.#targets = Float32Array.from(targets);
    const mean = meanOf(this.#targets);
    this.#start = params.boost_from_average && Math.abs(mean) > EPSILON ? mean : 0;
    this.#scores = new Float64Array(targets.length).fill(this.#start);
    this.#gradients = new Float32Array(targets.length);
    this.#watch = validation && new Watch(validation, this.#start);
  }

  get bestIteration(): number | null {
    return this.#watch?.bestIteration ?? null;
  }

  get validationErrors(): Float64Array | null {
    return this.#watch && Float64Array.from(this.#watch.errors);
  }

  /** Derivatives of half the squared error. */
  gradients(): Float32Array {
    for (let i = 0; i < this.#gradients.length; i++) {
      this.#gradients[i] = this.#scores[i]! - this.#targets[i]!;
    }
    return this.#gradients;
  }

  /** @param tree null if no split gained anything */
  add(grown: LightGbmTree | null, grower: TreeGrower): void {
    if (grown === null) {
      this.isStopped = true;
      if (this.trees.length === 0) {
        this.trees.push(constantTree(this.#params.boost_from_average ? this.#start : meanOf(this.#targets)));
      }
      return;
    }
    const { learning_rate, early_stopping_round } = this.#params;
    const tree = mapValues(grown, learning_rate, (value) => value * learning_rate);
    grower.forEachLeaf((leaf, rows) => {
      const value = tree.leafValue[leaf]!;
      for (let i = 0; i < rows.length; i++) this.#scores[rows[i]!]! += value;
    });
    const holdsStart = this.trees.length === 0 && this.#start !== 0;
    this.trees.push(holdsStart ? mapValues(tree, 1, (value) => value + this.#start) : tree);
    if (this.#watch?.add(tree, this.trees.length) && early_stopping_round > 0) {
      this.#stopAt(this.#watch.bestIteration!, early_stopping_round);
    }
  }

  #stopAt(bestIteration: number, patience: number): void {
    if (this.trees.length - bestIteration < patience) return;
    this.isStopped = true;
    this.trees.length = bestIteration;
  }
}

/** Validation rows and the error of each round. */
class Watch {
  bestIteration: number | null = null;
  readonly errors: number[] = [];
  #leastError = Number.POSITIVE_INFINITY;
  readonly #rows: Matrix;
  readonly #targets: Float32Array;
  readonly #scores: Float64Array;

  constructor({ rows, targets }: LabelledRows, start: number) {
    this.#rows = rows;
    this.#targets = Float32Array.from(targets);
    this.#scores = new Float64Array(targets.length).fill(start);
  }

  /** @returns whether the error is no better than before */
  add(tree: LightGbmTree, iteration: number): boolean {
    const forest = new Forest([tree]);
    let squares = 0;
    for (let i = 0; i < this.#scores.length; i++) {
      this.#scores[i]! += forest.predict(matrixRow(this.#rows, i));
      squares += (this.#scores[i]! - this.#targets[i]!) ** 2;
    }
    const error = Math.sqrt(squares / this.#scores.length);
    this.errors.push(error);
    if (!(error < this.#leastError)) return true;
    this.#leastError = error;
    this.bestIteration = iteration;
    return false;
  }
}

/** A tree with other values; what is next to zero becomes zero. */
function mapValues(tree: LightGbmTree, shrinkage: number, change: (value: number) => number): LightGbmTree {
  const clean = (value: number) => {
    const changed = change(value);
    return Math.abs(changed) <= ZERO_THRESHOLD ? 0 : changed;
  };
  const { leafValue, internalValue } = tree;
  return { ...tree, shrinkage, leafValue: leafValue.map(clean), internalValue: internalValue.map(clean) };
}

function meanOf(targets: Float32Array): number {
  let sum = 0;
  for (const target of targets) sum += target;
  return sum / targets.length;
}
