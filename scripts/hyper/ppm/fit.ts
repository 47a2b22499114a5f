/** `hyper ppm fit`: one model for the whole table. */
import { Command } from "commander";
import {
  binsFromJson,
  checkOutputs,
  conformalResiduals,
  conformalToJson,
  countRange,
  createRng,
  fitPpm,
  hashInput,
  type JsonObject,
  manifestPath,
  originFromJson,
  readManifestSettings,
  resolveScale,
  type ScoredCountTable,
  savePpm,
  validateFamilies,
} from "../../../lib/index.js";
import { integer, seedOption } from "../options.js";
import { type FamilyOptions, familyOf, withFamily } from "./family-options.js";
import { readScoredTable, type ScoredTableOptions, withScoredTable } from "./table-options.js";

interface FitOptions extends ScoredTableOptions, FamilyOptions {
  model: string;
  out: string;
  conformal?: true;
  folds: number;
  seed: number;
}

export function fitCommand(): Command {
  return withFamily(withScoredTable(new Command("fit")))
    .description(
      "fit a family to the whole table; writes ppm.json (or, for LightGBM, NAME.txt in its own format)",
    )
    .option("--conformal", "keep out-of-fold residuals, so that predictions come with intervals")
    .option("--folds <count>", "folds of --conformal", integer(2), 10)
    .requiredOption("--out <json>", "the model")
    .addOption(seedOption())
    .action(fit);
}

async function fit(options: FitOptions): Promise<void> {
  const { choice, family } = familyOf(options.model, options);
  const table = readScoredTable(options, family.acceptsMissing);
  checkOutputs({ "--out": options.out }, { "--table": options.table, "--join": options.join });
  const scale = resolveScale(family, options.table, options.scale);
  const rng = createRng(options.seed);
  const [validation] = options.conformal
    ? await validateFamilies(table, { families: [{ choice, scale }], folds: options.folds, rng })
    : [];
  const { ppm, details } = fitPpm(table, { family, scale });
  const settings = readManifestSettings(options.table);
  const { instances = null, bins = null } = settings;
  const origin = originFromJson(settings, manifestPath(options.table));
  if (bins !== null) binsFromJson(bins, manifestPath(options.table));
  const training = {
    ...(await trainingOf(table, options)),
    instances,
    ...details,
    ...(validation ? { conformal: conformalToJson(conformalResiduals(validation.runs[0]!)) } : {}),
  };
  savePpm(options.out, { ppm, target: options.target, training, bins, origin });
  process.stderr.write(`${options.out}: ${ppm.family} fitted to ${table.counts.rows} rows\n`);
}

async function trainingOf(table: ScoredCountTable, options: FitOptions): Promise<JsonObject> {
  return {
    rows: table.counts.rows,
    table: await hashInput(options.table),
    ...(options.join === undefined ? {} : { join: await hashInput(options.join) }),
    featureColumns: options.featureColumns === undefined ? "tags" : "chosen",
    countRange: countRange(table.counts),
  };
}
