/** A corpus in parts: put together, they are what one machine makes. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng, type Manifest, manifestPath } from "../../lib/base/index.js";
import { blockStarts, blocksOf } from "../../lib/tags/extraction/blocks.js";
import { partialPaths } from "../../lib/tags/extraction/partial-file.js";
import { type ExtractFileOptions, extractFile, mergeShards } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "./pair-rows.js";

const at = temporaryFolder();
const ROWS = 250;
const bytes = (name: string): Buffer => readFileSync(at(name));
const manifest = (name: string): Manifest =>
  JSON.parse(readFileSync(manifestPath(at(name)), "utf8")) as Manifest;

async function makeShards(count: number, ending = "", options: ExtractFileOptions = {}): Promise<string[]> {
  const path = writeRows(at("in.jsonl"), pairRows(ROWS));
  const names = Array.from({ length: count }, (_, i) => `s${i + 1}of${count}.jsonl${ending}`);
  for (const [i, name] of names.entries())
    await extractFile(path, at(name), {
      ...{ workers: 1, cacheFolder: at("cache"), shard: { index: i + 1, count } },
      ...options,
    });
  return names.map((name) => at(name));
}

describe.each(["", ".gz"])("jsonl%s", (ending) => {
  test("2, 5, 6 and 13 shards of 6 blocks give the file and the manifest of one machine, in any order", async () => {
    const whole = `whole.jsonl${ending}`;
    await extractFile(writeRows(at("in.jsonl"), pairRows(ROWS)), at(whole), {
      workers: 1,
      cacheFolder: at("cache"),
    });
    for (const count of [2, 5, 6, 13]) {
      const shards = createRng(count).shuffle(await makeShards(count, ending));
      const out = `merged${count}.jsonl${ending}`;
      expect(await mergeShards(shards, at(out))).toBe(ROWS);
      expect(bytes(out).equals(bytes(whole))).toBe(true);
      const { settings, ...rest } = manifest(whole);
      expect(manifest(out)).toEqual({ ...rest, settings: { ...settings, shards: count } });
    }
  }, 60_000);
});

test("blocks go to shards in order, each to one, in shares that differ by one at most", () => {
  for (const blocks of [0, 1, 2, 7, 100, 101]) {
    for (const count of [1, 2, 3, 8, 200]) {
      const spans = Array.from({ length: count }, (_, i) => blocksOf(blocks, { index: i + 1, count }));
      expect(spans[0]!.first).toBe(0);
      expect(spans.at(-1)!.end).toBe(blocks);
      for (const [i, span] of spans.slice(1).entries()) expect(span.first).toBe(spans[i]!.end);
      const sizes = spans.map(({ first, end }) => end - first);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  }
});

test("blocks hold 48 rows, fewer where rows are huge, and every row once", () => {
  expect(blockStarts([])).toEqual([0]);
  expect(blockStarts([5])).toEqual([0, 1]);
  expect(blockStarts(Array<number>(100).fill(10))).toEqual([0, 48, 96, 100]);
  expect(blockStarts([4_000_000, 10, 10, 999_990, 10, 10])).toEqual([0, 1, 4, 6]);
});

describe("what does not belong together is refused, each with its reason", () => {
  const merge = (...paths: string[]): Promise<number> => mergeShards(paths, at("merged.jsonl"));

  test("missing, repeated and unfinished shards, and files that are none", async () => {
    const [one, two, three] = (await makeShards(3)) as [string, string, string];
    await expect(merge(one, three)).rejects.toThrow(/missing \(found "2\/3"\)/);
    await expect(merge(one, one, two)).rejects.toThrow(/2 problems[\s\S]*may be there once[\s\S]*"3\/3"/);
    await extractFile(at("in.jsonl"), at("whole.jsonl"), { workers: 1, cacheFolder: at("cache") });
    writeFileSync(partialPaths(three).journal, "");
    const all = merge(one, at("whole.jsonl"), at("none.jsonl"), three);
    await expect(all).rejects.toThrow(/4 problems/);
    await expect(all).rejects.toThrow(/whole\.jsonl: its manifest is not that of a shard/);
    await expect(all).rejects.toThrow(/none\.jsonl: the file does not exist/);
    await expect(all).rejects.toThrow(/s3of3\.jsonl: this shard is not finished/);
    rmSync(partialPaths(three).journal);
    expect(await merge(one, two, three)).toBe(ROWS);
  });

  test("shards of another number, of other settings, of another input", async () => {
    const [one, two] = (await makeShards(2)) as [string, string];
    const [, , third] = (await makeShards(3)) as [string, string, string];
    await expect(merge(one, two, third)).rejects.toThrow(/s3of3\.jsonl: the corpus was divided otherwise/);
    await makeShards(2, "", { definitions: "upstream" }).then(([first]) =>
      extractFile(at("in.jsonl"), first!, {
        ...{ workers: 1, shard: { index: 1, count: 2 }, cacheFolder: at("cache") },
      }),
    );
    await expect(merge(one, two)).rejects.toThrow(
      /s2of2\.jsonl: made from another input than .*, or in another way/,
    );
    await makeShards(2);
    writeRows(at("in.jsonl"), pairRows(ROWS, "other"));
    await extractFile(at("in.jsonl"), two, { workers: 1, shard: { index: 2, count: 2 } });
    await expect(merge(one, two)).rejects.toThrow(/s2of2\.jsonl: made from another input/);
  });

  test("shards that were changed, or packed otherwise than the result; no shard is overwritten", async () => {
    const [one, two] = (await makeShards(2)) as [string, string];
    await expect(mergeShards([one, two], at("merged.jsonl.gz"))).rejects.toThrow(
      /2 problems[\s\S]*plain text/,
    );
    await expect(mergeShards([one, two], two)).rejects.toThrow(/also the input of --shards/);
    appendFileSync(two, "\n");
    await expect(merge(one, two)).rejects.toThrow(
      /s2of2\.jsonl: not as it was written; make it again.*--shard 2\/2/,
    );
  });
});
