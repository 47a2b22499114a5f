/** `hyper ppm fit`: one model for the whole table. */
import { Command } from "commander";
import {
  BadInputError,
  binsFromJson,
  checkOutputs,
  conformalResiduals,
  conformalToJson,
  countRange,
  createRng,
  fitPpm,
  hashInput,
  type JsonObject,
  lightGbmNamesPath,
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
  checkOutputs({ "--out": filesOf(options) }, { "--table": options.table, "--join": options.join });
  if (isText(options) && family.name !== "lightgbm") refuseText(options.out, family.name);
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
    scoreRange: { min: Math.min(...table.targets), max: Math.max(...table.targets) },
  };
}

/** LightGBM's text has a sidecar. */
function filesOf({ out }: FitOptions): string[] {
  return isText({ out }) ? [out, lightGbmNamesPath(out)] : [out];
}

function isText({ out }: Pick<FitOptions, "out">): boolean {
  return out.toLowerCase().endsWith(".txt");
}

/** Before a long fit, rather than after it. */
function refuseText(place: string, value: string): void {
  const rule = "only a lightgbm model can be written as LightGBM's text";
  throw new BadInputError([{ place, value, rule, remedy: "name a file that ends in .json" }]);
}
