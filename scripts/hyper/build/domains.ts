/** `hyper build domains`: the academic domain of each prompt, by an LM, and a sheet to verify it with. */
import { Command } from "commander";
import {
  BadInputError,
  checkClassified,
  checkOutputs,
  checkSheetUntouched,
  classifyDomains,
  createLmClient,
  createManifest,
  createRng,
  DOMAIN_ANSWER_TOKENS,
  DOMAIN_TEMPLATE_VERSION,
  type DomainRun,
  domainAccuracy,
  drawSheet,
  estimateDomains,
  type LmOptions,
  type Manifest,
  type Prompt,
  promptsToAsk,
  readPrompts,
  readSheet,
  SHEET_PROMPT_COUNT,
  withProgress,
  writeManifest,
  writePrompts,
  writeSheet,
} from "../../../lib/index.js";
import {
  cacheBeside,
  endpointHost,
  estimateText,
  type LmCommandOptions,
  lmOptions,
  usageText,
  withLmOptions,
} from "../lm-options.js";
import { integer, seedOption, skipBadOption } from "../options.js";
import { reportSkipped } from "../print.js";
import { withTemperature } from "../temperature.js";
import { domainCountsText, failuresText, printAccuracy, writeAccuracy } from "./print-prompts.js";

interface Options extends LmCommandOptions {
  prompts: string;
  model?: string;
  temperature: number | null;
  maxTokens: number;
  attempts: number;
  again?: true;
  allowMissing?: true;
  sheet?: string;
  sheetSize: number;
  replaceSheet?: true;
  check?: string;
  skipBad?: true;
  seed: number;
  out?: string;
}

export function domainsCommand(): Command {
  const command = new Command("domains")
    .description(
      "classify prompts into the paper's 11 academic degrees and Other by an LM; or --check a sheet",
    )
    .requiredOption("--prompts <jsonl>", "prompts; those that have a domain keep it")
    .option("--model <name>", "the model that answers");
  return withTemperature(withLmOptions(command, { model: false }), 0)
    .option("--max-tokens <count>", "longest answer in tokens", integer(1), DOMAIN_ANSWER_TOKENS)
    .option("--attempts <count>", "ask so often until an answer names a domain", integer(1, 20), 3)
    .option("--again", "ask also about prompts that have a domain, and replace it")
    .option("--allow-missing", "write the result also where some prompts got no domain")
    .option("--sheet <csv>", "write prompts for a person to classify, without the LM's answers")
    .option("--sheet-size <count>", "prompts in it", integer(1), SHEET_PROMPT_COUNT)
    .option("--replace-sheet", "write it also over one that somebody may have filled in")
    .option(
      "--check <csv>",
      "in place of asking: how often a filled sheet agrees; --out keeps the figures as JSON",
    )
    .addOption(skipBadOption())
    .addOption(seedOption())
    .option("--out <jsonl>", "the same prompts with their domains")
    .action((options: Options) =>
      options.check === undefined ? classify(options) : check(options, options.check),
    );
}

async function check({ prompts, skipBad, out }: Options, sheet: string): Promise<void> {
  const { rows } = await readPrompts(prompts, { skipBad });
  const filled = readSheet(sheet, rows);
  checkClassified(prompts, rows, filled);
  const accuracy = domainAccuracy(rows, filled);
  if (out !== undefined) {
    checkOutputs({ "--out": out }, { "--prompts": prompts, "--check": sheet });
    const settings = { notFilledIn: filled.emptyCount };
    const manifest = await createManifest({
      command: "hyper build domains --check",
      settings,
      inputs: [prompts, sheet],
    });
    writeAccuracy(out, accuracy);
    writeManifest(out, manifest);
  }
  printAccuracy(accuracy, filled.emptyCount);
}

