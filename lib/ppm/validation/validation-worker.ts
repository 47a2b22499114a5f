/** Worker: does pieces of a validation on a table shared by all threads. */
import { workerData } from "piscina";
import { type ValidationInputs, type ValidationJob, ValidationWork } from "./validation-jobs.js";

const work = new ValidationWork(workerData as ValidationInputs);

export function run(job: ValidationJob): ReturnType<ValidationWork["run"]> {
  return work.run(job);
}
