/** From file to file: rows kept, features added, whatever the number of workers, the packing, or the state left by a kill. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BadInputError, type JsonObject, manifestPath, readManifestSettings } from "../../lib/base/index.js";
import { readPreferences } from "../../lib/datasets/index.js";
import {
  buildTagMatrix,
  extractFeatures,
  extractFile,
  FEATURE_COLUMNS,
  NO_FEATURES,
  PROVENANCE_COLUMN,
  planExtraction,
  readFeaturesFile,
} from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "./pair-rows.js";

const at = temporaryFolder();
const text = (name: string): string => readFileSync(at(name), "utf8");
const lines = (name: string): string[] => text(name).trimEnd().split("\n");
const rowsOf = (name: string): JsonObject[] => lines(name).map((line) => JSON.parse(line) as JsonObject);
const ROW = {
  id: "a",
  prompt: "What is DNA?",
  completion_a: "DNA stores genes.",
  completion_b: "A molecule.",
};

describe("rows", () => {
  test("are kept to the letter, with their features behind, and the mark", async () => {
    const odd = String.raw`  {"id":"a", "prompt":"What is DNA?","completion_a":"\u0044NA","completion_b":"x\/y","n":12345678901234567890,"n":1.50}  `;
    writeFileSync(at("in.jsonl"), `${odd}\r\n\n${JSON.stringify({ ...ROW, id: "b" })}`);
    await extractFile(at("in.jsonl"), at("out.jsonl"));
    const [first, second] = lines("out.jsonl");
    expect(first!.startsWith(`${odd.trimEnd().slice(0, -1)},"bertscore":`)).toBe(true);
    expect(Object.keys(JSON.parse(second!) as object)).toEqual([
      ...Object.keys(ROW),
      ...FEATURE_COLUMNS,
      PROVENANCE_COLUMN,
    ]);
    expect(readdirSync(at("."))).toEqual(["in.jsonl", "out.jsonl", "out.jsonl.manifest.json"]);
  });

  test("get the same features as in memory, and the manifest the bins of all rows", async () => {
    const path = writeRows(at("in.jsonl"), pairRows(70));
    const report = await extractFile(path, at("out.jsonl"));
    expect(report).toMatchObject({ rowCount: 70, computedCount: 70, knownCount: 0, isComplete: true });
    const { rows: pairs } = await readPreferences(path);
    const features = await extractFeatures(pairs);
    const read = await readFeaturesFile(at("out.jsonl"));
    expect(read.rows.map((row) => row.features)).toEqual(features);
    expect(read.provenance).toMatchObject({ definitions: "paper" });
    const { bins } = buildTagMatrix(
      pairs.map(({ id }) => id),
      features,
    );
    expect(readManifestSettings(at("out.jsonl"))).toMatchObject({ rows: 70, bins, ...read.provenance });
  });

  test("keep the features that they have, in full, in part, or null", async () => {
    const all = { ...ROW, ...NO_FEATURES, rouge: 0.125 } as unknown as JsonObject;
    const some = { ...ROW, id: "b", rouge: 0.5, languages: null, [PROVENANCE_COLUMN]: null };
    writeRows(at("in.jsonl"), [all, some, { ...ROW, id: "c" }]);
    const report = await extractFile(at("in.jsonl"), at("out.jsonl"));
    expect(report).toMatchObject({ knownCount: 1, computedCount: 2 });
    const [kept, filled, computed] = rowsOf("out.jsonl");
    // Nobody knows what made it: no mark.
    expect(kept).toEqual(all);
    expect(filled).toMatchObject({
      rouge: 0.5,
      languages: null,
      [PROVENANCE_COLUMN]: computed![PROVENANCE_COLUMN],
    });
    expect({ ...filled, id: "c", rouge: computed!.rouge, languages: computed!.languages }).toEqual(computed);
    // All is there now: a second run changes nothing.
    await extractFile(at("out.jsonl"), at("again.jsonl"));
    expect(text("again.jsonl")).toBe(text("out.jsonl"));
  });

  test("are tagged anew on demand, and give up only their features", async () => {
    writeRows(at("in.jsonl"), [ROW]);
    await extractFile(at("in.jsonl"), at("plain.jsonl"));
    const old = {
      big: 0,
      ...ROW,
      ...NO_FEATURES,
      [PROVENANCE_COLUMN]: "upstream | x | y",
      z: 1,
    };
    writeFileSync(at("old.jsonl"), `${JSON.stringify(old).replace('"big":0', '"big":9007199254740993')}\n`);
    await extractFile(at("old.jsonl"), at("out.jsonl"), { recompute: true });
    expect(text("out.jsonl")).toContain('"big":9007199254740993,');
    expect(rowsOf("out.jsonl")[0]).toEqual({ ...rowsOf("plain.jsonl")[0], big: 9007199254740992, z: 1 });
  });

  test("that were tagged in another way are refused, each with its line; nothing is written", async () => {
    const marked = (id: string, mark: string) => ({ ...ROW, id, ...NO_FEATURES, [PROVENANCE_COLUMN]: mark });
    writeRows(
      at("in.jsonl"),
      [marked("a", "upstream | x | y"), ROW, marked("c", "paper | x | y")].map(
        (row, i) => ({ ...row, id: `r${i}` }) as unknown as JsonObject,
      ),
    );
    for (const skipBad of [false, true]) {
      const attempt = extractFile(at("in.jsonl"), at("out.jsonl"), { skipBad });
      await expect(attempt).rejects.toThrow(
        /2 problems[\s\S]*in\.jsonl:1: .* of this run[\s\S]*in\.jsonl:3: /,
      );
    }
    expect(readdirSync(at("."))).toEqual(["in.jsonl"]);
  });
});

test("the result is the same for 1, 2 and 3 workers, plain and gzip, and progress adds up", async () => {
  const path = writeRows(at("in.jsonl.gz"), pairRows(200));
  const made: string[] = [];
  for (const workers of [1, 2, 3]) {
    let done = 0;
    const advance = (count = 1): void => {
      done += count;
    };
    await extractFile(path, at(`out${workers}.jsonl`), { workers, progress: () => ({ advance, done() {} }) });
    expect(done).toBe(200);
    made.push(text(`out${workers}.jsonl`), text(`out${workers}.jsonl.manifest.json`));
  }
  expect(made.slice(2)).toEqual([made[0], made[1], made[0], made[1]]);
  await extractFile(path, at("out.jsonl.gz"), { workers: 1 });
  expect(gunzipSync(readFileSync(at("out.jsonl.gz"))).toString("utf8")).toBe(made[0]);
}, 120_000);

describe("bad input", () => {
  const bad = [
    JSON.stringify(ROW),
    "not json",
    JSON.stringify({ ...ROW, id: "b", rouge: "high" }),
    JSON.stringify(ROW),
    JSON.stringify({ id: "d", prompt: "p", completion_a: "" }),
    JSON.stringify({ ...ROW, id: "e" }),
  ];

  test("is listed in full before any work, and nothing is written", async () => {
    writeFileSync(at("in.jsonl"), bad.join("\n"));
    let checked = false;
    const onChecked = (): void => {
      checked = true;
    };
    const attempt = extractFile(at("in.jsonl"), at("new", "out.jsonl"), { onChecked });
    await expect(attempt).rejects.toThrow(BadInputError);
    await expect(attempt).rejects.toThrow(
      /4 problems[\s\S]*jsonl:2[\s\S]*jsonl:3[\s\S]*rouge[\s\S]*jsonl:4[\s\S]*first at[\s\S]*jsonl:5/,
    );
    expect(checked).toBe(false);
    expect(readdirSync(at("."))).toEqual(["in.jsonl"]);
  });

  test("can be left out line by line, and is counted", async () => {
    writeFileSync(at("in.jsonl"), bad.join("\n"));
    let skipped = 0;
    const onChecked = (found: { skipped: { skipped: number } }): void => {
      skipped = found.skipped.skipped;
    };
    const report = await extractFile(at("in.jsonl"), at("out.jsonl"), { skipBad: true, onChecked });
    expect([skipped, report.rowCount]).toEqual([4, 2]);
    expect(rowsOf("out.jsonl").map(({ id }) => id)).toEqual(["a", "e"]);
  });

  test.each([
    ["", /the file is empty/],
    ["\n \n", /the file is empty/],
  ])("an empty file (%j) is refused", async (content, message) => {
    writeFileSync(at("in.jsonl"), content);
    await expect(extractFile(at("in.jsonl"), at("out.jsonl"))).rejects.toThrow(message);
    await expect(extractFile(at("none.jsonl"), at("out.jsonl"))).rejects.toThrow(/does not exist/);
  });

  test("hostile texts pass: none, megabytes, lone surrogates, NUL, right to left, only signs", async () => {
    const texts = [
      " ?",
      "a".repeat(1_200_000),
      "\ud800x\udfff",
      "\0\0",
      "שלום עולם",
      "!!!",
      "<script>",
      "🦙🦙",
      "\u2028x",
    ];
    const rows = texts.map((one, i) => ({ ...ROW, id: `t${i}`, prompt: one, completion_b: one }));
    writeRows(at("in.jsonl"), rows);
    await extractFile(at("in.jsonl"), at("out.jsonl"));
    expect(rowsOf("out.jsonl")).toMatchObject(rows);
    const { rows: read } = await readFeaturesFile(at("out.jsonl"));
    for (const { features } of read)
      for (const column of FEATURE_COLUMNS) expect(features[column], column).not.toBeNull();
  });
});

describe("places", () => {
  test("a file may be tagged in its place, and a link stays one", async () => {
    writeRows(at("real.jsonl"), pairRows(60));
    symlinkSync(at("real.jsonl"), at("link.jsonl"));
    await extractFile(at("link.jsonl"), at("link.jsonl"));
    expect(rowsOf("real.jsonl").map(({ id, rouge }) => [id, typeof rouge])).toEqual(
      pairRows(60).map(({ id }) => [id, "number"]),
    );
    expect(readdirSync(at(".")).sort()).toEqual(["link.jsonl", "real.jsonl", "real.jsonl.manifest.json"]);
    expect(existsSync(manifestPath(at("real.jsonl")))).toBe(true);
  });

  test("a pipe is read once, and its copy is removed", async () => {
    const rows = pairRows(60);
    writeRows(at("in.jsonl"), rows);
    await extractFile(at("in.jsonl"), at("file.jsonl"));
    for (const run of [
      () => extractFile(at("pipe"), at("out.jsonl")),
      () => planExtraction(at("pipe"), at("none.jsonl")),
    ]) {
      execFileSync("mkfifo", [at("pipe")]);
      spawn("sh", ["-c", `cat '${at("in.jsonl")}' > '${at("pipe")}'`]);
      await run();
      execFileSync("rm", [at("pipe")]);
    }
    expect(text("out.jsonl")).toBe(text("file.jsonl"));
    expect(readdirSync(at("."))).toEqual(expect.not.arrayContaining([expect.stringContaining("partial")]));
  });

  test("a plan counts what is known and writes nothing", async () => {
    const rows = pairRows(5);
    writeRows(at("in.jsonl"), [
      ...rows.slice(0, 4),
      { ...rows[4]!, ...(NO_FEATURES as unknown as JsonObject) },
    ]);
    const plan = await planExtraction(at("in.jsonl"), at("out.jsonl"), { cacheFolder: at("cache") });
    expect(plan).toMatchObject({ rowCount: 5, plannedCount: 5, knownCount: 1, prompts: [] });
    expect(readdirSync(at("."))).toEqual(["in.jsonl"]);
  });
});
