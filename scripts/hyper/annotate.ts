/** `hyper annotate`: labels from an LM, in both orders of presentation. */
import { Command, InvalidArgumentError, Option } from "commander";
import {
  type AnnotateOptions,
  type AnnotationRun,
  annotatePreferences,
  countRequests,
  createLmClient,
  createManifest,
  estimateAnnotation,
  type LmOptions,
  type Manifest,
  type Preference,
  readPreferences,
  TEMPLATES,
  type TemplateOptions,
  templateNamed,
  withProgress,
} from "../../lib/index.js";
import { type AnnotateCommandOptions, checkResultPaths, writeResults } from "./annotate-results.js";
import { input } from "./inputs.js";
import {
  cacheBeside,
  endpointHost,
  estimateText,
  lmOptions,
  usageText,
  withLmOptions,
} from "./lm-options.js";
import { integer, seedOption, skipBadOption } from "./options.js";
import { reportSkipped } from "./print.js";
import { withTemperature } from "./temperature.js";

export function annotateCommand(): Command {
  const command = new Command("annotate")
    .description("label pairs by an LM; answers are kept, so that a run can be stopped and started again")
    .requiredOption("--preferences <jsonl>", "pairs, or a data set's name", input("preferences"))
    .addOption(
      new Option("--template <name>", "what the LM is asked")
        .choices(TEMPLATES.map(({ name }) => name))
        .makeOptionMandatory(),
    );
  withLmOptions(command)
    .addOption(
      new Option(
        "--orders <which>",
        "show the responses in both orders, or in one that the pair's id decides",
      )
        .choices(["both", "one"])
        .default("both"),
    )
    .option("--rationale", "ask for the reasons in words, and keep them")
    .option("--logprobs", "ask for log-probabilities: gives a soft preference (not all servers have them)")
    .option("--max-tokens <count>", "longest answer in tokens (default: by template)", integer(1))
    .addOption(
      new Option("--rating-requests <how>", "helpsteer2: a request for each aspect, or one for all")
        .choices(["separate", "together"])
        .default("separate"),
    )
    .addOption(
      new Option("--rating-weights <set>", "helpsteer2: which published weights combine the ratings")
        .choices(["llama-3-70b", "nemotron-340b"])
        .default("llama-3-70b"),
    )
    .option("--own <pattern>", "regular expression: the judge's own models (default: by its name)", pattern)
    .option("--overwrite", "ask about pairs that have an LM label, too, and replace it")
    .option("--allow-missing", "write the result also where some pairs got no label")
    .option("--annotations <jsonl>", "also write the LM's annotations, with aspects and reasons")
    .addOption(skipBadOption())
    .addOption(seedOption())
    .requiredOption("--out <jsonl>", "the same pairs with their LM label");
  return withTemperature(command, 0).action(annotate);
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, "iu");
  } catch (error) {
    throw new InvalidArgumentError(`It must be a regular expression: ${(error as SyntaxError).message}.`);
  }
}

async function annotate(options: AnnotateCommandOptions): Promise<void> {
  const lm = lmOptions(options, cacheBeside(options.out));
  const read = await readPreferences(options.preferences, options);
  const asked = read.rows.filter(({ lm: label }) => label === null || options.overwrite);
  const kept = read.rows.length - asked.length;
  const client = createLmClient(lm);
  try {
    const annotateOptions: AnnotateOptions = {
      ...templateOptions(options),
      client,
      template: templateNamed(options.template),
      orders: options.orders,
      orderSeed: options.seed,
      // A batch takes hours, so there should be few; else memory is what counts.
      requestsAtOnce: options.batch ? Number.POSITIVE_INFINITY : undefined,
    };
    if (options.dryRun) {
      const estimate = await withProgress("estimate", countRequests(asked, annotateOptions), (progress) =>
        estimateAnnotation(asked, { ...annotateOptions, onProgress: (count) => progress.advance(count) }),
      );
      process.stdout.write(estimateText(estimate));
      return;
    }
    checkResultPaths(options);
    reportSkipped(options.out, read);
    const manifest = await manifestOf(options, lm, kept);
    const run = await ask(asked, annotateOptions);
    process.stderr.write(usageText(client.usage));
    writeResults(options, read.rows, run, manifest);
  } finally {
    await client.close();
  }
}

function templateOptions(options: AnnotateCommandOptions): TemplateOptions {
  const { model, rationale, logprobs, temperature, maxTokens, ratingRequests, ratingWeights } = options;
  return { model, rationale, logprobs, temperature, maxTokens, ratingRequests, ratingWeights };
}

/** Made before anything is written: a result may take the place of its own input. */
function manifestOf(options: AnnotateCommandOptions, lm: LmOptions, kept: number): Promise<Manifest> {
  const { template, orders, own, seed, preferences } = options;
  const { ratingRequests, ratingWeights, ...asked } = templateOptions(options);
  return createManifest({
    command: "hyper annotate",
    seed,
    settings: {
      template,
      endpoint: endpointHost(lm),
      model: asked.model,
      orders,
      rationale: asked.rationale ?? false,
      logprobs: asked.logprobs ?? false,
      temperature: asked.temperature ?? null,
      maxTokens: asked.maxTokens ?? null,
      ...(template === "helpsteer2" ? { ratingRequests, ratingWeights } : {}),
      structured: lm.structured ?? "auto",
      own: own?.source ?? null,
      keptEarlierLabels: kept,
    },
    inputs: [preferences],
  });
}

function ask(asked: readonly Preference[], options: AnnotateOptions): Promise<AnnotationRun> {
  return withProgress("answers", countRequests(asked, options), (progress) =>
    annotatePreferences(asked, { ...options, onProgress: (count) => progress.advance(count) }),
  );
}
