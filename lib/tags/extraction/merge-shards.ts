/** The shards of a corpus put together: the same file, and the same bins, as one machine would have made. */
import { closeSync, openSync, readSync } from "node:fs";
import {
  BadInputError,
  checkOutputs,
  hashFile,
  type Problem,
  writeChunksAtomic,
  writeManifest,
} from "../../base/index.js";
import { streamJsonLines } from "../../datasets/index.js";
import { featuresManifest } from "./features-manifest.js";
import { LengthColumns, lengthsOf, type RowLengths } from "./length-columns.js";
import { parseFeatures } from "./parse-features.js";
import { readShard, type ShardFile } from "./shard-file.js";

/**
 * Writes the rows of all shards of one corpus, in the order of the input, and their manifest.
 * @param paths in any order
 * @returns the number of rows
 * @throws {BadInputError} listing every problem: shards that are missing, unfinished, there twice, changed, or of other
 * input, settings or number
 */
export async function mergeShards(paths: readonly string[], out: string): Promise<number> {
  const read = paths.map(readShard);
  const shards = read.flatMap(({ shard }) => shard ?? []).sort((a, b) => a.index - b.index);
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...disagreements(shards),
    ...formats(shards, out),
  ];
  for (const shard of shards) {
    if ((await hashFile(shard.path)) !== shard.sha256)
      problems.push({
        place: shard.path,
        rule: "not as it was written",
        remedy: `make it again: ${command(shard)}`,
      });
  }
  if (problems.length > 0) throw new BadInputError(problems);
  checkOutputs({ "--out": out }, { "--shards": paths });
  const lengths = new LengthColumns();
  for (const shard of shards) if (shard.rowCount > 0) lengths.add(await readLengths(shard.path));
  writeChunksAtomic(out, chunksOf(shards));
  const { methods, inputs, count } = shards[0]!;
  const more = { rows: lengths.rowCount, bins: lengths.fitBins(), shards: count };
  writeManifest(out, await featuresManifest(methods, more, inputs));
  return lengths.rowCount;
}

function disagreements(shards: readonly ShardFile[]): Problem[] {
  const problems: Problem[] = [];
  const first = shards[0];
  if (first === undefined) return problems;
  for (const [i, shard] of shards.entries()) {
    const twin = shards.slice(0, i).find(({ index }) => index === shard.index);
    if (shard.corpus !== first.corpus)
      problems.push({
        place: shard.path,
        rule: `made from another input than ${first.path}, or in another way`,
        remedy: "merge the shards of one corpus and one set of options",
      });
    else if (shard.count !== first.count)
      problems.push({
        place: shard.path,
        value: `${shard.index}/${shard.count}`,
        rule: `the corpus was divided otherwise than for ${first.path} (${first.index}/${first.count})`,
        remedy: `make it again: ${command({ ...shard, count: first.count })}`,
      });
    else if (twin !== undefined)
      problems.push({
        place: shard.path,
        value: `${shard.index}/${shard.count}`,
        rule: `a shard may be there once, and ${twin.path} is the same`,
        remedy: "name one of them",
      });
  }
  const present = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: first.count }, (_, i) => i + 1).filter((index) => !present.has(index));
  if (missing.length > 0)
    problems.push({
      place: "--shards",
      value: missing.map((index) => `${index}/${first.count}`).join(", "),
      rule: "every shard is needed, and these are missing",
      remedy: "make them with --shard, or name them all",
    });
  return problems;
}

function formats(shards: readonly ShardFile[], out: string): Problem[] {
  const isGzip = (path: string): boolean => /\.gz$/i.test(path);
  return shards
    .filter(({ path }) => isGzip(path) !== isGzip(out))
    .map(({ path }) => ({
      place: path,
      rule: `${isGzip(path) ? "gzip" : "plain text"}, and ${out} would not be`,
      remedy: "let the names of all shards and of --out end with .gz, or none of them",
    }));
}

function command({ index, count }: Pick<ShardFile, "index" | "count">): string {
  return `hyper tags --shard ${index}/${count}`;
}

async function readLengths(path: string): Promise<RowLengths[]> {
  const lengths: RowLengths[] = [];
  const parse = (row: Parameters<typeof parseFeatures>[0], place: string) => {
    const { features, problems } = parseFeatures(row, place);
    return { value: lengthsOf(features), problems };
  };
  for await (const row of streamJsonLines(path, parse)) lengths.push(row);
  return lengths;
}

const CHUNK_BYTES = 1 << 20;

function* chunksOf(shards: readonly ShardFile[]): Generator<Uint8Array> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const { path } of shards) {
    const file = openSync(path, "r");
    try {
      for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk))
        yield chunk.subarray(0, count);
    } finally {
      closeSync(file);
    }
  }
}
