/** Worker: fits one model a task on features shared by all threads. */
import { workerData } from "piscina";
import type { FitOptions } from "./loss.js";
import type { SparseRows } from "./sparse-rows.js";
import { type FitInputs, type FittedJob, fitJob } from "./train.js";

/** What every task shares. */
export interface FitWorkerData {
  readonly inputs: FitInputs;
  readonly benchmark: SparseRows;
  readonly options: FitOptions;
}

export function run(labels: Int8Array): FittedJob {
  const { inputs, benchmark, options } = workerData as FitWorkerData;
  return fitJob(inputs, benchmark, labels, options);
}
