/** Pieces of a validation, here or spread over threads: whichever is sooner done. The result is the same. */
import { BadInputError, mapInWorkers, type Progress, withProgress } from "../../base/index.js";
import {
  type ResultOf,
  type ValidationInputs,
  type ValidationJob,
  ValidationWork,
} from "./validation-jobs.js";
import type { WorkerAnswer } from "./validation-worker.js";

/** Threads take about a second to start. */
const WORTH_THREADS_MS = 3000;

export interface JobOptions {
  /** Threads at most; default one a core. */
  readonly workers?: number;
  /** Of the progress that is shown. */
  readonly label: string;
  /** Threads are started once the rest would take longer than this here. */
  readonly worthThreadsMs?: number;
}

/** @returns results in the order of the jobs */
export async function runJobs<Job extends ValidationJob>(
  inputs: ValidationInputs,
  jobs: readonly Job[],
  { workers, label, worthThreadsMs = WORTH_THREADS_MS }: JobOptions,
): Promise<ResultOf<Job>[]> {
  const here = new ValidationWork(inputs);
  const start = performance.now();
  const done: unknown[] = [];
  const restMs = (): number => ((performance.now() - start) / done.length) * (jobs.length - done.length);
  while (done.length < jobs.length && (done.length === 0 || restMs() <= worthThreadsMs)) {
    done.push(here.run(jobs[done.length]!));
  }
  const rest = jobs.slice(done.length);
  if (rest.length > 0) {
    const spreadOut = (progress: Progress) => spread(inputs, rest, { workers, here, progress });
    done.push(...(await withProgress(label, rest.length, spreadOut)));
  }
  return done as ResultOf<Job>[];
}

async function spread(
  inputs: ValidationInputs,
  jobs: readonly ValidationJob[],
  {
    workers,
    here,
    progress,
  }: { readonly workers?: number; readonly here: ValidationWork; readonly progress: Progress },
): Promise<unknown[]> {
  if (workers === 1 || jobs.length === 1) {
    return jobs.map((job) => {
      const result = here.run(job);
      progress.advance();
      return result;
    });
  }
  const answers = await mapInWorkers<ValidationJob, WorkerAnswer>(workerUrl(), jobs, {
    workers,
    shared: inputs,
    onResult: () => progress.advance(),
  });
  return answers.map((answer) => {
    if ("problems" in answer) throw new BadInputError(answer.problems);
    return answer.result;
  });
}

/** Beside this module, in the source tree as in the built one. */
function workerUrl(): URL {
  return new URL(`./validation-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}