async function classify(options: Options): Promise<void> {
  const { model, out } = requireBoth(options);
  const lm = lmOptions(options, cacheBeside(out));
  const read = await readPrompts(options.prompts, options);
  const { temperature, maxTokens, attempts, again } = options;
  const asking = {
    ...{ model, temperature, maxTokens, attempts, again },
    requestsAtOnce: options.batch ? Number.POSITIVE_INFINITY : undefined,
  };
  const client = createLmClient(lm);
  try {
    if (options.dryRun) {
      const estimate = await withProgress("estimate", read.rows.length, (progress) =>
        estimateDomains(read.rows, client, { ...asking, onDone: () => progress.advance() }),
      );
      process.stdout.write(estimateText(estimate));
      return;
    }
    // In place is fine, but not where lines are dropped.
    const inputs = { "--prompts": options.skipBad ? options.prompts : undefined };
    checkOutputs({ "--out": out, "--sheet": options.sheet }, inputs);
    checkOutputs({ "--sheet": options.sheet }, { "--prompts": options.prompts });
    if (options.sheet !== undefined && !options.replaceSheet) checkSheetUntouched(options.sheet);
    reportSkipped(out, read);
    const manifest = await manifestOf(options, lm);
    const total = promptsToAsk(read.rows, again ?? false).length;
    const run = await withProgress("domains", total, (progress) =>
      classifyDomains(read.rows, client, { ...asking, onDone: () => progress.advance() }),
    );
    process.stderr.write(usageText(client.usage));
    write(options, out, run, manifest);
  } finally {
    await client.close();
  }
}

function requireBoth({ model, out }: Options): { model: string; out: string } {
  if (model !== undefined && out !== undefined) return { model, out };
  const missing = [...(model === undefined ? ["--model"] : []), ...(out === undefined ? ["--out"] : [])];
  const remedy = "give it, or --check a sheet";
  throw new BadInputError(
    missing.map((place) => ({ place, rule: "is required to classify prompts", remedy })),
  );
}

/** Made before anything is written: a result may take the place of its own input. */
function manifestOf(
  { model, temperature, maxTokens, attempts, again, seed, prompts }: Options,
  lm: LmOptions,
): Promise<Manifest> {
  return createManifest({
    command: "hyper build domains",
    seed,
    settings: {
      model: model ?? null,
      endpoint: endpointHost(lm),
      template: DOMAIN_TEMPLATE_VERSION,
      ...{ temperature, maxTokens, attempts, again: again ?? false, structured: lm.structured ?? "auto" },
    },
    inputs: [prompts],
  });
}

/** Nothing where a prompt has no domain, unless that is allowed. */
function write(options: Options, out: string, run: DomainRun, manifest: Manifest): void {
  const { failures, askedCount, stopped } = run;
  if (failures.length > 0) {
    const listed = failures.map(({ promptId, ...failure }) => ({ name: promptId, ...failure }));
    const cache = options.cache !== false;
    process.stderr.write(
      failuresText("prompts", askedCount, listed, {
        ...{ stopped, cache, retry: "--attempts", maxCost: options.maxCost },
      }),
    );
    if (!options.allowMissing) {
      process.stderr.write(`${out} is not written\n`);
      process.exitCode = 1;
      return;
    }
  }
  writePrompts(out, run.prompts);
  writeManifest(out, manifest);
  process.stderr.write(domainCountsText(run.prompts));
  process.stderr.write(
    `${out}: ${run.prompts.length} prompts, ${askedCount} asked about, ${failures.length} without a domain\n`,
  );
  if (options.sheet !== undefined) writeDrawnSheet(options, options.sheet, run.prompts);
}

function writeDrawnSheet({ seed, sheetSize }: Options, path: string, prompts: readonly Prompt[]): void {
  const drawn = drawSheet(prompts, createRng(seed).fork("verification sheet"), sheetSize);
  writeSheet(path, drawn);
  process.stderr.write(
    `${path}: ${drawn.length} prompts to classify by hand; fill in human_domain, then --check it\n`,
  );
}
