/** `hyper tags validate`: how well tags agree with those that people gave. */
import { Command, Option } from "commander";
import {
  BadInputError,
  checkCommon,
  checkOutputs,
  createManifest,
  createRng,
  type DescriptiveTags,
  type GoldRow,
  readGoldFile,
  readPredictedTags,
  type TagValidation,
  validateAnalysis,
  writeJsonAtomic,
  writeManifest,
} from "../../../lib/index.js";
import type { LmCommandOptions } from "../lm-options.js";
import { integer, seedOption } from "../options.js";
import { type AnalyzerOptions, analyzeGold } from "./analyze-gold.js";
import { withLmAnalyzerOptions } from "./analyzer-options.js";
import { printValidation } from "./print-validation.js";

export interface ValidateOptions extends LmCommandOptions, AnalyzerOptions {
  gold: string;
  features?: string;
  resamples: number;
  seed: number;
  out?: string;
}

export function validateCommand(): Command {
  const command = new Command("validate")
    .description("score an analyzer, or tags in a features file, against tags given by people")
    .requiredOption("--gold <jsonl>", "prompts with descriptive tags given by people; columns may be missing")
    .option("--features <jsonl>", "score the tags of this file, joined by id, in place of an analyzer's")
    .addOption(
      new Option("--analyzer <which>", "the analyzer to score")
        .choices(["embedded", "lm"])
        .default("embedded"),
    )
    .addOption(
      new Option(
        "--encoder <kind>",
        "the embedded analyzer that goes with this encoder: rules, or prototypes by meaning as well",
      )
        .choices(["hashed", "use-lite"])
        .default("hashed"),
    )
    .option("--resamples <count>", "bootstrap resamples of prompts", integer(10, 100_000), 1000)
    .addOption(seedOption())
    .option("--out <json>", "all figures, with every label's precision and recall and the confusions");
  return withLmAnalyzerOptions(command).action(validate);
}

async function validate(options: ValidateOptions, command: Command): Promise<void> {
  checkOptions(options, command);
  const { gold: path, features, out, resamples, seed } = options;
  const gold = await readGoldFile(path, { prompts: features === undefined });
  if (out !== undefined && !options.dryRun)
    checkOutputs({ "--out": out }, { "--gold": path, "--features": features });
  const predicted = await predictions(gold, options);
  if (predicted === null) return;
  const { tags, analyzer } = predicted;
  const validation = validateAnalysis(gold, tags, { rng: createRng(seed), resamples });
  printValidation(validation, analyzer);
  if (out === undefined) return;
  await writeReport(out, validation, analyzer, options);
}

/** The tags to score and what made them; null after a dry run. */
async function predictions(
  gold: readonly GoldRow[],
  options: ValidateOptions,
): Promise<{ tags: readonly (DescriptiveTags | null)[]; analyzer: string } | null> {
  if (options.features !== undefined)
    return { tags: await readPredictedTags(options.features, gold), analyzer: options.features };
  const analyzed = await analyzeGold(
    gold.map(({ prompt }) => prompt),
    options,
  );
  if (analyzed !== null) checkCommon(gold, analyzed.tags, `analyzer ${analyzed.analyzer}`);
  return analyzed;
}

async function writeReport(
  out: string,
  validation: TagValidation,
  analyzer: string,
  { gold, features, resamples, seed }: ValidateOptions,
): Promise<void> {
  const inputs = features === undefined ? [gold] : [gold, features];
  const settings = { analyzer: features === undefined ? analyzer : null, resamples };
  const manifest = await createManifest({ command: "hyper tags validate", seed, settings, inputs });
  writeJsonAtomic(out, { schema: "hyper-tag-validation/1", ...settings, ...validation });
  writeManifest(out, manifest);
  process.stderr.write(`${out}: ${validation.rows.length} scores\n`);
}

/** Options that say two things at once, or something of use to another analyzer only. */
function checkOptions(options: ValidateOptions, command: Command): void {
  const given = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  const problems = [];
  if (options.features !== undefined && given("analyzer")) {
    const rule = "either the tags of a file are scored, or an analyzer";
    problems.push({ place: "--features, --analyzer", rule, remedy: "leave out one of the two" });
  }
  const isLm = options.features === undefined && options.analyzer === "lm";
  if (isLm && options.model === undefined)
    problems.push({ place: "--analyzer lm", rule: "needs a model", remedy: "name it with --model" });
  const lmOnly = command.options.filter(
    (option) => !OWN_OPTIONS.includes(option.attributeName()) && given(option.attributeName()),
  );
  if (!isLm && lmOnly.length > 0) {
    const place = [...new Set(lmOnly.map(({ long }) => long))].join(", ");
    problems.push({
      place,
      rule: "of use to the LM analyzer only",
      remedy: "add --analyzer lm, or leave it out",
    });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

const OWN_OPTIONS: readonly string[] = [
  "gold",
  "features",
  "analyzer",
  "encoder",
  "resamples",
  "seed",
  "out",
];
