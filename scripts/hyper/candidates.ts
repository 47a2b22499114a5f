/** `hyper candidates`: sample mixes by Algorithm 1 and count their tags. */
import { join } from "node:path";
import { Command } from "commander";
import {
  allHumanCandidate,
  allLmCandidate,
  binsToJson,
  buildTagMatrix,
  COUNTING_RULES,
  checkOutputs,
  countCandidates,
  createRng,
  createTagCounter,
  type Definitions,
  originToJson,
  readFeaturesFile,
  sampleCandidates,
  writeCandidates,
} from "../../lib/index.js";
import { compatOption, reportClamped, resolveCompat } from "./compat.js";
import { input } from "./inputs.js";
import { integer, MAX_MIXES, seedOption } from "./options.js";

interface Options {
  features: string;
  n: number;
  compat?: Definitions;
  seed: number;
  out: string;
}

export function candidatesCommand(): Command {
  return new Command("candidates")
    .description("sample candidate mixes (Algorithm 1), and the all-human and all-LM ones")
    .requiredOption("--features <jsonl>", "features of all pairs, or a data set's name", input("features"))
    .option("--n <count>", "mixes to sample", integer(1, MAX_MIXES), 250)
    .addOption(compatOption("as the features were measured, else paper"))
    .addOption(seedOption())
    .requiredOption("--out <folder>", "candidates.csv and routings.jsonl go there")
    .action(async ({ features: path, n, seed, out, ...options }: Options) => {
      const { rows, provenance } = await readFeaturesFile(path);
      const written = ["candidates.csv", "routings.jsonl"].map((name) => join(out, name));
      checkOutputs({ "--out": written }, { "--features": path });
      const ids = rows.map(({ id }) => id);
      const features = rows.map((row) => row.features);
      const compat = resolveCompat(options.compat, provenance);
      const rules = COUNTING_RULES[compat];
      const { matrix, bins, clampedCount } = buildTagMatrix(ids, features, { rules });
      const candidates = [
        ...sampleCandidates(matrix, { count: n, rng: createRng(seed).fork("candidates") }),
        allHumanCandidate(ids.length),
        allLmCandidate(ids.length),
      ];
      const { count } = createTagCounter(features, rules);
      await writeCandidates(out, matrix, countCandidates(matrix, candidates, count), {
        command: "hyper candidates",
        seed,
        settings: {
          n,
          ...originToJson({ compat, provenance }),
          // Lengths that are ranked inside each mix have no bins to keep.
          bins: rules.lengths === "once" ? binsToJson(bins) : null,
          clampedCount,
        },
        inputs: [path],
      });
      reportClamped(clampedCount, "[0, 1]", rules.edges);
      process.stderr.write(`${out}: ${candidates.length} candidates of ${ids.length} pairs\n`);
    });
}
