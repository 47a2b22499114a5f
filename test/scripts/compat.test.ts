/** `--compat` and the features' mark from counting to routing, at the command line. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashJson, type JsonObject, writeJsonAtomic } from "../../lib/base/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { candidatesCommand } from "../../scripts/hyper/candidates.js";
import { countsCommand } from "../../scripts/hyper/counts.js";
import { ppmCommand } from "../../scripts/hyper/ppm.js";
import { routeCommand } from "../../scripts/hyper/route.js";
import { oraclePath } from "../fixtures/oracle/path.js";
import { readCountsOracle } from "../tags/oracle-files.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "hyper-compat-"));
const at = (...names: string[]): string => join(folder, ...names);
const json = (path: string): JsonObject => JSON.parse(readFileSync(path, "utf8")) as JsonObject;
const settings = (path: string): JsonObject => json(`${path}.manifest.json`).settings as JsonObject;
const VERBS = { candidates: candidatesCommand, counts: countsCommand, ppm: ppmCommand, route: routeCommand };
const hyper = ([verb, ...words]: readonly string[]): Promise<Outcome> =>
  runCommand(VERBS[verb as keyof typeof VERBS](), ...words);
const runs = async (...words: string[]): Promise<string> => {
  const { code, stderr } = await hyper(words);
  if (code !== 0) throw new Error(`hyper ${words.join(" ")}: exit ${code}\n${stderr}`);
  return stderr;
};
const refused = async (...words: string[]): Promise<string> => {
  const { code, stderr } = await hyper(words);
  expect(code, stderr).toBe(2);
  return stderr;
};

const mark = (definitions: string, encoder = "hashed/1") => `${definitions} | ${encoder} | rules/2`;
function writeFeatures(path: string, tagged_with: string | undefined, shift = 0): string {
  const rows = Array.from({ length: 30 }, (_, i) => ({
    id: `p${i}`,
    rouge: [0, 0.2, 0.33, 0.5, 1][i % 5],
    prompt_len: 10 + i + shift,
    subject_of_expertise: i % 6 === 0 ? ["Journalism, media studies and communication"] : [],
    languages: ["English"],
    ...(tagged_with === undefined ? {} : { tagged_with }),
  }));
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

/** A table of scores for the candidates, with the manifest that training would hand on. */
function writeTable(name: string): string {
  const [header, ...rows] = readFileSync(at(name, "candidates.csv"), "utf8").trimEnd().split("\n");
  const scored = rows.map((row, i) => `${row},${0.5 + 0.01 * (i % 7)}`);
  writeFileSync(at(`${name}.csv`), `${[`${header},Overall`, ...scored].join("\n")}\n`);
  copyFileSync(at(name, "candidates.csv.manifest.json"), at(`${name}.csv.manifest.json`));
  return at(`${name}.csv`);
}

const fitWords = (name: string) => [
  "ppm",
  "fit",
  "--table",
  at(`${name}.csv`),
  "--model",
  "linear",
  "--out",
  at(`${name}.json`),
];
const routeWords = (features: string, model: string, ...more: string[]) => [
  ...["route", "--features", features, "--ppm", model, "--strategy", "topk", "--budget", "10"],
  ...["--out", at("routed.jsonl"), ...more],
];

