/** `hyper route`: who labels what, under a budget. */
import { Command, Option } from "commander";
import {
  binsFromJson,
  COUNTING_RULES,
  checkOrigin,
  checkOutputs,
  checkSize,
  createRng,
  type Definitions,
  escapeControls,
  loadPpm,
  originToJson,
  parseBudget,
  ROUTING_STRATEGIES,
  readFeaturesFile,
  routeDataset,
  routingStrategy,
  type SizeCheck,
  tagForRouting,
  writeRouting,
} from "../../lib/index.js";
import { compatOption, reportClamped, reportMeasured } from "./compat.js";
import { input } from "./inputs.js";
import { integer, MAX_MIXES, seedOption } from "./options.js";

interface Options {
  features: string;
  ppm: string;
  compat?: Definitions;
  strategy: string;
  budget: string;
  simulations: number;
  rescale?: true;
  seed: number;
  out: string;
}

export function routeCommand(): Command {
  return new Command("route")
    .description("route each pair to a human or the LM; writes {id, route, gain}")
    .requiredOption(
      "--features <jsonl>",
      "features of the pairs to route (no labels needed), or a data set's name",
      input("features"),
    )
    .requiredOption("--ppm <json>", "a model that `hyper ppm fit` wrote")
    .addOption(
      new Option("--strategy <name>", "how to choose")
        .choices(ROUTING_STRATEGIES.map(({ name }) => name))
        .default("simulated"),
    )
    .requiredOption(
      "--budget <number>",
      "human labels: a count (1000), a fraction with a decimal point (0.25), or open",
    )
    .option("--simulations <count>", "candidates that `simulated` draws", integer(1, MAX_MIXES), 500)
    .addOption(compatOption("the model's"))
    .option("--rescale", "see the data as if it had as many pairs as the model was fitted to")
    .addOption(seedOption())
    .requiredOption("--out <jsonl>", "the routes")
    .action(async (options: Options) => {
      const { features, seed, out } = options;
      const { rows, provenance } = await readFeaturesFile(features);
      const budget = parseBudget(options.budget, rows.length);
      const saved = loadPpm(options.ppm);
      checkOutputs({ "--out": out }, { "--features": features, "--ppm": options.ppm });
      const { compat, otherAnalyzer } = checkOrigin(saved.origin, provenance, options.compat);
      reportMeasured(provenance, compat);
      if (otherAnalyzer) process.stderr.write(OTHER_ANALYZER);
      const ids = rows.map(({ id }) => id);
      const tagged = tagForRouting(
        ids,
        rows.map((row) => row.features),
        { compat, bins: saved.bins === null ? undefined : binsFromJson(saved.bins, options.ppm) },
      );
      const size = checkSize(saved.training, ids.length, options.rescale ?? false);
      if (size.extrapolates) warnOfSize(ids.length, size);
      const routing = routeDataset(tagged.matrix, {
        ...tagged.options,
        sizeRatio: size.sizeRatio,
        ppm: saved.ppm,
        strategy: routingStrategy(options.strategy),
        budget,
        simulations: options.simulations,
        rng: createRng(seed),
      });
      await writeRouting(out, routing, {
        command: "hyper route",
        seed,
        settings: {
          ...originToJson({ compat, provenance }),
          clampedCount: tagged.clampedCount,
          binsFrom: tagged.binsFrom,
          sizeRatio: size.sizeRatio,
        },
        inputs: [features, options.ppm],
      });
      reportClamped(
        tagged.clampedCount,
        tagged.binsFrom === "ppm" ? "[0, 1] or the lengths that the model was fitted to" : "[0, 1]",
        COUNTING_RULES[compat].edges,
      );
      const { chosen, allLm, allHuman } = routing.predicted;
      process.stderr.write(
        `${out}: ${routing.humanCount} of ${ids.length} pairs to humans; predicted ${escapeControls(saved.target)} ` +
          `${chosen.toFixed(4)} (all LM ${allLm.toFixed(4)}, all human ${allHuman.toFixed(4)})\n`,
      );
    });
}

const OTHER_ANALYZER =
  "another analyzer made the descriptive tags of these pairs than of those that the model was fitted to\n";

function warnOfSize(rowCount: number, { fittedCount }: SizeCheck): void {
  process.stderr.write(
    `the model was fitted to ${fittedCount} pairs, and these are ${rowCount}: it predicts beyond what it has seen; ` +
      "--rescale sees them as if they were as many\n",
  );
}
