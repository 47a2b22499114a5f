/**
 * `npm run reproduce`: the main job, by running its notebook (or with `--all` every notebook) without a browser
 * through the real kernel. Writes results/<name>/ and ends with the table of mixes.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { Command } from "commander";
import {
  createProgress,
  packageFolder,
  parseHoldout,
  parseSettings,
  printTable,
  runNotebook,
  runOf,
  SETTINGS_VARIABLE,
  writeJsonAtomic,
  writeRunManifest,
} from "../lib/index.js";
import { exitWith } from "./hyper/exit.js";
import { integer, workersOption } from "./hyper/options.js";

const MAIN_NOTEBOOK = "00-quickstart.ipynb";

interface Options {
  all?: true;
  preferences?: string;
  benchmark?: string;
  name?: string;
  seed: number;
  settings?: string;
  workers?: number;
  fresh?: true;
}

const program = new Command("reproduce")
  .description("Run the whole job: pairs, tags, candidates, reward models, PPM, routing, comparison.")
  .option("--all", "run every notebook")
  .option("--preferences <jsonl>", "your pairs; default: SimPref, the embedded simulated corpus")
  .option("--benchmark <path>", "a benchmark file or folder, or holdout:0.25 of the pairs")
  .option("--name <name>", "names the folder of results")
  .option("--seed <integer>", "seed of every random draw", integer(0), 0)
  .option("--settings <json>", "more settings, as text: '{\"candidateCount\": 100}'")
  .option("--fresh", "forget finished pieces of an earlier run")
  .addOption(workersOption());

await exitWith(program, async () => {
  program.parse();
  await reproduce(program.opts<Options>());
});

async function reproduce(options: Options): Promise<void> {
  const run = runOf(settingsFrom(options));
  if (options.fresh) rmSync(run.folder, { recursive: true, force: true });
  const settingsFile = join(run.work, "settings.json");
  writeJsonAtomic(settingsFile, run.settings);
  const folder = join(packageFolder(), "notebooks");
  const notebooks = options.all ? readdirSync(folder).filter((name) => name.endsWith(".ipynb")).sort() : [MAIN_NOTEBOOK];
  for (const name of notebooks) await runOne(join(folder, name), join(run.folder, "notebooks", name), settingsFile);
  await writeRunManifest(run);
  process.stdout.write(`\n${readFileSync(join(run.tables, "mixes.txt"), "utf8")}\n`);
  process.stdout.write(`Figures, tables, models and the executed notebook: ${relative(process.cwd(), run.folder)}/\n`);
}
