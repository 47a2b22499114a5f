/** Runs a notebook headlessly, as `jupyter nbconvert --execute` does, without Python. */
import { dirname, resolve } from "node:path";
import { type CellFailure, Kernel } from "./kernel/kernel.js";
import {
  joinLines,
  type Notebook,
  type NotebookCell,
  readNotebook,
  withKernelspec,
  writeNotebook,
} from "./notebook-file.js";

/** How far a run is. */
export interface CellProgress {
  /** The cell's place among all cells of the notebook, counted from 1. */
  readonly cellNumber: number;
  readonly cellCount: number;
  readonly cellId: string;
  readonly status: "started" | "ok" | "failed";
  /** Since the cell started. */
  readonly durationMs: number;
}

export interface RunNotebookOptions {
  /** Where the executed notebook goes, also when a cell fails; default: nowhere. */
  readonly outPath?: string;
  /** The kernel's working directory; default: the notebook's folder, as in Jupyter. */
  readonly cwd?: string;
  /** Limit for each cell; default 600. */
  readonly timeoutS?: number;
  /** Added to the kernel's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onCell?: (progress: CellProgress) => void;
  /** Hears what cells print (`stdout`, `stderr`), as they print: the progress of long ones. */
  readonly onStream?: (name: string, text: string) => void;
}

/** A cell failed, ran too long, or took the kernel down. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
  readonly path: string;
  /** Counted from 1 over all cells. */
  readonly cellNumber: number;
  readonly cellId: string;
  readonly source: string;

  constructor(path: string, cellNumber: number, cell: NotebookCell, { name, message, detail }: CellFailure) {
    const source = joinLines(cell.source);
    const more = detail.trim() === message ? "" : `\n${detail.trimEnd()}`;
    super(
      `${path}: cell ${cellNumber} (id ${cell.id}) failed: ${name}: ${message}${more}\n--- the cell ---\n${source}`,
    );
    this.path = path;
    this.cellNumber = cellNumber;
    this.cellId = cell.id;
    this.source = source;
  }
}

/**
 * Runs every code cell in order in one fresh kernel, and stops at the first that fails.
 * @returns the executed notebook
 * @throws {BadInputError} if the file is not a notebook
 * @throws {NotebookError} if a cell fails; `outPath` then holds what ran, with the error as the cell's output
 */
export async function runNotebook(path: string, options: RunNotebookOptions = {}): Promise<Notebook> {
  const notebook = readNotebook(path);
  const cells = notebook.cells.map(cleared);
  const kernel = await Kernel.start({ cwd: options.cwd ?? dirname(resolve(path)), env: options.env });
  try {
    for (const [i, cell] of cells.entries()) {
      const code = joinLines(cell.source);
      if (cell.cell_type !== "code" || code.trim() === "") continue;
      const start = performance.now();
      const report = (status: CellProgress["status"]): void =>
        options.onCell?.({
          cellNumber: i + 1,
          cellCount: cells.length,
          cellId: cell.id,
          status,
          durationMs: performance.now() - start,
        });
      report("started");
      const { timeoutS = 600, onStream } = options;
      const { executionCount, outputs, failure } = await kernel.execute(code, timeoutS, onStream);
      cells[i] = { ...cell, execution_count: executionCount, outputs };
      report(failure ? "failed" : "ok");
      if (failure) throw new NotebookError(path, i + 1, cell, failure);
    }
    return withKernelspec({ ...notebook, cells });
  } finally {
    await kernel.stop();
    if (options.outPath !== undefined) writeNotebook(options.outPath, withKernelspec({ ...notebook, cells }));
  }
}

function cleared(cell: NotebookCell): NotebookCell {
  return cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;
}
