/** `hyper ppm` as a user chains it. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../lib/base/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import type { Outcome } from "./hyper.js";
import {
  expectRefusal as expectRefusalIn,
  joined as joinedIn,
  ppm,
  QUICK,
  writeTables as writeTablesIn,
} from "./ppm-tables.js";

const at = temporaryFolder();
const joined = (): string[] => joinedIn(at);
const writeTables = (options?: { rows: number }): void => writeTablesIn(at, options);
const expectRefusal = (words: string[], ...named: string[]): Promise<void> =>
  expectRefusalIn(at(""), words, ...named);
const unscaled = ["--scale", "50"];

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
