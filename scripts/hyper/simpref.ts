/** `hyper simpref`: write the embedded simulated corpus to files, to look at or to try the other verbs on. */
import { join } from "node:path";
import { Command, Option } from "commander";
import { generateSimPref, writeBenchmark, writePreferences } from "../../lib/index.js";
import { integer, seedOption } from "./options.js";

interface Options {
  pairs: number;
  errors: "by-tag" | "uniform";
  seed: number;
  out: string;
}

export function simprefCommand(): Command {
  return new Command("simpref")
    .description("generate SimPref, the simulated corpus, as preferences.jsonl and benchmark.jsonl")
    .option("--pairs <count>", "preference pairs", integer(100), 2400)
    .addOption(
      new Option("--errors <how>", "annotators' errors as declared, or (the control) dealt at random")
        .choices(["by-tag", "uniform"])
        .default("by-tag"),
    )
    .addOption(seedOption())
    .requiredOption("--out <folder>", "where the files go")
    .action(({ pairs, errors, seed, out }: Options) => {
      const corpus = generateSimPref({ seed, pairCount: pairs, errors });
      writePreferences(join(out, "preferences.jsonl"), corpus.preferences);
      writeBenchmark(join(out, "benchmark.jsonl"), corpus.benchmark);
      process.stderr.write(
        `${out}: ${corpus.preferences.length} simulated pairs, ${corpus.benchmark.length} items\n`,
      );
    });
}
