/** Door: runs notebooks headlessly through the tslab kernel, or strips their outputs. `--help` tells how. */
import { basename, join } from "node:path";
import { Command } from "commander";
import { BadInputError } from "../lib/base/index.js";
import {
  type CellProgress,
  NotebookError,
  readNotebook,
  runNotebook,
  stripNotebook,
  writeNotebook,
} from "../lib/notebook/index.js";

interface Options {
  readonly out?: string;
  readonly timeout: string;
  readonly cwd?: string;
  readonly strip?: boolean;
}

const program = new Command("run-notebook")
  .description("Run notebooks in order, each in a fresh kernel. Cells import the built library: build first.")
  .argument("<notebooks...>", "notebook files (.ipynb)")
  .option("--out <folder>", "write the executed notebooks here (default: nowhere; they are only checked)")
  .option("--timeout <seconds>", "limit for each cell", "600")
  .option("--cwd <folder>", "the kernels' working directory (default: each notebook's folder)")
  .option("--strip", "run nothing: remove outputs and counts from the notebooks, in place")
  .action(async (paths: string[], options: Options) => {
    for (const path of paths) {
      if (options.strip) writeNotebook(path, stripNotebook(readNotebook(path)));
      else await run(path, options);
    }
  });

async function run(path: string, { out, timeout, cwd }: Options): Promise<void> {
  const timeoutS = Number(timeout);
  if (!(timeoutS > 0)) {
    throw new BadInputError([{ place: "--timeout", value: timeout, rule: "a number of seconds above 0" }]);
  }
  const onCell = ({ cellNumber, cellCount, cellId, status, durationMs }: CellProgress): void => {
    if (status === "started") return;
    const seconds = (durationMs / 1000).toFixed(1);
    process.stderr.write(`${basename(path)} ${cellNumber}/${cellCount} ${cellId} ${status} ${seconds} s\n`);
  };
  await runNotebook(path, { outPath: out && join(out, basename(path)), cwd, timeoutS, onCell });
}

try {
  await program.parseAsync();
} catch (error) {
  const expected = error instanceof NotebookError || error instanceof BadInputError;
  console.error(expected ? error.message : error);
  process.exitCode = error instanceof BadInputError ? 2 : 1;
}
