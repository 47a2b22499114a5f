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
  /** Memory of each worker in MB: what it holds at most, and its space for new objects. Default: Node's, for speed. */
  readonly memory?: { readonly heapMb: number; readonly newObjectsMb: number };
  /** Called when a task ends, in order of completion. */
  readonly onResult?: (index: number, result: unknown) => void;
}

/** Worker threads that wait for tasks. */
export interface WorkerPool<Task, Result> {
  /** Runs a task in the next free thread; tasks start in the order in which they are given. */
  run(task: Task): Promise<Result>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/**
 * Starts worker threads, for work whose tasks are not all known, or do not all fit in memory, at once.
 * @param worker URL of a module that exports `run(task)`; a `.ts` module is loaded through tsx
 */
export function createWorkerPool<Task, Result>(
  worker: URL,
  { workers: threads = availableParallelism(), shared, memory }: Omit<PoolOptions, "onResult"> = {},
): WorkerPool<Task, Result> {
  const pool = new Piscina({
    filename: worker.href,
    name: "run",
    minThreads: threads,
    maxThreads: threads,
    workerData: shared,
    ...(memory === undefined
      ? {}
      : {
          resourceLimits: {
            maxOldGenerationSizeMb: memory.heapMb,
            maxYoungGenerationSizeMb: memory.newObjectsMb,
          },
        }),
    execArgv: worker.pathname.endsWith(".ts") ? ["--import", tsxLoader()] : [],
  });
  return { run: async (task) => (await pool.run(task)) as Result, close: () => pool.destroy() };
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
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), tasks.length));
  const pool = createWorkerPool<Task, Result>(worker, { workers, shared: options.shared });
  try {
    return await Promise.all(
      tasks.map(async (task, index) => {
        const result = await pool.run(task);
        options.onResult?.(index, result);
        return result;
      }),
    );
  } finally {
    await pool.close();
  }
}

/** tsx as installed here: by its name alone it would be looked for from the working directory. */
function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}
