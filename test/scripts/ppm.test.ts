/** `hyper ppm` as a user chains it, and what it refuses. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng, readCsv } from "../../lib/base/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { ppmCommand } from "../../scripts/hyper/ppm.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const at = temporaryFolder();
const ppm = (...words: string[]): Promise<Outcome> => runCommand(ppmCommand(), ...words);

/** 40 candidates: keys and counts in one file, keys and scores in another. */
function writeTables({ rows = 40 } = {}): void {
  const rng = createRng("ppm verbs");
  const drawn = Array.from({ length: rows }, (_, i) => {
    const [a, b] = [rng.int(50), rng.int(50)];
    return { key: `m${i}`, a, b, y: 0.5 + a / 500 - b / 900 + rng.normal() / 200 };
  });
  writeFileSync(
    at("counts.csv"),
    `key,x_a,x_b\n${drawn.map(({ key, a, b }) => `${key},${a},${b}\n`).join("")}`,
  );
  writeFileSync(
    at("scores.csv"),
    `key,y\n${drawn
      .reverse()
      .map(({ key, y }) => `${key},${y}\n`)
      .join("")}`,
  );
}
const joined = (): string[] => [
  ...["--table", at("counts.csv"), "--join", at("scores.csv"), "--on", "key"],
  ...["--target", "y", "--feature-columns", "x_*"],
];
const unscaled = ["--scale", "50"];
const QUICK = ["--params", "num_iterations=10,min_data_in_leaf=5"];

/** Exit code 2, one message that says all of it, and no file. */
async function expectRefusal(words: string[], ...named: string[]): Promise<void> {
  const before = readdirSync(at("")).sort();
  const { code, stdout, stderr } = await ppm(...words);
  expect([code, stdout], stderr).toEqual([2, ""]);
  for (const text of named) expect(stderr).toContain(text);
  expect(stderr).not.toContain("    at ");
  expect(readdirSync(at("")).sort()).toEqual(before);
}

describe("cv", () => {
  test("joins, repeats, checks intervals and draws a learning curve; the same bytes on any number of workers", async () => {
    writeTables();
    const words = [...joined(), "--model", "ridge", "--folds", "4", "--repeats", "2", "--alpha", "0.2"];
    const run = async (workers: string): Promise<Outcome> =>
      ppm("cv", ...words, "--curve", at("curve.csv"), "--out", at("cv.csv"), "--json", "--workers", workers);
    const { code, stdout, stderr } = await run("1");
    expect(code, stderr).toBe(0);
    const figures = JSON.parse(stdout);
    expect(figures.repeated).toMatchObject({ family: "ridge", rows: 40, folds: 4, repeats: 2 });
    expect(figures.coverage.map(({ method }: { method: string }) => method)).toEqual(["conformal", "cv+"]);
    const { columns, rows } = readCsv(at("cv.csv"));
    expect(columns).toEqual(["repeat", "row", "fold", "actual", "predicted", "lower", "upper"]);
    expect(rows).toHaveLength(80);
    expect(rows.slice(0, 40).every((row) => Number(row.lower) < Number(row.upper))).toBe(true);
    expect(readCsv(at("curve.csv")).rows.map((row) => row.fraction)).toEqual(["0.25", "0.5", "0.75", "1"]);
    const manifest = JSON.parse(readFileSync(at("cv.csv.manifest.json"), "utf8"));
    expect(Object.keys(manifest.inputs).sort()).toEqual(["counts.csv", "scores.csv"]);
    const before = readFileSync(at("cv.csv"), "utf8");
    expect((await run("2")).stdout).toBe(stdout);
    expect(readFileSync(at("cv.csv"), "utf8")).toBe(before);
  });

  test("without new options it writes what it always did", async () => {
    writeTables();
    const { code, stdout } = await ppm("cv", ...joined(), "--model", "linear", "--out", at("cv.csv"));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^linear: 40 rows, 10 folds\nSpearman \d\.\d{4} ± \d\.\d{4} over folds \(pooled .*\nRMSE {5}/,
    );
    expect(readCsv(at("cv.csv")).columns).toEqual(["row", "fold", "actual", "predicted"]);
  });
});

