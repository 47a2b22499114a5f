/** Pieces of a validation as plain data, so that they can be worked on in any thread, in any order. */
import { createRng } from "../../base/index.js";
import type { PreparedFits, TrainingTable } from "../family.js";
import { type CrossValidation, validateSplit } from "./cross-validation.js";
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

/** Cross-validates a choice on a split, on a share of the training rows. */
export interface SplitJob {
  readonly kind: "split";
  readonly choice: number;
  readonly split: number;
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

export type ValidationJob = SplitJob | IntervalJob;
export type ResultOf<Job extends ValidationJob> = Job extends SplitJob ? CrossValidation : FoldIntervals;

/** Does pieces one after the other; tables made ready for a family are kept for the next piece. */
export class ValidationWork {
  readonly #inputs: ValidationInputs;
  readonly #prepared = new Map<number, PreparedFits>();

  constructor(inputs: ValidationInputs) {
    this.#inputs = inputs;
  }

  run(job: ValidationJob): CrossValidation | FoldIntervals {
    const { table, choices, scales, splits, seed } = this.#inputs;
    const prepared = this.#prepare(job.choice);
    const rng = createRng(seed);
    if (job.kind === "intervals") {
      const where = { foldOf: splits[0]!, fold: job.fold };
      return intervalsOfFold(prepared, table, where, { alpha: job.alpha, rng: rng.fork("intervals") });
    }
    const share =
      job.fraction < 1 ? { fraction: job.fraction, rng: rng.fork("share", job.split) } : undefined;
    return {
      family: chooseFamily(choices[job.choice]!).name,
      scale: scales[job.choice]!,
      ...validateSplit(prepared, table.targets, splits[job.split]!, share),
    };
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
