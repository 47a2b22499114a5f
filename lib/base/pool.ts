/** Work spread over processor cores. Results come in the order of the tasks, whatever the number of workers. */
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";

export interface PoolOptions {
  /** Worker threads; default: one a core. */
  readonly workers?: number;
  /** Passed to every worker once, as `workerData`; the place for large shared inputs. */
  readonly shared?: unknown;
  /** Called when a task ends, in order of completion. */
  readonly onResult?: (index: number, result: unknown) => void;
}

/**
 * Runs each task in a worker thread.
 * @param worker URL of a module that exports `run(task)`; a `.ts` module is loaded through tsx
 * @returns results in the order of `tasks`
 * @throws the first error of any task; the others are cancelled
 */
export async function mapInWorkers<Task, Result>(
  worker: URL,
  tasks: readonly Task[],
  options: PoolOptions = {},
): Promise<Result[]> {
  const threads = Math.max(1, Math.min(options.workers ?? availableParallelism(), tasks.length));
  const pool = new Piscina({
    filename: worker.href,
    name: "run",
    minThreads: threads,
    maxThreads: threads,
    workerData: options.shared,
    execArgv: worker.pathname.endsWith(".ts") ? ["--import", tsxLoader()] : [],
  });
  try {
    return await Promise.all(
      tasks.map(async (task, index) => {
        const result = (await pool.run(task)) as Result;
        options.onResult?.(index, result);
        return result;
      }),
    );
  } finally {
    await pool.destroy();
  }
}

/** tsx as installed here: by its name alone it would be looked for from the working directory. */
function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}