beforeAll(async () => {
  for (const definitions of ["paper", "upstream"]) {
    writeFeatures(at(`${definitions}.jsonl`), mark(definitions));
    const words = ["--features", at(`${definitions}.jsonl`), "--n", "8", "--out", at(definitions)];
    await runs("candidates", ...words, ...(definitions === "paper" ? ["--compat", "paper"] : []));
    writeTable(definitions);
    await runs(...fitWords(definitions));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("hyper counts", () => {
  const oracle = readCountsOracle();
  const set = oracle.sets.uniform1000!;
  const counted = async (...words: string[]) => {
    writeFileSync(at("ids.json"), JSON.stringify(set.ids));
    const files = [
      "--features",
      oraclePath("features.jsonl.gz"),
      "--ids",
      at("ids.json"),
      "--out",
      at("counts.json"),
    ];
    await runs("counts", ...files, ...words);
    return TAG_NAMES.map((tag) => json(at("counts.json"))[tag]);
  };

  test("--compat upstream gives the original's counts, and says so in the manifest", async () => {
    expect(await counted("--compat", "upstream")).toEqual(set.counts_upstream_rerank);
    expect(settings(at("counts.json"))).toMatchObject({
      compat: "upstream",
      taggedWith: null,
      lengths: "subset",
      edges: "inclusive",
      clampedCount: 0,
    });
  });

  test("--lengths and --edges are finer", async () => {
    expect(await counted("--compat", "upstream", "--lengths", "once")).toEqual(
      set.counts_lengths_ranked_once,
    );
    expect(await counted("--lengths", "subset", "--edges", "inclusive")).toEqual(set.counts_upstream_rerank);
  });

  test("values outside [0, 1] are binned with the nearest, and their number is printed", async () => {
    writeFileSync(at("outside.jsonl"), '{"id": "a", "rouge": 1.5}\n{"id": "b", "rouge": 0.5}\n');
    writeFileSync(at("both.json"), '["a", "b"]');
    const words = ["--features", at("outside.jsonl"), "--ids", at("both.json"), "--out", at("outside.json")];
    expect(await runs("counts", ...words)).toContain("1 value lies outside [0, 1]: binned with the nearest");
    expect(json(at("outside.json"))["rouge::min_val=0.67|max_val=1.0"]).toBe(1);
    expect(await runs("counts", ...words, "--compat", "upstream")).toContain("in no bin");
    expect(json(at("outside.json"))["rouge::min_val=0.67|max_val=1.0"]).toBe(0);
  });

  test("measures of one kind can be counted by the other's rules, which is said", async () => {
    writeFileSync(at("one.json"), '["p0"]');
    const words = [
      "--features",
      at("upstream.jsonl"),
      "--ids",
      at("one.json"),
      "--out",
      at("one-counts.json"),
    ];
    expect(await runs("counts", ...words, "--compat", "paper")).toContain(
      "made by the definitions of upstream",
    );
    const journalism = "analyzer_closed_set::feature_name=subject_of_expertise|constraints=Journalism";
    expect(json(at("one-counts.json"))[journalism]).toBe(1);
    await runs("counts", ...words);
    expect(json(at("one-counts.json"))[journalism]).toBe(0);
  });
});

describe("from candidates to routes", () => {
  test("the rules and the mark stand in the manifest and the model; upstream keeps no bins", async () => {
    expect(settings(at("paper", "candidates.csv"))).toMatchObject({
      compat: "paper",
      taggedWith: mark("paper"),
    });
    expect(json(at("paper.json"))).toMatchObject({ compat: "paper", taggedWith: mark("paper") });
    expect(json(at("paper.json")).bins).toMatchObject({ schema: "hyper-bins/1" });
    expect(json(at("upstream.json"))).toMatchObject({
      compat: "upstream",
      taggedWith: mark("upstream"),
      bins: null,
    });
  });

  test("route takes the model's rules", async () => {
    for (const definitions of ["paper", "upstream"]) {
      await runs(...routeWords(at(`${definitions}.jsonl`), at(`${definitions}.json`)));
      expect(settings(at("routed.jsonl"))).toMatchObject({
        compat: definitions,
        binsFrom: definitions === "paper" ? "ppm" : "the routed data",
      });
    }
  });

  test("lengths beyond those of the model are binned, counted and printed", async () => {
    const longer = writeFeatures(at("longer.jsonl"), mark("paper"), 20);
    expect(await runs(...routeWords(longer, at("paper.json")))).toContain(
      "20 values lie outside [0, 1] or the lengths",
    );
    expect(settings(at("routed.jsonl")).clampedCount).toBe(20);
  });

  test("a --compat that contradicts the model, other definitions and another encoder are refused", async () => {
    rmSync(at("routed.jsonl"), { force: true });
    expect(
      await refused(...routeWords(at("paper.jsonl"), at("paper.json"), "--compat", "upstream")),
    ).toContain("--compat");
    expect(await refused(...routeWords(at("upstream.jsonl"), at("paper.json")))).toContain("definitions of");
    const other = writeFeatures(at("other.jsonl"), mark("paper", "use-lite/1"));
    expect(await refused(...routeWords(other, at("paper.json")))).toContain("use-lite/1");
    expect(await refused(...routeWords(other, at("paper.json"), "--compat", "theirs"))).toContain(
      "Allowed choices",
    );
    expect(existsSync(at("routed.jsonl"))).toBe(false);
  });

  test("features without a mark, and models of an older version, are accepted", async () => {
    const unmarked = writeFeatures(at("unmarked.jsonl"), undefined);
    await runs(...routeWords(unmarked, at("paper.json")));
    const { integrity, compat, taggedWith, ...old } = json(at("paper.json"));
    expect([typeof integrity, compat, typeof taggedWith]).toEqual(["string", "paper", "string"]);
    writeJsonAtomic(at("old.json"), { ...old, integrity: hashJson(old) });
    await runs(...routeWords(at("paper.jsonl"), at("old.json")));
    expect(settings(at("routed.jsonl"))).toMatchObject({ compat: "paper", binsFrom: "ppm" });
    const { bins, ...without } = old;
    expect(bins).not.toBeNull();
    const boundless = { ...without, bins: null };
    writeJsonAtomic(at("boundless.json"), { ...boundless, integrity: hashJson(boundless) });
    await runs(...routeWords(at("paper.jsonl"), at("boundless.json"), "--compat", "upstream"));
    expect(settings(at("routed.jsonl"))).toMatchObject({ compat: "upstream" });
  });

  test("an older model with bins was counted by the paper's rules: the features' mark does not change that", async () => {
    const { integrity, compat, taggedWith, ...old } = json(at("paper.json"));
    expect([typeof integrity, compat, typeof taggedWith]).toEqual(["string", "paper", "string"]);
    writeJsonAtomic(at("old.json"), { ...old, integrity: hashJson(old) });
    const said = await runs(...routeWords(at("upstream.jsonl"), at("old.json")));
    expect(said).toContain("made by the definitions of upstream, and are counted by the rules of paper");
    expect(settings(at("routed.jsonl"))).toMatchObject({ compat: "paper", binsFrom: "ppm" });
    const contradicted = routeWords(at("upstream.jsonl"), at("old.json"), "--compat", "upstream");
    expect(await refused(...contradicted)).toContain("--compat");
  });

  test("a model predicts only from tables that were counted as its own was", async () => {
    const words = (table: string) => [
      ...["ppm", "predict", "--ppm", at("paper.json"), "--table", at(table), "--out", at("predicted.csv")],
    ];
    await runs(...words("paper.csv"));
    rmSync(at("predicted.csv"));
    const message = await refused(...words("upstream.csv"));
    expect(message).toContain('by the rules of "upstream"');
    expect(message).toContain('by the definitions of "upstream"');
    expect(existsSync(at("predicted.csv"))).toBe(false);
    copyFileSync(at("upstream.csv"), at("unknown.csv"));
    await runs(...words("unknown.csv"));
  });

  test("bins of another version and a spoilt manifest are refused with their place", async () => {
    const { integrity, ...body } = json(at("paper.json"));
    expect(typeof integrity).toBe("string");
    const later = { ...body, bins: { ...(body.bins as JsonObject), schema: "hyper-bins/2" } };
    writeJsonAtomic(at("later.json"), { ...later, integrity: hashJson(later) });
    expect(await refused(...routeWords(at("paper.jsonl"), at("later.json")))).toContain("bins.schema");
    const manifest = json(at("paper.csv.manifest.json"));
    const { bins } = manifest.settings as { bins: JsonObject };
    rmSync(at("paper.json"));
    for (const [change, rule] of [
      [{ compat: "theirs" }, "paper or upstream"],
      [{ compat: "upstream" }, "cannot be upstream beside"],
      [{ bins: { ...bins, schema: "hyper-bins/2" } }, "bins.schema"],
      [{ bins: "none" }, "paper.csv.manifest.json: bins"],
    ] as const) {
      const spoilt = { ...manifest, settings: { ...(manifest.settings as JsonObject), ...change } };
      writeJsonAtomic(at("paper.csv.manifest.json"), spoilt);
      expect(await refused(...fitWords("paper"))).toContain(rule);
    }
    expect(existsSync(at("paper.json"))).toBe(false);
  });
});
