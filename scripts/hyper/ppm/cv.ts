/** `hyper ppm cv`: how well one family predicts candidates that it has not seen. */
import { Command } from "commander";
import {
  checkIntervals,
  checkOutputs,
  coverageJson,
  createManifest,
  createRng,
  type IntervalCoverage,
  type JsonObject,
  type LearningPoint,
  learningCurveRows,
  learningCurves,
  type NumberColumns,
  repeatedJson,
  resolveScale,
  summarizeCrossValidation,
  type ValidateOptions,
  writeCrossValidation,
  writeCsv,
  writeManifest,
} from "../../../lib/index.js";
import { integer, seedOption, workersOption } from "../options.js";
import { printCrossValidation } from "../print.js";
import { type FamilyOptions, familyOf, withFamily } from "./family-options.js";
import { printCoverage, printCurves, printRepeated } from "./print.js";
import { probability } from "./probability.js";
import { readScoredTable, type ScoredTableOptions, withScoredTable } from "./table-options.js";

interface CvOptions extends ScoredTableOptions, FamilyOptions {
  model: string;
  folds: number;
  repeats: number;
  alpha?: number;
  curve?: string;
  workers?: number;
  out: string;
  json?: true;
  seed: number;
}

export function cvCommand(): Command {
  return withFamily(withScoredTable(new Command("cv")))
    .description("cross-validate a family; writes row,fold,actual,predicted")
    .option("--folds <count>", "random folds", integer(2), 10)
    .option("--fold-column <column>", "folds from a column of integers in place of random ones")
    .option("--repeats <count>", "random splits", integer(1, 1000), 1)
    .option(
      "--alpha <share>",
      "also check intervals that this share of scores may miss, e.g. 0.1",
      probability,
    )
    .option("--curve <csv>", "also write a learning curve: 25, 50, 75 and 100 % of the training rows")
    .requiredOption("--out <csv>", "predictions")
    .option("--json", "print the figures as JSON")
    .addOption(workersOption())
    .addOption(seedOption())
    .action(crossValidate);
}

async function crossValidate(options: CvOptions): Promise<void> {
  const { choice, family } = familyOf(options.model, options);
  const table = readScoredTable(options, family.acceptsMissing);
  const { out, curve } = options;
  checkOutputs({ "--out": out, "--curve": curve }, { "--table": options.table, "--join": options.join });
  const validate: ValidateOptions = {
    families: [{ choice, scale: resolveScale(family, options.table, options.scale) }],
    folds: options.folds,
    foldOf: table.foldOf ?? undefined,
    repeats: options.repeats,
    rng: createRng(options.seed),
    workers: options.workers,
  };
  const [points] = await learningCurves(table, { ...validate, ...(curve ? {} : { fractions: [1] }) });
  const { validation } = points!.at(-1)!;
  const [coverage = []] =
    options.alpha === undefined ? [] : await checkIntervals(table, { ...validate, alpha: options.alpha });
  const summary: JsonObject = {
    ...summarizeCrossValidation(validation.runs[0]!),
    ...(options.repeats > 1 ? { repeated: repeatedJson(validation) } : {}),
    ...(coverage.length > 0 ? { coverage: coverage.map(coverageJson) } : {}),
    ...(curve ? { curve: learningCurveRows([points!]) } : {}),
  };
  const provenance = { command: "hyper ppm cv", seed: options.seed, inputs: table.paths };
  await writeCrossValidation(out, validation.runs, { ...provenance, settings: summary }, ends(coverage));
  if (curve) await writeCurve(curve, points!, provenance);
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    if (options.repeats > 1) printRepeated([validation]);
    else printCrossValidation(validation.runs[0]!);
    if (curve) printCurves([points!]);
    printCoverage(validation.family, coverage);
  }
}

/** The ends of the intervals that are sure to cover. */
function ends(coverage: readonly IntervalCoverage[]): NumberColumns {
  const plus = coverage.find(({ method }) => method === "cv+");
  return plus ? { lower: plus.lower, upper: plus.upper } : {};
}

async function writeCurve(
  path: string,
  points: readonly LearningPoint[],
  provenance: { readonly command: string; readonly seed: number; readonly inputs: readonly string[] },
): Promise<void> {
  const rows = learningCurveRows([points]);
  const manifest = await createManifest({ ...provenance, settings: {} });
  writeCsv(path, Object.keys(rows[0]!), rows);
  writeManifest(path, manifest);
}
