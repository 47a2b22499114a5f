/** `hyper simulate` at the command line. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { createRng, type JsonObject, readCsv, readManifestSettings } from "../../lib/base/index.js";
import { matrixFromRows } from "../../lib/math/index.js";
import { fitPpm, PolynomialPpm, type Ppm, ppmFamily, savePpm } from "../../lib/ppm/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { ppmCommand } from "../../scripts/hyper/ppm.js";
import { routeCommand } from "../../scripts/hyper/route.js";
import { simulateCommand } from "../../scripts/hyper/simulate.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { oraclePath } from "../fixtures/oracle/path.js";
import { runCommand } from "./run-command.js";

const PAIRS = 240;
const at = temporaryFolder();
const fixture = gunzipSync(readFileSync(oraclePath("features.jsonl.gz"))).toString("utf8");
const features = fixture.split("\n").slice(0, PAIRS);

beforeEach(() => {
  writeFileSync(at("features.jsonl"), `${features.join("\n")}\n`);
  save("ppm.json", polynomial());
});

function polynomial(): PolynomialPpm {
  const rng = createRng("ppm");
  const normals = (count: number) => Float64Array.from({ length: count }, () => 0.02 * rng.normal());
  const model = { intercept: 0.7, coefficients: normals(90), products: normals(4095) };
  return new PolynomialPpm("quadratic", TAG_NAMES, PAIRS, model);
}

function save(name: string, ppm: Ppm, training: JsonObject = { instances: PAIRS }): void {
  savePpm(at(name), { ppm, target: "Overall", training, bins: null });
}

/** Runs the verb on the features and the model of this test. */
function simulate(...words: string[]) {
  const given = ["--features", at("features.jsonl"), "--ppm", at("ppm.json"), "--out", at("top.csv")];
  return runCommand(simulateCommand(), ...given, "--n", "400", "--seed", "3", ...words);
}

const text = (name: string): string => readFileSync(at(name), "utf8");
const table = () => readCsv(at("top.csv"));

