/**
 * The door: `hyper VERB …`. Exit codes: 0 ok, 1 failed, 2 bad input.
 * Each verb reads its options, calls the library and reports; it holds no logic of its own.
 */
import { Command } from "commander";
import { packageVersion } from "../lib/index.js";
import { agreementCommand } from "./hyper/agreement.js";
import { annotateCommand } from "./hyper/annotate.js";
import { buildCommand } from "./hyper/build.js";
import { candidatesCommand } from "./hyper/candidates.js";
import { countsCommand } from "./hyper/counts.js";
import { dataCommand } from "./hyper/data.js";
import { exitWith } from "./hyper/exit.js";
import { ppmCommand } from "./hyper/ppm.js";
import { routeCommand } from "./hyper/route.js";
import { simprefCommand } from "./hyper/simpref.js";
import { simulateCommand } from "./hyper/simulate.js";
import { simulateLmCommand } from "./hyper/simulate-lm.js";
import { studyCommand } from "./hyper/study.js";
import { tagsCommand } from "./hyper/tags.js";
import { trainCommand } from "./hyper/train.js";

const program = new Command("hyper")
  .description("Decide which preference pairs deserve a human label and which an LM can label.")
  .version(packageVersion())
  .showHelpAfterError("(add --help for the options)");

for (const command of [
  dataCommand(),
  buildCommand(),
  annotateCommand(),
  agreementCommand(),
  simprefCommand(),
  simulateLmCommand(),
  tagsCommand(),
  countsCommand(),
  candidatesCommand(),
  trainCommand(),
  ppmCommand(),
  routeCommand(),
  simulateCommand(),
  studyCommand(),
]) {
  program.addCommand(command);
}

await exitWith(program, () => program.parseAsync());
