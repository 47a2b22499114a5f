/** `hyper tags` and `hyper tags merge` at the command line. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tagsCommand } from "../../scripts/hyper/tags.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "../tags/pair-rows.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const at = temporaryFolder();
const tags = (...words: string[]): Promise<Outcome> => runCommand(tagsCommand(), ...words);
const extract = (out: string, ...more: string[]): Promise<Outcome> =>
  tags("--preferences", at("in.jsonl"), "--out", at(out), "--workers", "1", ...more);
const text = (name: string): string => readFileSync(at(name), "utf8");

test("says how many pairs, how fast, and how many were known; the cache lies beside the result", async () => {
  writeRows(at("in.jsonl"), pairRows(60));
  const first = await extract("a.jsonl");
  expect([first.code, first.stdout]).toEqual([0, ""]);
  expect(first.stderr).toMatch(/a\.jsonl: 60 pairs in \d+\.\d s \(\d+ pairs\/s\)\n$/);
  expect((await extract("b.jsonl")).stderr).toMatch(/pairs\/s\); 60 with features or in the cache\n$/);
  expect(text("b.jsonl")).toBe(text("a.jsonl"));
  expect(readdirSync(at(".")).sort()).toEqual([
    ...["a.jsonl", "a.jsonl.manifest.json", "b.jsonl", "b.jsonl.manifest.json", "in.jsonl", "tags-cache"],
  ]);
  expect((await extract("c.jsonl", "--no-cache")).stderr).toMatch(/pairs\/s\)\n$/);
  expect((await extract("c.jsonl", "--cache", at("tags-cache"))).stderr).toContain("60 with features");
});

test("a dry run says what there is to do and writes nothing", async () => {
  writeRows(at("in.jsonl"), pairRows(60));
  const { code, stdout } = await extract("new/a.jsonl", "--dry-run", "--shard", "1/2");
  expect(code).toBe(0);
  expect(stdout).toMatch(/pairs +48 of 60\n +known +0 .*\n +to compute +48\n/);
  expect(readdirSync(at("."))).toEqual(["in.jsonl"]);
});

test("shards are merged, and what is missing is said", async () => {
  writeRows(at("in.jsonl"), pairRows(100));
  await extract("whole.jsonl");
  for (const part of ["1/2", "2/2"])
    expect((await extract(`${part[0]}.jsonl`, "--shard", part)).code).toBe(0);
  const missing = await tags("merge", "--shards", at("1.jsonl"), "--out", at("merged.jsonl"));
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('"2/2"')]);
  const merged = await tags("merge", "--shards", at("2.jsonl"), at("1.jsonl"), "--out", at("merged.jsonl"));
  expect([merged.code, merged.stderr]).toEqual([0, `${at("merged.jsonl")}: 100 pairs of 2 shards\n`]);
  expect(text("merged.jsonl")).toBe(text("whole.jsonl"));
});

describe("options", () => {
  test.each(["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3", "1.5/2", "1/1000000"])(
    "--shard %s is refused",
    async (shard) => {
      const { code, stderr } = await extract("a.jsonl", "--shard", shard);
      expect([code, stderr]).toEqual([2, expect.stringContaining("1 ≤ i ≤ n")]);
    },
  );

  test("that are of no use with the others are refused, all at once", async () => {
    writeRows(at("in.jsonl"), pairRows(3));
    const idle = await extract("a.jsonl", "--model-dir", "x", "--model", "m", "--max-cost", "3");
    expect(idle.code).toBe(2);
    expect(idle.stderr).toMatch(/2 problems[\s\S]*--model-dir: of use with --encoder transformers only/);
    expect(idle.stderr).toMatch(/--model, --max-cost: of use with --analyzer lm only/);
    expect((await extract("a.jsonl", "--analyzer", "lm")).stderr).toContain("needs a model");
    expect(existsSync(at("a.jsonl"))).toBe(false);
  });

  test("--help shows every option, the subcommands, and how to use an array of jobs", async () => {
    const { stdout, code } = await tags("--help");
    expect(code).toBe(0);
    for (const word of [
      "--encoder",
      "--shard",
      "--cache",
      "--analyzer",
      "merge",
      "validate",
      "$SLURM_ARRAY_TASK_ID/8",
    ])
      expect(stdout).toContain(word);
    expect((await tags("merge", "--help")).stdout).toContain("--shards");
    expect(await tags("merg", "--shards", "a")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown command 'merg'") as string,
    });
    expect((await tags("--preferences", "x.jsonl")).stderr).toContain(
      "required option '--out <jsonl>' not specified",
    );
  });
});

test("a cache that is no folder and a result without a name are refused before the work", async () => {
  writeRows(at("in.jsonl"), pairRows(5));
  writeFileSync(at("file"), "");
  expect((await extract("a.jsonl", "--cache", at("file"))).code).toBe(2);
  expect((await tags("--preferences", at("in.jsonl"), "--out", "")).stderr).toContain(
    "It must be a file's name",
  );
  expect(readdirSync(at(".")).sort()).toEqual(["file", "in.jsonl"]);
});

test("bad lines stop it before anything is written; --skip-bad counts them and writes a report", async () => {
  const rows = pairRows(5);
  writeFileSync(at("in.jsonl"), `${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"id":"x"}\n`);
  const refused = await extract("a.jsonl");
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/3 problems[\s\S]*in\.jsonl:6/)]);
  expect(readdirSync(at("."))).toEqual(["in.jsonl"]);
  const skipped = await extract("a.jsonl", "--skip-bad");
  expect([skipped.code, skipped.stderr]).toEqual([0, expect.stringContaining("1 bad lines dropped; see")]);
  expect(text("a.jsonl.skipped.jsonl")).toContain('"skipped_lines":1');
});
