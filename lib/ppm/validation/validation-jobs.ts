/** Pieces of a validation as plain data, so that they can be worked on in any thread, in any order. */
import { createRng } from "../../base/index.js";
import type { PreparedFits, TrainingTable } from "../family.js";
import { type FoldPredictions, predictFold } from "./cross-validation.js";
import { chooseFamily, type FamilyChoice } from "./family-choice.js";
import { type FoldIntervals, intervalsOfFold } from "./fold-intervals.js";

/** What all pieces share. */
export interface ValidationInputs {
  readonly table: TrainingTable;
  readonly choices: readonly FamilyChoice[];
  /** What counts are divided by, one a choice. */
  readonly scales: readonly number[];
  /** Fold labels of each repeat. */
  readonly splits: readonly Int32Array[];
  readonly seed: number;
}

/** Predicts one fold of a split from a share of the other folds. */
export interface FoldJob {
  readonly kind: "fold";
  readonly choice: number;
  readonly split: number;
  readonly fold: number;
  /** In (0, 1]. */
  readonly fraction: number;
}

/** Makes the intervals of one fold of the first split. */
export interface IntervalJob {
  readonly kind: "intervals";
  readonly choice: number;
  readonly fold: number;
  readonly alpha: number;
}

export type ValidationJob = FoldJob | IntervalJob;
export type ResultOf<Job extends ValidationJob> = Job extends FoldJob ? FoldPredictions : FoldIntervals;

/** Does pieces one after the other; tables made ready for a family are kept for the next piece. */
export class ValidationWork {
  readonly #inputs: ValidationInputs;
  readonly #prepared = new Map<number, PreparedFits>();

  constructor(inputs: ValidationInputs) {
    this.#inputs = inputs;
  }

  run(job: ValidationJob): FoldPredictions | FoldIntervals {
    const { table, splits, seed } = this.#inputs;
    const prepared = this.#prepare(job.choice);
    const rng = createRng(seed);
    if (job.kind === "intervals") {
      const where = { foldOf: splits[0]!, fold: job.fold };
      return intervalsOfFold(prepared, table, where, { alpha: job.alpha, rng: rng.fork("intervals") });
    }
    const { split, fold, fraction } = job;
    const share = fraction < 1 ? { fraction, rng: rng.fork("share", split) } : undefined;
    return predictFold(prepared, splits[split]!, fold, share);
  }

  #prepare(choice: number): PreparedFits {
    const { table, choices, scales } = this.#inputs;
    let prepared = this.#prepared.get(choice);
    if (prepared === undefined) {
      prepared = chooseFamily(choices[choice]!).prepare(table, scales[choice]!);
      this.#prepared.set(choice, prepared);
    }
    return prepared;
  }
}
