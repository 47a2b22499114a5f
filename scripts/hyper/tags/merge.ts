/** `hyper tags merge`: one features file out of the shards that several machines made. */
import { Command } from "commander";
import { mergeShards } from "../../../lib/index.js";
import { unusedSeedOption } from "../options.js";
import { outPath } from "./out-path.js";

interface Options {
  shards: string[];
  out: string;
}

export function mergeCommand(): Command {
  return new Command("merge")
    .description("put the shards of a corpus together: the same file and bins as one machine makes")
    .requiredOption("--shards <jsonl...>", "every shard, in any order, each with its manifest beside it")
    .requiredOption("--out <jsonl>", "all rows in the order of the input", outPath)
    .addOption(unusedSeedOption())
    .action(async ({ shards, out }: Options) => {
      const rowCount = await mergeShards(shards, out);
      process.stderr.write(`${out}: ${rowCount} pairs of ${shards.length} shards\n`);
    });
}
