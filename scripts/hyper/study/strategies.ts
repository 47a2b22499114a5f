/** `hyper study strategies`: which strategies exploit the errors of a PPM. */
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import {
  PAPER_FIGURES_NOTE,
  ROUTING_STRATEGIES,
  routingStrategy,
  runStrategyStudy,
  selectionTable,
  selectionText,
  strategyText,
  writeStudyTable,
} from "../../../lib/index.js";
import { integer, list, MAX_MIXES } from "../options.js";
import {
  checkAll,
  fitOptions,
  modelChecks,
  openAndReport,
  type StudyOptions,
  studyProvenance,
  studyRun,
  withStudyOptions,
} from "./study-options.js";

const TABLE = "strategies.csv";
const SELECTION = "selection-strategies.csv";

interface Options extends StudyOptions {
  strategies: string[];
  budgets: readonly (number | "open")[];
  pessimism: number[];
  simulations: number;
}

export function strategiesCommand(): Command {
  const names = ROUTING_STRATEGIES.map(({ name }) => name);
  return withStudyOptions(
    new Command("strategies").description(
      "for each strategy, PPM and budget: the predicted score, and the actual one of reward models trained on the mix",
    ),
    "linear,quadratic,quadratic-ridge",
  )
    .option("--strategies <a,b,c>", "how to choose", list, names)
    .option("--budgets <a,b,c>", "shares of the pairs for humans, and open", budgets, [
      0.25,
      0.5,
      0.75,
      "open",
    ])
    .option(
      "--pessimism <a,b>",
      "standard deviations to take off a prediction; those above 0 for PPMs that say how unsure they are",
      degrees,
      [0, 1],
    )
    .option("--simulations <count>", "mixes that `simulated` draws", integer(1, MAX_MIXES), 500)
    .action(study);
}

async function study(options: Options): Promise<void> {
  checkAll([...modelChecks(options), ...options.strategies.map((name) => () => routingStrategy(name))]);
  const run = studyRun(options, [TABLE, SELECTION], {
    simulationCount: options.simulations,
  });
  const opened = await openAndReport(run);
  const { strategies, pessimism, simulations } = options;
  const rows = await runStrategyStudy(opened, {
    ...fitOptions(options),
    ...{ strategies, pessimism },
    budgets: options.budgets,
  });
  const provenance = studyProvenance("hyper study strategies", options, opened, {
    ...{ strategies, pessimism, simulations },
    budgets: [...options.budgets],
  });
  const selection = selectionTable(rows, opened.corpus.label);
  await writeStudyTable(join(run.folder, TABLE), rows, provenance);
  if (selection.length > 0) await writeStudyTable(join(run.folder, SELECTION), selection, provenance);
  process.stdout.write(`${strategyText(rows)}\n`);
  if (selection.length > 0) process.stdout.write(`\n${selectionText(selection)}\n${PAPER_FIGURES_NOTE}\n`);
}

function budgets(text: string): (number | "open")[] {
  return list(text).map((entry) => {
    if (entry === "open") return entry;
    const value = Number(entry);
    if (/^\d*\.?\d+$/.test(entry) && value > 0 && value <= 1) return value;
    throw new InvalidArgumentError("They must be fractions in (0, 1], or open.");
  });
}

function degrees(text: string): number[] {
  return list(text).map((entry) => {
    const value = Number(entry);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new InvalidArgumentError("They must be numbers from 0 on.");
  });
}
