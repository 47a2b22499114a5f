/** `hyper ppm predict`: the score of each row of a table, with an interval where the model has what it takes. */
import { Command } from "commander";
import {
  BadInputError,
  type CountTable,
  checkKnownTags,
  checkOutputs,
  checkTableOrigin,
  conformalFromJson,
  conformalRadius,
  loadPpm,
  manifestPath,
  matrixRow,
  type NumberColumns,
  originFromJson,
  ppmFamily,
  predictTable,
  readCountTable,
  readManifestSettings,
  rootMeanSquareError,
  type SavedPpm,
  spearman,
  writePredictions,
} from "../../../lib/index.js";
import { unusedSeedOption } from "../options.js";
import { probability } from "./probability.js";
import { joinOf, printNotes, type TableOptions, withTable } from "./table-options.js";

interface PredictOptions extends TableOptions {
  ppm: string;
  out: string;
  alpha?: number;
}

const DEFAULT_ALPHA = 0.1;

export function predictCommand(): Command {
  return withTable(new Command("predict"))
    .description("predict the score of each row of a table")
    .requiredOption("--ppm <json>", "a model that `hyper ppm fit` wrote, or a LightGBM text model")
    .option(
      "--alpha <share>",
      `share of scores that may lie outside lower … upper; needs a model fitted with --conformal (default: ${DEFAULT_ALPHA})`,
      probability,
    )
    .requiredOption(
      "--out <csv>",
      "the table with columns `predicted` and, where known, `sd`, `lower`, `upper`",
    )
    .addOption(unusedSeedOption())
    .action(predict);
}

async function predict(options: PredictOptions): Promise<void> {
  const saved = loadPpm(options.ppm);
  const { ppm, origin, training, notes } = saved;
  for (const note of notes) process.stderr.write(`${note}\n`);
  const table = readCountTable(options.table, {
    featureColumns: ppm.featureNames,
    join: joinOf(options),
    takesMissing: ppmFamily(ppm.family).acceptsMissing,
  });
  printNotes(options.table, table);
  checkKnownTags(table.csv, ppm.featureNames, training.featureColumns !== "tags");
  const settings = readManifestSettings(options.table);
  checkTableOrigin(origin, originFromJson(settings, manifestPath(options.table)), options.table);
  const inputs = { "--ppm": options.ppm, "--table": options.table, "--join": options.join };
  checkOutputs({ "--out": options.out }, inputs);
  const predicted = predictTable(ppm, table);
  const columns = { ...sdColumn(saved, table), ...intervalColumns(saved, predicted, options) };
  await writePredictions(
    options.out,
    table,
    predicted,
    { command: "hyper ppm predict", inputs: [options.ppm, ...table.paths] },
    columns,
  );
  const figures = figuresAgainst(saved.target, table, predicted);
  process.stderr.write(`${options.out}: ${table.counts.rows} rows predicted${figures}\n`);
}

/** The model's own doubt about its prediction, without run-to-run noise. */
function sdColumn({ ppm: { uncertainty } }: SavedPpm, { counts }: CountTable): NumberColumns {
  if (uncertainty === null) return {};
  const rows = Array.from({ length: counts.rows }, (_, row) => matrixRow(counts, row));
  return { sd: rows.map((row) => uncertainty.sd(row)) };
}

function intervalColumns(
  { training }: SavedPpm,
  predicted: Float64Array,
  { ppm, alpha }: PredictOptions,
): NumberColumns {
  const residuals = conformalFromJson(training, ppm);
  if (residuals === null) {
    if (alpha === undefined) return {};
    const rule = "the model has no residuals to make intervals from";
    throw new BadInputError([{ place: ppm, rule, remedy: "fit it with --conformal, or leave out --alpha" }]);
  }
  const radius = conformalRadius(residuals, alpha ?? DEFAULT_ALPHA);
  return { lower: predicted.map((value) => value - radius), upper: predicted.map((value) => value + radius) };
}

/** How good the predictions are, where the table has all of what they predict. */
function figuresAgainst(target: string, { csv }: CountTable, predicted: Float64Array): string {
  if (!csv.columns.includes(target)) return "";
  const actual = csv.rows.map((record) =>
    record[target]!.trim() === "" ? Number.NaN : Number(record[target]),
  );
  if (!actual.every(Number.isFinite)) return "";
  const rho = spearman(actual, predicted).toFixed(4);
  return `; against ${target}: Spearman ${rho}, RMSE ${rootMeanSquareError(actual, predicted).toPrecision(4)}`;
}
