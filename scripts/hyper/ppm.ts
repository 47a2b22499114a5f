/** `hyper ppm cv|fit|predict`: performance prediction models on any table of counts and scores. */
import { Command, Option } from "commander";
import {
  binsFromJson,
  checkOutputs,
  checkTableOrigin,
  createRng,
  crossValidate,
  fitPpm,
  hashInput,
  loadPpm,
  manifestPath,
  originFromJson,
  PPM_FAMILIES,
  ppmFamily,
  predictTable,
  readCountTable,
  readManifestSettings,
  resolveScale,
  savePpm,
  summarizeCrossValidation,
  writeCrossValidation,
  writePredictions,
} from "../../lib/index.js";
import { integer, list, positiveNumber, seedOption, unusedSeedOption } from "./options.js";
import { printCrossValidation } from "./print.js";

interface TableOptions {
  table: string;
  target: string;
  model: string;
  scale?: number;
  featureColumns?: string[];
}

export function ppmCommand(): Command {
  const command = new Command("ppm").description("performance prediction models: from tag counts to a score");
  return command.addCommand(cvCommand()).addCommand(fitCommand()).addCommand(predictCommand());
}

function withTable(command: Command): Command {
  return command
    .requiredOption("--table <csv>", "candidates, one a row")
    .option("--target <column>", "the score to predict", "Overall")
    .addOption(
      new Option("--model <family>", "the family")
        .choices(PPM_FAMILIES.map((family) => family.name))
        .default("quadratic"),
    )
    .option("--scale <number>", "divide counts by it (1: raw counts)", positiveNumber)
    .option("--feature-columns <a,b,c>", "columns to use; default: those named by tags", list);
}

function cvCommand(): Command {
  return withTable(new Command("cv"))
    .description("cross-validate a family; writes row,fold,actual,predicted")
    .option("--folds <count>", "random folds", integer(2), 10)
    .option("--fold-column <column>", "folds from a column of integers in place of random ones")
    .requiredOption("--out <csv>", "predictions")
    .option("--json", "print the figures as JSON")
    .addOption(seedOption())
    .action(
      async (
        options: TableOptions & {
          folds: number;
          foldColumn?: string;
          out: string;
          json?: true;
          seed: number;
        },
      ) => {
        const family = ppmFamily(options.model);
        const table = readCountTable(options.table, options);
        checkOutputs({ "--out": options.out }, { "--table": options.table });
        const validation = crossValidate(table, {
          family,
          scale: resolveScale(family, options.table, options.scale),
          folds: options.folds,
          foldOf: table.foldOf ?? undefined,
          rng: createRng(options.seed),
        });
        await writeCrossValidation(options.out, validation, {
          command: "hyper ppm cv",
          seed: options.seed,
          inputs: [options.table],
        });
        if (options.json) process.stdout.write(`${JSON.stringify(summarizeCrossValidation(validation))}\n`);
        else printCrossValidation(validation);
      },
    );
}

function fitCommand(): Command {
  return withTable(new Command("fit"))
    .description("fit a family to the whole table; writes ppm.json")
    .requiredOption("--out <json>", "the model")
    .addOption(unusedSeedOption())
    .action(async (options: TableOptions & { out: string }) => {
      const family = ppmFamily(options.model);
      const table = readCountTable(options.table, options);
      checkOutputs({ "--out": options.out }, { "--table": options.table });
      const scale = resolveScale(family, options.table, options.scale);
      const { ppm, details } = fitPpm(table, { family, scale });
      const settings = readManifestSettings(options.table);
      const { instances = null, bins = null } = settings;
      const origin = originFromJson(settings, manifestPath(options.table));
      if (bins !== null) binsFromJson(bins, manifestPath(options.table));
      const training = {
        rows: table.counts.rows,
        table: await hashInput(options.table),
        instances,
        ...details,
      };
      savePpm(options.out, {
        ppm,
        target: options.target,
        training,
        bins,
        origin,
      });
      process.stderr.write(`${options.out}: ${options.model} fitted to ${table.counts.rows} rows\n`);
    });
}

function predictCommand(): Command {
  return new Command("predict")
    .description("predict the score of each row of a table")
    .requiredOption("--ppm <json>", "a model that `hyper ppm fit` wrote")
    .requiredOption("--table <csv>", "candidates, one a row")
    .requiredOption("--out <csv>", "the table with a column `predicted`")
    .addOption(unusedSeedOption())
    .action(async (options: { ppm: string; table: string; out: string }) => {
      const { ppm, origin } = loadPpm(options.ppm);
      const table = readCountTable(options.table, { featureColumns: ppm.featureNames });
      const settings = readManifestSettings(options.table);
      checkTableOrigin(origin, originFromJson(settings, manifestPath(options.table)), options.table);
      checkOutputs({ "--out": options.out }, { "--ppm": options.ppm, "--table": options.table });
      await writePredictions(options.out, table, predictTable(ppm, table), {
        command: "hyper ppm predict",
        inputs: [options.ppm, options.table],
      });
      process.stderr.write(`${options.out}: ${table.counts.rows} rows predicted\n`);
    });
}
