/** `hyper simulate`: the best of a great many mixes under a budget, by predicted score. */
import { Command } from "commander";
import {
  type Budget,
  budgetToJson,
  COUNTING_RULES,
  countTags,
  createMixPredictor,
  createRng,
  type Definitions,
  escapeControls,
  MAX_SIMULATED_MIXES,
  type MixPredictor,
  originToJson,
  PUBLISHED_PPM,
  PUBLISHED_PPM_NOTE,
  parseBudget,
  predictorScorer,
  redrawMix,
  type Simulation,
  simulateMixes,
  type UnseenCount,
  unseenCounts,
  withProgress,
  writeMixRoutes,
  writeSimulation,
} from "../../lib/index.js";
import { compatOption, reportClamped, reportMeasured } from "./compat.js";
import { input } from "./inputs.js";
import { integer, MAX_MIXES, seedOption, workersOption } from "./options.js";
import { readSimulationInputs, type SimulationInputs } from "./simulate/inputs.js";

export interface SimulateVerbOptions {
  features: string;
  ppm: string;
  n: number;
  keep: number;
  budget: string;
  compat?: Definitions;
  rescale?: true;
  pessimism: number;
  workers?: number;
  seed: number;
  routes?: string;
  out: string;
}

export function simulateCommand(): Command {
  return new Command("simulate")
    .description("draw a great many mixes (Algorithm 1), predict each, keep the best")
    .requiredOption(
      "--features <jsonl>",
      "features of the pairs (no labels needed), or a data set's name",
      input("features"),
    )
    .requiredOption(
      "--ppm <file>",
      `a model that \`hyper ppm fit\` wrote, a LightGBM text model, or ${PUBLISHED_PPM}: the paper's gains`,
    )
    .option("--n <count>", "mixes to draw", integer(1, MAX_SIMULATED_MIXES), 1_000_000)
    .option("--keep <count>", "best mixes to write", integer(1, MAX_MIXES), 100)
    .option(
      "--budget <number>",
      "human labels in every mix: a count (1000), a fraction with a decimal point (0.25), or open: a random number in each",
      "open",
    )
    .addOption(compatOption("the model's"))
    .option("--rescale", "see the data as if it had as many pairs as the model was fitted to")
    .option(
      "--pessimism <number>",
      "lower each prediction by so many of its standard deviations (models by gp or bootstrap)",
      (text) => (text.trim() === "" ? Number.NaN : Number(text)),
      0,
    )
    .addOption(workersOption())
    .addOption(seedOption())
    .option("--routes <jsonl>", "the routes of the best mix, as `hyper route` writes them")
    .requiredOption("--out <csv>", "the best mixes: rank, index, human labels, prediction, and 90 counts")
    .action(simulate);
}

async function simulate(options: SimulateVerbOptions): Promise<void> {
  const inputs = await readSimulationInputs(options);
  const { saved, tagged, size } = inputs;
  const { matrix } = tagged;
  const budget = parseBudget(options.budget, matrix.ids.length);
  const counting = { ...tagged.options, sizeRatio: size.sizeRatio, pessimism: options.pessimism };
  const predictor = createMixPredictor(matrix, saved.ppm, counting);
  reportInputs(inputs);
  // The stream that `hyper route --strategy simulated` draws from: mixes of one seed are the same in both.
  const seed = createRng(options.seed).fork("routing");
  const budgetCount = budget.kind === "count" ? budget.count : undefined;
  const startMs = performance.now();
  const simulation = await withProgress("mixes", options.n, (progress) =>
    simulateMixes({
      matrix,
      scorer: predictorScorer(predictor),
      seed,
      count: options.n,
      keepCount: options.keep,
      budgetCount,
      workers: options.workers,
      progress,
    }),
  );
  const seconds = (performance.now() - startMs) / 1000;

  const mixOf = (index: number) => redrawMix(matrix, seed, index, budgetCount);
  const countsOf = tagged.options.countsOf ?? ((human) => countTags(matrix, human));
  const unseen = unseenCounts(mixOf(simulation.best[0]!.index), matrix, saved.ppm, saved.training, counting);
  const provenance = provenanceOf(options, inputs, { budget, unseen });
  await writeSimulation(options.out, matrix, simulation, (index) => countsOf(mixOf(index)), provenance);
  if (options.routes !== undefined) {
    const { index, score } = simulation.best[0]!;
    await writeMixRoutes(options.routes, matrix.ids, mixOf(index), predictor.gains(), {
      ...provenance,
      settings: { ...provenance.settings, index, predicted: score },
    });
  }
  report(options, inputs, simulation, { predictor, seconds });
  if (unseen !== null && unseen.length > 0)
    say(
      `its counts of ${unseen.length} tags lie beyond those that the model was fitted to: see the manifest`,
    );
}

function provenanceOf(
  options: SimulateVerbOptions,
  inputs: SimulationInputs,
  { budget, unseen }: { readonly budget: Budget; readonly unseen: readonly UnseenCount[] | null },
) {
  const { compat, provenance, tagged, size, saved, paths } = inputs;
  return {
    command: "hyper simulate",
    seed: options.seed,
    settings: {
      ...originToJson({ compat, provenance }),
      n: options.n,
      budget: budgetToJson(budget),
      pessimism: options.pessimism,
      ppmFamily: saved.ppm.family,
      target: saved.target,
      clampedCount: tagged.clampedCount,
      binsFrom: tagged.binsFrom,
      sizeRatio: size.sizeRatio,
      unseenTags: unseen?.map(({ tag }) => tag) ?? null,
    },
    inputs: [...paths],
  };
}

/** What to know before the result. */
function reportInputs({
  provenance,
  compat,
  otherAnalyzer,
  size,
  tagged,
  isPublished,
}: SimulationInputs): void {
  reportMeasured(provenance, compat);
  if (otherAnalyzer)
    say(
      "another analyzer made the descriptive tags of these pairs than of those that the model was fitted to",
    );
  if (size.extrapolates) {
    const counts = `the model was fitted to ${size.fittedCount} pairs, and these are ${tagged.matrix.ids.length}`;
    say(`${counts}: it predicts beyond what it has seen; --rescale sees them as if they were as many`);
  }
  if (isPublished) say(PUBLISHED_PPM_NOTE);
  const outside = tagged.binsFrom === "ppm" ? "[0, 1] or the lengths that the model was fitted to" : "[0, 1]";
  reportClamped(tagged.clampedCount, outside, COUNTING_RULES[compat].edges);
}

function report(
  { n, out }: SimulateVerbOptions,
  { saved, tagged }: SimulationInputs,
  { best, scores, bestOfFirst, recounted }: Simulation,
  { predictor, seconds }: { readonly predictor: MixPredictor; readonly seconds: number },
): void {
  const [first] = best;
  const lowered = predictor.pessimism === 0 ? "" : ` less ${predictor.pessimism} sd`;
  const digits = (score: number): string => score.toFixed(4);
  say(
    `${out}: best ${best.length} of ${n.toLocaleString("en")} mixes in ${seconds.toFixed(1)} s; the first sends ` +
      `${first!.humanCount} of ${tagged.matrix.ids.length} pairs to humans; predicted ` +
      `${escapeControls(saved.target)}${lowered} ${digits(first!.score)} ` +
      `(all mixes ${digits(scores.mean)} ± ${digits(scores.sd)}, sd)`,
  );
  const curve = bestOfFirst.map(({ count, mix }) => `${count.toLocaleString("en")}: ${digits(mix.score)}`);
  say(`best of the first ${curve.join("; ")}`);
  say(`${recounted} mixes were drawn, counted and scored again by plain code: the same to the last bit`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