describe("the table", () => {
  test("has the best mixes in order, their counts as columns named like the tags", async () => {
    const { code, stdout, stderr } = await simulate("--keep", "30");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/top\.csv: best 30 of 400 mixes in \d+\.\d s; the first sends \d+ of 240 pairs/);
    expect(stderr).toContain("31 mixes were drawn, counted and scored again by plain code");
    const { columns, rows } = table();
    const first = ["rank", "index", "human_count", "human_fraction", "predicted_score"];
    expect(columns).toEqual([...first, ...TAG_NAMES]);
    expect(rows.map((row) => Number(row.rank))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const scores = rows.map((row) => Number(row.predicted_score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const row of rows) expect(Number(row.human_fraction)).toBe(Number(row.human_count) / PAIRS);
  });

  test("goes into `hyper ppm predict`, which predicts the same", async () => {
    await simulate("--keep", "20");
    const words = ["--table", at("top.csv"), "--ppm", at("ppm.json"), "--out", at("again.csv")];
    const { code, stderr } = await runCommand(ppmCommand(), "predict", ...words);
    expect([code, stderr]).toEqual([0, expect.stringContaining("20 rows predicted")]);
    for (const row of readCsv(at("again.csv")).rows)
      expect(Number(row.predicted)).toBeCloseTo(Number(row.predicted_score), 11);
  });

  test("and its manifest are the same bytes on any number of workers", async () => {
    const first = await simulate("--n", "40000", "--workers", "1");
    expect(first.code).toBe(0);
    const [csv, manifest] = [text("top.csv"), text("top.csv.manifest.json")];
    expect((await simulate("--n", "40000", "--workers", "2")).code).toBe(0);
    expect([text("top.csv"), text("top.csv.manifest.json")]).toEqual([csv, manifest]);
    const { bestOfFirst, recounted, n, budget } = readManifestSettings(at("top.csv"));
    expect([n, budget, recounted]).toEqual([40_000, "open", 104]);
    expect((bestOfFirst as JsonObject[]).map(({ count }) => count)).toEqual([
      ...[128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 40_000],
    ]);
  });

  test.each([
    ["60", 60],
    ["0.5", 120],
  ])("--budget %s gives every mix %i human labels", async (budget, count) => {
    expect((await simulate("--budget", budget)).code).toBe(0);
    for (const row of table().rows) expect(row.human_count).toBe(String(count));
  });

  test("another seed gives other mixes", async () => {
    await simulate();
    const first = text("top.csv");
    await simulate("--seed", "4");
    expect(text("top.csv")).not.toBe(first);
  });
});

describe("models", () => {
  test("that are no polynomials are taken too", async () => {
    const rng = createRng("trees");
    const counts = Array.from({ length: 80 }, () => TAG_NAMES.map(() => rng.int(PAIRS)));
    const targets = Float64Array.from(counts, (row) => 0.6 + 0.001 * row[5]! - 0.0005 * row[60]!);
    const training = { featureNames: TAG_NAMES, counts: matrixFromRows(counts), targets };
    const { ppm } = fitPpm(training, { family: ppmFamily("lightgbm"), scale: 1 });
    save("ppm.json", ppm);
    const { code, stderr } = await simulate("--n", "300");
    expect([code, stderr]).toEqual([0, expect.stringContaining("best 100 of 300 mixes")]);
    expect(readManifestSettings(at("top.csv")).ppmFamily).toBe("lightgbm");
  });

  test("published is the paper's, and said to be", async () => {
    const { code, stderr } = await simulate("--ppm", "published", "--n", "200");
    expect([code, stderr]).toEqual([0, expect.stringContaining("Table 13")]);
  });

  test("are asked by the original's counting with --compat upstream", async () => {
    expect((await simulate("--n", "50", "--compat", "upstream", "--keep", "5")).code).toBe(0);
    expect(table().rows).toHaveLength(5);
    expect(readManifestSettings(at("top.csv")).compat).toBe("upstream");
  });
});

test("--routes gives the best mix as `hyper route` gives it: from one seed, the same", async () => {
  expect((await simulate("--routes", at("routes.jsonl"), "--budget", "70", "--n", "150")).code).toBe(0);
  const words = ["--features", at("features.jsonl"), "--ppm", at("ppm.json"), "--out", at("routed.jsonl")];
  const more = ["--strategy", "simulated", "--budget", "70", "--simulations", "150", "--seed", "3"];
  expect((await runCommand(routeCommand(), ...words, ...more)).code).toBe(0);
  expect(text("routes.jsonl")).toBe(text("routed.jsonl"));
  expect(text("routes.jsonl").split('"human"').length - 1).toBe(70);
});

describe("bad input stops it before anything is written", () => {
  test.each([
    ["a budget over all pairs", ["--budget", "241"], "cannot exceed the 240"],
    ["a budget that is none", ["--budget", "half"], "not a budget"],
    ["no mixes", ["--n", "0"], "integer"],
    ["nothing to keep", ["--keep", "0"], "integer"],
    ["no such model", ["--ppm", "nowhere.json"], "nowhere.json"],
    ["no such features", ["--features", "nowhere.jsonl"], "nowhere.jsonl"],
    ["doubt that the model does not have", ["--pessimism", "1"], "how unsure"],
    ["negative doubt", ["--pessimism", "-1"], "from 0 on"],
    ["one file for two results", ["--routes", "TOP"], "result of"],
    ["a result that is an input", ["--out", "PPM"], "input of"],
  ])("%s", async (_, words, message) => {
    const paths: Readonly<Record<string, string>> = { TOP: at("top.csv"), PPM: at("ppm.json") };
    const { code, stderr } = await simulate(...words.map((word) => paths[word] ?? word));
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readdirSync(at(".")).sort()).toEqual(["features.jsonl", "ppm.json"]);
  });

  test("predictions that are not finite", async () => {
    const { family, featureNames, polynomial: model } = polynomial();
    const huge = { ...model, coefficients: model.coefficients.map((value) => value * 1e308) };
    save("ppm.json", new PolynomialPpm(family, featureNames, 1, huge));
    const { code, stderr } = await simulate();
    expect([code, stderr]).toEqual([2, expect.stringContaining("must be finite")]);
    expect(existsSync(at("top.csv"))).toBe(false);
  });

  test("a single pair has no mixes to choose between", async () => {
    writeFileSync(at("features.jsonl"), `${features[0]}\n`);
    const { code, stderr } = await simulate();
    expect([code, stderr]).toEqual([2, expect.stringContaining("at least 2")]);
  });
});
