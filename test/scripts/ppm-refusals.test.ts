/** What `hyper ppm` refuses: one clear message each, and nothing written. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import {
  expectRefusal as expectRefusalIn,
  joined as joinedIn,
  ppm,
  writeTables as writeTablesIn,
} from "./ppm-tables.js";

const at = temporaryFolder();
const joined = (): string[] => joinedIn(at);
const writeTables = (options?: { rows: number }): void => writeTablesIn(at, options);
const expectRefusal = (words: string[], ...named: string[]): Promise<void> =>
  expectRefusalIn(at(""), words, ...named);

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
