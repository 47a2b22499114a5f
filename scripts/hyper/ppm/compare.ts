/** `hyper ppm compare`: families side by side on the same folds, as in the paper's Table 2. */
import { Command, InvalidArgumentError } from "commander";
import {
  checkIntervals,
  checkOutputs,
  chooseFamily,
  compareInPairs,
  comparisonJson,
  coverageJson,
  createManifest,
  createRng,
  type JsonObject,
  repeatedJson,
  resolveScale,
  type ValidateOptions,
  validatedFamilyRows,
  validateFamilies,
  writeCsv,
  writeManifest,
} from "../../../lib/index.js";
import { integer, list, seedOption, workersOption } from "../options.js";
import { FAMILY_NAMES, type FamilyOptions, familyChoices, withSettings } from "./family-options.js";
import { printComparison, printCoverage, printRepeated } from "./print.js";
import { probability } from "./probability.js";
import { readScoredTable, type ScoredTableOptions, withScoredTable } from "./table-options.js";

interface CompareOptions extends ScoredTableOptions, FamilyOptions {
  model: string[];
  folds: number;
  repeats: number;
  resamples: number;
  alpha?: number;
  workers?: number;
  out: string;
  json?: true;
  seed: number;
}

export function compareCommand(): Command {
  return withSettings(withScoredTable(new Command("compare")))
    .description(
      "cross-validate families on the same folds; writes a row a family, and prints paired differences",
    )
    .option("--model <a,b>", `families; default: ${FAMILY_NAMES.join(",")}`, families, [...FAMILY_NAMES])
    .option("--folds <count>", "random folds", integer(2), 10)
    .option("--fold-column <column>", "folds from a column of integers in place of random ones")
    .option("--repeats <count>", "random splits", integer(1, 1000), 1)
    .option("--resamples <count>", "bootstrap resamples of the candidates", integer(1, 1_000_000), 1000)
    .option(
      "--alpha <share>",
      "also check intervals that this share of scores may miss, e.g. 0.1",
      probability,
    )
    .requiredOption("--out <csv>", "a row a family")
    .option("--json", "print the figures as JSON")
    .addOption(workersOption())
    .addOption(seedOption())
    .action(compare);
}

async function compare(options: CompareOptions): Promise<void> {
  const choices = familyChoices(options.model, options).map((choice) => ({
    choice,
    family: chooseFamily(choice),
  }));
  const table = readScoredTable(
    options,
    choices.every(({ family }) => family.acceptsMissing),
  );
  checkOutputs({ "--out": options.out }, { "--table": options.table, "--join": options.join });
  const rng = createRng(options.seed);
  const validate: ValidateOptions = {
    families: choices.map(({ choice, family }) => ({
      choice,
      scale: resolveScale(family, options.table, options.scale),
    })),
    folds: options.folds,
    foldOf: table.foldOf ?? undefined,
    repeats: options.repeats,
    rng,
    workers: options.workers,
  };
  const validations = await validateFamilies(table, validate);
  const pairs = compareInPairs(validations, { rng, resamples: options.resamples });
  const coverage =
    options.alpha === undefined ? [] : await checkIntervals(table, { ...validate, alpha: options.alpha });
  const summary: JsonObject = {
    families: validations.map((validation, i) => ({
      ...repeatedJson(validation),
      ...(coverage[i] ? { coverage: coverage[i].map(coverageJson) } : {}),
    })),
    pairs: pairs.map(comparisonJson),
  };
  const manifest = await createManifest({
    command: "hyper ppm compare",
    seed: options.seed,
    inputs: table.paths,
    settings: summary,
  });
  const rows = validatedFamilyRows(validations, coverage);
  writeCsv(options.out, Object.keys(rows[0]!), rows);
  writeManifest(options.out, manifest);
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    printRepeated(validations);
    printComparison(pairs, validations);
    for (const [i, each] of coverage.entries()) printCoverage(validations[i]!.family, each);
  }
}

function families(text: string): string[] {
  const names = list(text);
  const unknown = names.filter((name) => !FAMILY_NAMES.includes(name));
  if (unknown.length > 0 || new Set(names).size < names.length) {
    throw new InvalidArgumentError(`It must be different ones of ${FAMILY_NAMES.join(", ")}.`);
  }
  return names;
}
