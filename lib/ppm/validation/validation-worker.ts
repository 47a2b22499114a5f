/** Worker: does pieces of a validation on a table shared by all threads. */
import { workerData } from "piscina";
import { BadInputError, type Problem } from "../../base/index.js";
import { type ValidationInputs, type ValidationJob, ValidationWork } from "./validation-jobs.js";

/** A result, or the problems of a {@link BadInputError}: errors lose their class on the way between threads. */
export type WorkerAnswer =
  | { readonly result: ReturnType<ValidationWork["run"]> }
  | { readonly problems: readonly Problem[] };

const work = new ValidationWork(workerData as ValidationInputs);

export function run(job: ValidationJob): WorkerAnswer {
  try {
    return { result: work.run(job) };
  } catch (error) {
    if (error instanceof BadInputError) return { problems: error.problems };
    throw error;
  }
}
