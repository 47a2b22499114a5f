/** What people get wrong at the command line: each is one clear message, exit code 2, and nothing written. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hyper, type Outcome } from "./hyper.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hyper-refusals-"));
const at = (...names: string[]): string => join(folder, ...names);

type Row = Record<string, unknown>;
const pairsFile = at("corpus", "preferences.jsonl");
const benchmarkFile = at("corpus", "benchmark.jsonl");
const readRows = (path: string): Row[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
const writeRows = (path: string, rows: readonly Row[]): string => {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
};

beforeAll(() => {
  for (const words of [
    ["simpref", "--pairs", "100", "--out", at("corpus")],
    ["tags", "--preferences", pairsFile, "--out", at("features.jsonl")],
    ["candidates", "--features", at("features.jsonl"), "--n", "2", "--out", at("candidates")],
  ]) {
    const { code, stderr } = hyper(...words);
    if (code !== 0) throw new Error(`hyper ${words.join(" ")}: exit ${code}\n${stderr}`);
  }
  writeFileSync(at("table.csv"), "a,b,y\n1,2,0.1\n2,1,0.2\n3,5,0.4\n4,4,0.3\n");
  writeFileSync(at("ids.json"), "[]");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectRefusal({ code, stdout, stderr }: Outcome, ...named: string[]): void {
  expect(code, stderr).toBe(2);
  expect(stdout).toBe("");
  for (const text of named) expect(stderr).toContain(text);
  expect(stderr).not.toContain("    at ");
}

const fitTable = (table: string, out: string): Outcome =>
  hyper(
    "ppm",
    "fit",
    "--table",
    table,
    "--feature-columns",
    "a,b",
    "--target",
    "y",
    "--model",
    "linear",
    "--out",
    out,
  );

describe("paths", () => {
  test("a folder where a file is to be read is refused", () => {
    expectRefusal(fitTable(folder, at("ppm.json")), folder, "this is a folder");
    const counts = ["counts", "--features", at("features.jsonl"), "--out", at("counts.json")];
    expectRefusal(hyper(...counts, "--ids", folder), folder, "this is a folder");
  });

  test("a folder where a file is to be written is refused, by slow verbs before their work, and stays empty", () => {
    const place = at("place");
    mkdirSync(place);
    const before = readdirSync(folder).sort();
    expectRefusal(fitTable(at("table.csv"), place), place, "no file can be written here");
    expectRefusal(hyper("tags", "--preferences", pairsFile, "--out", place), "no file can be written here");
    const train = hyper(...trainWords(pairsFile, place));
    expectRefusal(train, place, "no file can be written here");
    expect(train.stderr).not.toContain("trained");
    expect(readdirSync(place)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe("options", () => {
  test("verbs that draw nothing take --seed too, and refuse one that is no number", () => {
    const verbs = ["tags", "counts", "ppm fit", "ppm predict"];
    for (const verb of verbs) expect(hyper(...verb.split(" "), "--help").stdout, verb).toContain("--seed");
    expectRefusal(hyper("tags", "--preferences", pairsFile, "--out", at("x.jsonl"), "--seed", "x"), "--seed");
  }, 60_000);

  test("more mixes than fit in memory are refused before anything is read", () => {
    const words = ["candidates", "--features", "nowhere.jsonl", "--out", at("many")];
    expectRefusal(hyper(...words, "--n", "999999999999999"), "--n", "100000");
  });
});

test("candidates of one pair are refused: there is nothing to choose between", () => {
  const one = writeRows(at("one.jsonl"), readRows(at("features.jsonl")).slice(0, 1));
  expectRefusal(hyper("candidates", "--features", one, "--out", at("of-one")), "at least 2 instances");
});

function trainWords(preferences: string, out: string): string[] {
  const data = ["--candidates", at("candidates"), "--preferences", preferences, "--benchmark", benchmarkFile];
  return ["train", ...data, "--noise-seeds", "2", "--out", out];
}

describe("hyper train", () => {
  test("an unlabelled pair is named by its line; --skip-bad leaves it out, though the mixes name it", () => {
    const rows = readRows(pairsFile);
    rows[4] = { ...rows[4], pref_lm: null };
    const unlabelled = writeRows(at("unlabelled.jsonl"), rows);
    expectRefusal(hyper(...trainWords(unlabelled, at("results.csv"))), `${unlabelled}:5`, "LM label");
    const { code, stderr } = hyper(...trainWords(unlabelled, at("results.csv")), "--skip-bad");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("1 bad lines dropped");
    const [head] = readRows(at("results.csv.skipped.jsonl"));
    expect(head).toEqual({ skipped_lines: 1, problems: 1, listed: 1 });
  }, 60_000);

  test("a mix's name cannot steer the terminal", () => {
    const evil = "\u001b[31mred\u009b";
    mkdirSync(at("evil"));
    for (const name of ["candidates.csv", "routings.jsonl"]) {
      const text = readFileSync(at("candidates", name), "utf8");
      const written = name.endsWith(".csv") ? evil : JSON.stringify(evil).slice(1, -1);
      writeFileSync(at("evil", name), text.replaceAll("c0000", written));
    }
    const words = trainWords(pairsFile, at("evil.csv")).map((word) =>
      word === at("candidates") ? at("evil") : word,
    );
    const { code, stderr } = hyper(...words);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("trained \\u001b[31mred\\u009b");
  }, 60_000);
});

test("npm run reproduce refuses pairs that are all ties before it clears an earlier run", () => {
  const ties = readRows(pairsFile).map((row) => ({ ...row, pref_human: "tie", pref_human_votes: null }));
  const path = writeRows(at("all ties.jsonl"), ties);
  const words = ["scripts/reproduce.ts", "--preferences", path, "--benchmark", benchmarkFile];
  const run = spawnSync(process.execPath, ["--import", "tsx", ...words], { cwd: root, encoding: "utf8" });
  expectRefusal({ code: run.status, stdout: run.stdout, stderr: run.stderr }, path, "at least 2 pairs");
});
