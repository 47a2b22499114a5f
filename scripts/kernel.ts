/** `npm run kernel`: makes the notebooks' kernel known to Jupyter and VS Code. Needs no Python. */
import { join, resolve } from "node:path";
import { Command } from "commander";
import { installKernel } from "../lib/index.js";
import { exitWith } from "./hyper/exit.js";

const program = new Command("kernel")
  .description("Register the TypeScript kernel that the notebooks run in, for this user.")
  .option("--prefix <folder>", "register below <folder>/share/jupyter instead, e.g. a virtual environment");

await exitWith(program, async () => {
  program.parse();
  const { prefix } = program.opts<{ prefix?: string }>();
  const dataFolder = prefix === undefined ? undefined : resolve(prefix, "share", "jupyter");
  process.stdout.write(`Registered the kernel "TypeScript": ${installKernel(dataFolder)}\n`);
  if (dataFolder !== undefined) {
    process.stdout.write(
      `Unless that is Jupyter's own prefix, start Jupyter with JUPYTER_PATH=${dataFolder}\n`,
    );
  }
  process.stdout.write(`Open ${join("notebooks", "00-quickstart.ipynb")} and choose it.\n`);
});