describe("compare", () => {
  test("shows families side by side, with paired differences, and writes a row a family", async () => {
    writeTables();
    const words = [
      ...joined(),
      ...unscaled,
      "--model",
      "linear,quadratic-ridge,lightgbm",
      ...QUICK,
      "--tune",
    ];
    const { code, stdout, stderr } = await ppm(
      "compare",
      ...words,
      "--folds",
      "4",
      "--repeats",
      "2",
      "--out",
      at("c.csv"),
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("40 rows, 4 folds, 2 splits");
    expect(stdout).toMatch(/linear - lightgbm\n {2}Spearman +[+-]\d/);
    const { rows } = readCsv(at("c.csv"));
    expect(rows.map(({ family }) => family)).toEqual(["linear", "quadratic-ridge", "lightgbm"]);
    for (const row of rows) expect(Number(row.rmse_sd_repeats)).toBeGreaterThan(0);
    expect(JSON.parse(readFileSync(at("c.csv.manifest.json"), "utf8")).settings.pairs).toHaveLength(3);
  });
});

describe("fit and predict", () => {
  test("a model with residuals predicts with intervals that hold about the share wanted", async () => {
    writeTables();
    expect(
      (await ppm("fit", ...joined(), "--model", "linear", "--conformal", "--out", at("m.json"))).code,
    ).toBe(0);
    const table = ["--table", at("counts.csv"), "--join", at("scores.csv"), "--on", "key"];
    const { code } = await ppm(
      "predict",
      "--ppm",
      at("m.json"),
      ...table,
      "--alpha",
      "0.2",
      "--out",
      at("p.csv"),
    );
    expect(code).toBe(0);
    const { columns, rows } = readCsv(at("p.csv"));
    expect(columns).toEqual(["key", "x_a", "x_b", "y", "predicted", "lower", "upper"]);
    const inside = rows.filter(
      ({ y, lower, upper }) => Number(y) >= Number(lower) && Number(y) <= Number(upper),
    );
    expect(inside.length).toBeGreaterThanOrEqual(30);
    expect(inside.length).toBeLessThan(40);
    const { training } = JSON.parse(readFileSync(at("m.json"), "utf8"));
    expect(training.featureColumns).toBe("chosen");
    expect(training.countRange.max).toHaveLength(2);
    await expectRefusal(
      ["predict", "--ppm", at("m.json"), ...table, "--alpha", "0.001", "--out", at("q.csv")],
      "--alpha",
      "at least 0.0244",
    );
  });

  test("a model that knows its own doubt says it; one without residuals has no interval to give", async () => {
    writeTables();
    const fit = await ppm("fit", ...joined(), "--model", "linear", "--bootstrap", "5", "--out", at("m.json"));
    expect(fit.stderr).toContain("bootstrap:linear fitted to 40 rows");
    const predict = ["predict", "--ppm", at("m.json"), "--table", at("counts.csv"), "--out", at("p.csv")];
    expect((await ppm(...predict)).code).toBe(0);
    expect(readCsv(at("p.csv")).columns).toEqual(["key", "x_a", "x_b", "predicted", "sd"]);
    await expectRefusal([...predict, "--alpha", "0.1"], "--conformal");
  });

  test("LightGBM takes empty cells and goes through its own text format; other families do neither", async () => {
    writeTables();
    const text = readFileSync(at("counts.csv"), "utf8").replace(/^m3,\d+,/m, "m3,,");
    writeFileSync(at("counts.csv"), text);
    const fitTo = (model: string, out: string) => [
      "fit",
      ...joined(),
      ...unscaled,
      "--model",
      model,
      "--out",
      at(out),
    ];
    expect((await ppm(...fitTo("lightgbm", "m.txt"), ...QUICK)).code).toBe(0);
    expect(readFileSync(at("m.txt"), "utf8").startsWith("tree\n")).toBe(true);
    const predict = ["--table", at("counts.csv"), "--out", at("p.csv")];
    expect((await ppm("predict", "--ppm", at("m.txt"), ...predict)).code).toBe(0);
    expect(readCsv(at("p.csv")).rows.every(({ predicted }) => Number(predicted) > 0)).toBe(true);
    await expectRefusal(fitTo("ridge", "r.json"), 'counts.csv:5, column "x_a"', "lightgbm");
    writeTables();
    await expectRefusal(fitTo("ridge", "r.txt"), "r.txt", "only a lightgbm model");
  });
});

describe("bad input", () => {
  const fitWords = (...more: string[]): string[] => [
    "fit",
    ...joined(),
    "--model",
    "linear",
    "--out",
    at("m.json"),
    ...more,
  ];
  const change = (name: string, from: RegExp, to: string): void =>
    writeFileSync(at(name), readFileSync(at(name), "utf8").replace(from, to));

  test.each(["Infinity", "1e999", "many", "NaN"])("a count of %s", async (cell) => {
    writeTables();
    change("counts.csv", /^m2,\d+,/m, `m2,${cell},`);
    await expectRefusal(fitWords(), 'counts.csv:4, column "x_a": must be a finite number', cell);
    await expectRefusal([...fitWords(), "--model", "lightgbm"], cell);
  });

  test("an empty count, where the family takes none", async () => {
    writeTables();
    change("counts.csv", /^m2,\d+,/m, "m2,,");
    await expectRefusal(
      fitWords(),
      'counts.csv:4, column "x_a"',
      "missing values are taken by lightgbm only",
    );
  });

  test("an empty target, also for LightGBM", async () => {
    writeTables();
    change("scores.csv", /^m2,.*$/m, "m2,");
    await expectRefusal([...fitWords(), "--model", "lightgbm"], 'scores.csv:39, column "y"');
  });

  test("a target outside its range, and a range that is none", async () => {
    writeTables();
    change("scores.csv", /^m2,.*$/m, "m2,1.5");
    await expectRefusal(
      fitWords("--target-range", "0,1"),
      'scores.csv:39, column "y": the target must be in the range [0, 1]',
    );
    await expectRefusal(fitWords("--target-range", "1,0"), "--target-range", "the lower first");
  });

  test("fewer rows than folds", async () => {
    writeTables({ rows: 8 });
    const words = [...joined(), "--model", "linear", "--out", at("cv.csv")];
    await expectRefusal(["cv", ...words], "--folds", "8 rows can be split into 2 to 8 folds");
    await expectRefusal(["compare", ...words], "8 rows can be split");
    await expectRefusal(fitWords("--conformal"), "8 rows can be split");
  });

  test("ids that occur twice, in the table and as keys of a join", async () => {
    writeTables();
    change("counts.csv", /^key,/, "id,");
    change("counts.csv", /^m3,/m, "m2,");
    const table = ["--table", at("counts.csv"), "--target", "x_b", "--feature-columns", "x_a"];
    await expectRefusal(["fit", ...table, "--model", "linear", "--out", at("m.json")], 'column "id"', '"m2"');
    writeTables();
    change("scores.csv", /^m3,/m, "m2,");
    await expectRefusal(fitWords(), "2 problems", "a key may occur once", "has no row with this key");
  });

  test("--join without --on, and the other way round", async () => {
    writeTables();
    const words = ["--target", "x_b", "--feature-columns", "x_a", "--model", "linear", "--out", at("m.json")];
    await expectRefusal(
      ["fit", "--table", at("counts.csv"), "--join", at("scores.csv"), ...words],
      "needs --on",
    );
    await expectRefusal(["fit", "--table", at("counts.csv"), "--on", "key", ...words], "needs --join");
  });

  test("missing and unknown tags when predicting", async () => {
    const [one, two, three] = [TAG_NAMES[0]!, TAG_NAMES[1]!, TAG_NAMES[2]!];
    const write = (name: string, columns: string[]): void =>
      writeFileSync(
        at(name),
        `${columns.map((column) => `"${column}"`).join()},Overall\n1,2,0.5\n2,1,0.6\n5,3,0.7\n`,
      );
    write("tags.csv", [one, two]);
    write("others.csv", [one, three]);
    const { code } = await ppm("fit", "--table", at("tags.csv"), "--model", "ridge", "--out", at("m.json"));
    expect(code).toBe(0);
    const predict = (table: string) => [
      "predict",
      "--ppm",
      at("m.json"),
      "--table",
      at(table),
      "--out",
      at("p.csv"),
    ];
    await expectRefusal(predict("others.csv"), JSON.stringify(two), "no such column");
    writeFileSync(at("more.csv"), `"${one}","${two}","${three}"\n1,2,3\n`);
    await expectRefusal(predict("more.csv"), JSON.stringify(three), "the model was not fitted to this tag");
  });

  test("a model file of another version, and one that was changed", async () => {
    writeTables();
    expect((await ppm(...fitWords())).code).toBe(0);
    const good = readFileSync(at("m.json"), "utf8");
    const predict = ["predict", "--ppm", at("m.json"), "--table", at("counts.csv"), "--out", at("p.csv")];
    writeFileSync(at("m.json"), good.replace("hyper-ppm/1", "hyper-ppm/9"));
    await expectRefusal(predict, "hyper-ppm/9", "another version");
    writeFileSync(at("m.json"), good.replace(/"intercept": 0\./, '"intercept": 1.'));
    await expectRefusal(predict, "changed after it was written");
  });

  test("settings for a family that has none, unknown ones, and families that do not exist", async () => {
    writeTables();
    await expectRefusal(fitWords("--params", "num_leaves=4"), "--params", "linear has no settings");
    await expectRefusal(fitWords("--tune"), "--tune");
    await expectRefusal(
      [...fitWords("--params", "leaves=4"), "--model", "lightgbm"],
      "did you mean num_leaves?",
    );
    await expectRefusal(fitWords("--params", "num_leaves"), "--params", "name=value");
    await expectRefusal(["compare", ...joined(), "--model", "linear,cubic", "--out", at("c.csv")], "--model");
    await expectRefusal(fitWords("--bootstrap", "1"), "--bootstrap");
    await expectRefusal(["cv", ...joined(), "--alpha", "1", "--out", at("c.csv")], "--alpha");
  });

  test("constant columns are accepted with a note", async () => {
    writeTables();
    change("counts.csv", /,\d+$/gm, ",7");
    const { code, stderr } = await ppm(...fitWords());
    expect(code).toBe(0);
    expect(stderr).toContain('1 of 2 feature columns are constant and predict nothing: "x_b"');
    expect(existsSync(at("m.json"))).toBe(true);
  });
});
