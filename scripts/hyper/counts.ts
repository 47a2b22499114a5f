/** `hyper counts`: how many human-routed pairs carry each tag. */
import { Command, Option } from "commander";
import {
  COUNTING_RULES,
  type CountingRules,
  checkOutputs,
  createBitset,
  createTagCounter,
  type Definitions,
  originToJson,
  readFeaturesFile,
  readIdSet,
  TAG_NAMES,
  writeCounts,
} from "../../lib/index.js";
import { compatOption, reportClamped, resolveCompat } from "./compat.js";
import { input } from "./inputs.js";
import { unusedSeedOption } from "./options.js";

interface Options extends Partial<Pick<CountingRules, "lengths" | "edges">> {
  compat?: Definitions;
  features: string;
  ids: string;
  out: string;
}

export function countsCommand(): Command {
  return new Command("counts")
    .description("count human-routed pairs per tag; writes all 90 feature strings with their counts")
    .requiredOption(
      "--features <jsonl>",
      "features of all pairs (.jsonl or .jsonl.gz), or a data set's name",
      input("features"),
    )
    .requiredOption("--ids <json>", "JSON array of the ids routed to humans")
    .addOption(compatOption("as the features were measured, else paper"))
    .addOption(lengthsOption())
    .addOption(edgesOption())
    .addOption(unusedSeedOption())
    .requiredOption("--out <json>", "counts")
    .action(async ({ features, ids, out, ...options }: Options) => {
      const { rows, provenance } = await readFeaturesFile(features);
      checkOutputs({ "--out": out }, { "--features": features, "--ids": ids });
      const routed = readIdSet(
        ids,
        rows.map(({ id }) => id),
      );
      const compat = resolveCompat(options.compat, provenance);
      const { lengths = COUNTING_RULES[compat].lengths, edges = COUNTING_RULES[compat].edges } = options;
      const counter = createTagCounter(
        rows.map((row) => row.features),
        { ...COUNTING_RULES[compat], lengths, edges },
      );
      await writeCounts(out, counter.count(createBitset(rows.length, routed)), {
        command: "hyper counts",
        settings: {
          ...originToJson({ compat, provenance }),
          lengths,
          edges,
          clampedCount: counter.clampedCount,
        },
        inputs: [features, ids],
      });
      reportClamped(counter.clampedCount, "[0, 1]", edges);
      process.stderr.write(
        `${out}: ${routed.length} of ${rows.length} pairs counted over ${TAG_NAMES.length} tags\n`,
      );
    });
}

/** `--lengths`. */
function lengthsOption(): Option {
  return new Option(
    "--lengths <way>",
    "rank lengths over all rows once, or inside the routed subset (default: as --compat says)",
  ).choices(["once", "subset"]);
}

/** `--edges`. */
function edgesOption(): Option {
  return new Option(
    "--edges <way>",
    "bins half open; closed, where an edge counts twice; or open, where it counts nowhere (default: as --compat says)",
  ).choices(["half-open", "inclusive", "strict"]);
}
