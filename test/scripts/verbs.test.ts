/** The verbs one after the other on a small simulated corpus: each feeds the next, as a user would chain them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { hyper, hyperFrom } from "./hyper.js";

const folder = mkdtempSync(join(tmpdir(), "hyper-verbs-"));
const at = (...names: string[]): string => join(folder, ...names);
const jsonLines = (path: string): Record<string, unknown>[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const csvLines = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");

const pairsFile = at("corpus", "preferences.jsonl");
const featuresFile = at("features.jsonl");
const resultsFile = at("results.csv");
const ppmFile = at("ppm.json");
const trainWords = (out: string): string[] => [
  ...["train", "--candidates", at("candidates"), "--preferences", pairsFile],
  ...["--benchmark", at("corpus", "benchmark.jsonl"), "--backend", "embedded", "--out", out],
];

beforeAll(() => {
  for (const words of [
    ["simpref", "--pairs", "150", "--out", at("corpus")],
    ["tags", "--preferences", pairsFile, "--out", featuresFile],
    ["candidates", "--features", featuresFile, "--n", "14", "--seed", "3", "--out", at("candidates")],
    trainWords(resultsFile),
    ["ppm", "fit", "--table", resultsFile, "--model", "quadratic", "--out", ppmFile],
  ]) {
    const { code, stderr } = hyper(...words);
    if (code !== 0) throw new Error(`hyper ${words.join(" ")}: exit ${code}\n${stderr}`);
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("hyper tags", () => {
  test("keeps every row and field, in order, and adds the features", () => {
    const before = jsonLines(pairsFile);
    const after = jsonLines(featuresFile);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const [i, row] of after.entries()) expect(row).toMatchObject(before[i]!);
    expect(after.every((row) => typeof row.rouge === "number" && Array.isArray(row.languages))).toBe(true);
  });

  test("a file that already has features comes back with the same ones", () => {
    expect(hyper("tags", "--preferences", featuresFile, "--out", at("again.jsonl")).code).toBe(0);
    expect(readFileSync(at("again.jsonl"), "utf8")).toBe(readFileSync(featuresFile, "utf8"));
  });
});

test("a verb with worker threads runs outside the repository too", () => {
  const { code, stderr } = hyperFrom(folder, "tags", "--preferences", pairsFile, "--out", "elsewhere.jsonl");
  expect(stderr).toContain("elsewhere.jsonl: 150 pairs");
  expect(code).toBe(0);
});

describe("hyper counts", () => {
  test("writes all 90 tags in vocabulary order, zeros included", () => {
    const ids = jsonLines(pairsFile)
      .slice(0, 20)
      .map(({ id }) => id);
    writeFileSync(at("ids.json"), JSON.stringify(ids));
    const { code } = hyper(
      "counts",
      "--features",
      featuresFile,
      "--ids",
      at("ids.json"),
      "--out",
      at("counts.json"),
    );
    expect(code).toBe(0);
    const counts = JSON.parse(readFileSync(at("counts.json"), "utf8")) as Record<string, number>;
    expect(Object.keys(counts)).toEqual(TAG_NAMES);
    expect(Object.values(counts).some((count) => count === 0)).toBe(true);
    expect(counts["analyzer_closed_set::feature_name=languages|constraints=English"]).toBeGreaterThan(0);
  });

  test("an unknown and a repeated id are both named, nothing is written, and the exit code is 2", () => {
    const [first] = jsonLines(pairsFile);
    writeFileSync(at("bad-ids.json"), JSON.stringify([first!.id, first!.id, "nobody"]));
    const out = at("bad-counts.json");
    const { code, stderr } = hyper(
      "counts",
      "--features",
      featuresFile,
      "--ids",
      at("bad-ids.json"),
      "--out",
      out,
    );
    expect(code).toBe(2);
    expect(stderr).toContain("nobody");
    expect(stderr).toContain("2 problems");
    expect(existsSync(out)).toBe(false);
  });
});

describe("hyper candidates and train", () => {
  test("candidates.csv has the sampled mixes and the two pure ones, each meeting its budget", () => {
    const [header, ...rows] = csvLines(at("candidates", "candidates.csv"));
    expect(header!.startsWith("id,budget,human,")).toBe(true);
    expect(rows).toHaveLength(16);
    for (const row of rows) {
      const [, budget, human] = row.split(",");
      expect(human).toBe(budget);
    }
    const routings = jsonLines(at("candidates", "routings.jsonl"));
    expect(routings.find(({ id }) => id === "all-human")!.human).toHaveLength(150);
    expect(routings.find(({ id }) => id === "all-lm")!.human).toEqual([]);
  });

  test("scores are fractions in [0, 1], in the order of the candidates", () => {
    const [header, ...rows] = csvLines(resultsFile);
    const columns = header!.split(",");
    expect(columns.slice(93, 98)).toEqual(["Overall", "Chat", "Chat Hard", "Safety", "Reasoning"]);
    const candidateIds = csvLines(at("candidates", "candidates.csv"))
      .slice(1)
      .map((row) => row.split(",")[0]);
    expect(rows.map((row) => row.split(",")[0])).toEqual(candidateIds);
    for (const row of rows) {
      for (const cell of row.split(",").slice(93)) {
        expect(Number(cell)).toBeGreaterThanOrEqual(0);
        expect(Number(cell)).toBeLessThanOrEqual(1);
      }
    }
  });

  test("a rerun trains nothing; after a lost result only that mix; the table is the same file", () => {
    const before = readFileSync(resultsFile, "utf8");
    const again = hyper(...trainWords(resultsFile));
    expect(again.stderr).toContain("16 mixes found trained, 0 to train");
    rmSync(tableResultFile(`${resultsFile}.runs`));
    const mended = hyper(...trainWords(resultsFile));
    expect(mended.stderr).toContain("16 candidates, 15 found, 1 trained");
    expect(readFileSync(resultsFile, "utf8")).toBe(before);
  });
});

/** The result of some mix of the table; that of the mix that was trained again and again to measure noise has several. */
function tableResultFile(runs: string): string {
  const jobs = readdirSync(runs).filter((name) => name.endsWith(".job.json"));
  const mixOf = (job: string): string =>
    (JSON.parse(readFileSync(join(runs, job), "utf8")) as { mix: { id: string } }).mix.id;
  const mixes = jobs.map(mixOf);
  const single = jobs.find((_, i) => mixes.filter((mix) => mix === mixes[i]).length === 1);
  return join(runs, single!.replace(".job.json", ".result.json"));
}

