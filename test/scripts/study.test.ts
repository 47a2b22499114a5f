/** `hyper study`: tables, manifests and refusals at the door. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "../../lib/base/index.js";
import { generateSimPref, writeBenchmark, writePreferences } from "../../lib/datasets/index.js";
import { studyCommand } from "../../scripts/hyper/study.js";
import { hasShared, sharedPath } from "../shared.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const root = mkdtempSync(join(tmpdir(), "hyper-study-door-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const preferences = join(root, "preferences.jsonl");
const benchmark = join(root, "benchmark.jsonl");
const small = ["--candidates", "20", "--repeats", "2", "--fits", "1", "--workers", "1"];
const study = (...words: string[]): Promise<Outcome> => runCommand(studyCommand(), ...words);
const onFiles = (...words: string[]): Promise<Outcome> =>
  study(...words, "--preferences", preferences, "--benchmark", benchmark, ...small);

beforeAll(() => {
  const corpus = generateSimPref({ seed: 8, pairCount: 110, benchmarkCount: 90 });
  writePreferences(preferences, corpus.preferences);
  writeBenchmark(benchmark, corpus.benchmark);
});

describe("hyper study strategies", () => {
  test("writes the long table and the form of Tables 10 and 11, each with a manifest without paths or clock", async () => {
    const out = join(root, "strategies");
    const words = ["--models", "linear", "--strategies", "simulated,topk", "--simulations", "20"];
    const { code, stdout, stderr } = await onFiles("strategies", ...words, "--out", out);
    expect(stderr).toContain("(simulated)");
    expect(code).toBe(0);
    expect(readCsv(join(out, "strategies.csv")).columns).toEqual([
      ...["strategy", "ppm", "pessimism", "budget", "what", "repeats", "mean", "sd", "low", "high"],
    ]);
    const selection = readCsv(join(out, "selection-strategies.csv")).rows;
    expect(selection).toHaveLength(15);
    expect(selection[0]!.linear_topk).not.toBe("");
    expect(selection[0]!.quadratic_topk).toBe("");
    const manifest = readFileSync(join(out, "strategies.csv.manifest.json"), "utf8");
    expect(manifest).not.toContain(root);
    expect(manifest).not.toMatch(/20\d\d-\d\d-\d\dT/);
    expect(JSON.parse(manifest)).toMatchObject({
      settings: { simulated: true, models: ["linear"], fits: 1 },
    });
    expect(stdout).toContain("of other data and another reward model");
  }, 60_000);

  test("every name that is none is reported at once, and nothing is written", async () => {
    const out = join(root, "refused");
    const { code, stderr } = await onFiles(
      ...["strategies", "--models", "cubic,linear,bootstrap:spline", "--strategies", "luck", "--out", out],
    );
    expect(code).toBe(2);
    for (const name of ["cubic", "spline", "luck"]) expect(stderr).toContain(name);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ["--budgets", "0.5,half"],
    ["--budgets", "1.5"],
    ["--pessimism", "-1"],
    ["--repeats", "1"],
    ["--held-out", "0.95"],
    ["--candidates", "5"],
  ])("%s %s is refused", async (...words) => {
    const out = join(root, "refused");
    expect((await onFiles("strategies", "--out", out, ...words)).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test("pairs without a benchmark are refused", async () => {
    const { code, stderr } = await study(
      "strategies",
      "--preferences",
      preferences,
      "--out",
      join(root, "no"),
    );
    expect(code).toBe(2);
    expect(stderr).toContain("preferences and benchmark are given together");
  });

  test.skipIf(!hasShared("data", "preferences", "vicuna80.jsonl"))(
    "runs on a real file, with a holdout of its prompts (skipped: without the shared folder)",
    async () => {
      const lines = readFileSync(sharedPath("data", "preferences", "vicuna80.jsonl"), "utf8").split("\n");
      const real = join(root, "real.jsonl");
      writeFileSync(real, `${lines.slice(0, 160).join("\n")}\n`);
      const out = join(root, "real");
      const words = ["--models", "ridge", "--strategies", "topk", "--budgets", "0.5"];
      const { code } = await study(
        ...[
          "strategies",
          "--preferences",
          real,
          "--benchmark",
          "holdout:0.4",
          ...words,
          ...small,
          "--out",
          out,
        ],
      );
      expect(code).toBe(0);
      const manifest = JSON.parse(readFileSync(join(out, "strategies.csv.manifest.json"), "utf8")) as object;
      expect(manifest).toMatchObject({ settings: { simulated: false, benchmark: "holdout:0.4" } });
    },
    60_000,
  );
});

describe("hyper study pool-size", () => {
  const sizes = ["--models", "linear", "--sizes", "8,32", "--top", "3", "--unselected", "4"];

  test("a rerun gives the same bytes, but for the file that is named as measured", async () => {
    const out = join(root, "pools");
    expect((await onFiles("pool-size", ...sizes, "--out", out)).code).toBe(0);
    const table = readFileSync(join(out, "pool-size.csv"), "utf8");
    const trained = readdirSync(join(out, "work", "reward-models")).length;
    expect(readCsv(join(out, "pool-size-seconds.measured.csv")).rows).toHaveLength(4);
    expect((await onFiles("pool-size", ...sizes, "--out", out, "--workers", "2")).code).toBe(0);
    expect(readFileSync(join(out, "pool-size.csv"), "utf8")).toBe(table);
    expect(table).not.toContain("seconds");
    expect(readdirSync(join(out, "work", "reward-models"))).toHaveLength(trained);
  }, 60_000);

  test("sizes that do not ascend are refused", async () => {
    const { code } = await onFiles("pool-size", "--sizes", "32,8", "--out", join(root, "refused"));
    expect(code).toBe(2);
  });
});
