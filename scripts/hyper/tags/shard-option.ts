/** `--shard I/N`. */
import { InvalidArgumentError, Option } from "commander";
import type { Shard } from "../../../lib/index.js";

const MAX_SHARDS = 100_000;

export function shardOption(): Option {
  return new Option(
    "--shard <i/n>",
    "only the i-th of n parts, for several machines; `hyper tags merge` puts them together",
  ).argParser(shard);
}

function shard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const parsed = { index: Number(index), count: Number(count) };
  if (index === undefined || parsed.index < 1 || parsed.index > parsed.count || parsed.count > MAX_SHARDS)
    throw new InvalidArgumentError(`It must be i/n with 1 ≤ i ≤ n ≤ ${MAX_SHARDS}, such as 3/8.`);
  return parsed;
}