describe("hyper ppm", () => {
  test("cv writes one out-of-fold prediction a row, in table order", () => {
    const out = at("cv.csv");
    const words = ["--table", resultsFile, "--model", "ridge", "--folds", "4", "--out", out, "--json"];
    const { code, stdout } = hyper("ppm", "cv", ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ family: "ridge", rows: 16, folds: 4 });
    const [header, ...rows] = csvLines(out);
    expect(header).toBe("row,fold,actual,predicted");
    expect(rows.map((row) => row.split(",")[0])).toEqual(rows.map((_, i) => String(i)));
  });

  test("predict keeps the table's rows and adds a column", () => {
    const out = at("predicted.csv");
    expect(hyper("ppm", "predict", "--ppm", ppmFile, "--table", resultsFile, "--out", out).code).toBe(0);
    const [header, ...rows] = csvLines(out);
    expect(header!.endsWith(",predicted")).toBe(true);
    expect(rows).toHaveLength(16);
  });

  test("a quadratic family without a known training size asks for --scale", () => {
    writeFileSync(at("bare.csv"), "a,b,y\n1,2,0.1\n2,1,0.2\n3,5,0.4\n4,4,0.3\n");
    const words = [
      "--table",
      at("bare.csv"),
      "--feature-columns",
      "a,b",
      "--target",
      "y",
      "--out",
      at("bare.json"),
    ];
    const refused = hyper("ppm", "fit", ...words, "--model", "quadratic");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--scale");
    expect(hyper("ppm", "fit", ...words, "--model", "linear").code).toBe(0);
  });
});

describe("hyper route", () => {
  const route = (budget: string, out: string, ...more: string[]) =>
    hyper("route", "--features", featuresFile, "--ppm", ppmFile, "--budget", budget, "--out", out, ...more);

  test.each([
    ["0.25", 38],
    ["0", 0],
    ["150", 150],
  ])("budget %s sends exactly %i of 150 pairs to people", (budget, expected) => {
    const out = at(`routed-${budget}.jsonl`);
    expect(route(budget, out, "--simulations", "20").code).toBe(0);
    const rows = jsonLines(out);
    expect(rows).toHaveLength(150);
    expect(rows.filter(({ route: to }) => to === "human")).toHaveLength(expected);
    expect(rows.every(({ gain }) => Number.isFinite(gain))).toBe(true);
  });

  test.each(["-1", "NaN", "151", "1.5", "many"])("budget %s exits with 2 and writes nothing", (budget) => {
    const out = at("refused.jsonl");
    const { code, stderr } = route(budget, out);
    expect(code).toBe(2);
    expect(stderr).toMatch(/budget/i);
    expect(existsSync(out)).toBe(false);
  });
});

describe("every verb", () => {
  test("a missing option and an unknown verb exit with 2, --help with 0", () => {
    expect(hyper("tags").code).toBe(2);
    expect(hyper("nonsense").code).toBe(2);
    const help = hyper("ppm", "cv", "--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("--fold-column");
  });

  test("a missing file is one clear error with exit code 2", () => {
    const { code, stderr } = hyper("tags", "--preferences", at("nowhere.jsonl"), "--out", at("x.jsonl"));
    expect(code).toBe(2);
    expect(stderr).toContain("nowhere.jsonl");
    expect(stderr).not.toContain("    at ");
  });
});
