/** `hyper study pool-size`: the actual score of the best predicted of ever more simulated mixes (Figure 3). */
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { poolSizeText, runPoolSizeStudy, writeCsv, writeStudyTable } from "../../../lib/index.js";
import { fraction, integer, list } from "../options.js";
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

const TABLE = "pool-size.csv";
/** Wall time: another on every run, and so in a file without a manifest. */
const MEASUREMENTS = "pool-size-seconds.measured.csv";
/** Figure 3 has the first six. */
const DEFAULT_SIZES = [128, 256, 512, 1024, 2048, 4096, 16_384, 65_536, 262_144, 1_048_576];

interface Options extends StudyOptions {
  sizes: number[];
  top: number;
  unselected: number;
  budget?: number;
}

export function poolSizeCommand(): Command {
  return withStudyOptions(
    new Command("pool-size").description(
      "the actual score of the best predicted of n simulated mixes, and why more of them stop helping",
    ),
    "linear,quadratic,quadratic-ridge",
  )
    .option("--sizes <a,b,c>", "numbers of simulated mixes", sizes, DEFAULT_SIZES)
    .option("--top <count>", "how many of the best predicted are trained", integer(3, 1000), 16)
    .option("--unselected <count>", "how many mixes that nothing chose are trained", integer(3, 1000), 64)
    .option("--budget <fraction>", "share of the pairs for humans (default: random for each mix)", fraction)
    .action(study);
}

async function study(options: Options): Promise<void> {
  checkAll(modelChecks(options));
  const run = studyRun(options, [TABLE, MEASUREMENTS], {});
  const opened = await openAndReport(run);
  const { sizes: poolSizes, top: topCount, unselected: unselectedCount, budget = null } = options;
  const { rows, times } = await runPoolSizeStudy(opened, {
    ...fitOptions(options),
    ...{ poolSizes, topCount, unselectedCount, budgetFraction: budget },
  });
  const provenance = studyProvenance("hyper study pool-size", options, opened, {
    ...{ sizes: poolSizes, top: topCount, unselected: unselectedCount, budget: budget ?? "random" },
  });
  await writeStudyTable(join(run.folder, TABLE), rows, provenance);
  writeCsv(join(run.folder, MEASUREMENTS), ["ppm", "simulations", "repeat", "seconds"], times);
  process.stdout.write(`${poolSizeText(rows, times)}\n`);
}

function sizes(text: string): number[] {
  const values = list(text).map(Number);
  const ascending = values.every((value, i) => i === 0 || value > values[i - 1]!);
  if (ascending && values.every((value) => Number.isInteger(value) && value >= 2 && value <= 2 ** 31))
    return values;
  throw new InvalidArgumentError("They must be whole numbers from 2 on, ascending.");
}
