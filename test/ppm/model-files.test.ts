import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng, hashJson, writeJsonAtomic } from "../../lib/base/index.js";
import { matrixRow } from "../../lib/math/index.js";
import {
  bootstrapFamily,
  fitPpm,
  lightGbmNamesPath,
  lightgbmFamily,
  loadPpm,
  PPM_FAMILIES,
  type Ppm,
  type PpmFamily,
  ppmFamily,
  readCountTable,
  savePpm,
  type TrainingTable,
  UNKNOWN_TARGET,
} from "../../lib/ppm/index.js";
import { TAG_NAMES, UNKNOWN_ORIGIN } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { oraclePath } from "../fixtures/oracle/path.js";
import { refusalOf } from "../refusal.js";
import { randomTable, smallTable } from "./tables.js";

const inFolder = temporaryFolder();
const rowsOf = ({ counts }: TrainingTable) =>
  Array.from({ length: counts.rows }, (_, row) => matrixRow(counts, row));
const saved = (ppm: Ppm) => ({ ppm, target: "Overall", training: { rows: 16 }, bins: null });
const fitted = (table: TrainingTable, family: PpmFamily, scale = 20) => fitPpm(table, { family, scale }).ppm;
const small = lightgbmFamily({ num_iterations: 5, num_leaves: 4, min_data_in_leaf: 3, min_data_in_bin: 1 });

describe("ensembles as JSON", () => {
  test.each(PPM_FAMILIES.map(({ name }) => [name]))(
    "bootstrap:%s predicts, and doubts, bit for bit as before",
    (name) => {
      const table = smallTable();
      const family = bootstrapFamily(ppmFamily(name), { memberCount: 3, rng: createRng("file") });
      const before = fitted(table, family);
      savePpm(inFolder("ppm.json"), saved(before));
      const { ppm, notes } = loadPpm(inFolder("ppm.json"));
      expect(ppm.family).toBe(`bootstrap:${name}`);
      expect(notes).toEqual([]);
      expect([...ppm.predictMany(rowsOf(table))]).toEqual([...before.predictMany(rowsOf(table))]);
      const sds = (of: Ppm) => rowsOf(table).map((row) => of.uncertainty!.sd(row));
      expect(sds(ppm)).toEqual(sds(before));
    },
  );

  test("one member, a member of another family, a process without its rows: refused with the file's name", () => {
    const table = smallTable();
    const change = (edit: (model: { members: Record<string, unknown>[] }) => void, name = "linear") => {
      const family = bootstrapFamily(ppmFamily(name), { memberCount: 2, rng: createRng("file") });
      savePpm(inFolder("ppm.json"), saved(fitted(table, family)));
      const { integrity: _, ...body } = JSON.parse(readFileSync(inFolder("ppm.json"), "utf8"));
      edit(body.model);
      writeJsonAtomic(inFolder("ppm.json"), { ...body, integrity: hashJson(body) });
      return refusalOf(() => loadPpm(inFolder("ppm.json")));
    };
    expect(change((model) => model.members.pop())).toContain("ppm.json, members");
    expect(change((model) => Object.assign(model.members[0]!, { text: "tree" }))).toContain("ppm.json");
    expect(change((model) => (model.members[1]!.targets as number[]).pop(), "gp")).toContain(
      "needs 12 targets",
    );
  });
});

describe("the Gaussian process as JSON", () => {
  test("predicts, and doubts, bit for bit as before", () => {
    const table = randomTable(20, 4, "gp file");
    const before = fitted(table, ppmFamily("gp"), 100);
    savePpm(inFolder("ppm.json"), saved(before));
    const { ppm } = loadPpm(inFolder("ppm.json"));
    for (const row of rowsOf(table)) {
      expect(ppm.predict(row)).toBe(before.predict(row));
      expect(ppm.uncertainty!.sd(row)).toBe(before.uncertainty!.sd(row));
    }
    expect(ppm.toJson()).toEqual(before.toJson());
  });
});

describe("LightGBM's text with its sidecar", () => {
  const table = smallTable();
  const path = () => inFolder("model.txt");
  const names = () => lightGbmNamesPath(path());
  const write = () => {
    const ppm = fitted(table, small);
    savePpm(path(), { ...saved(ppm), bins: { schema: "hyper-bins/1" } });
    return ppm;
  };

  test("names with colons, scale, target and bins come back; predictions are the same", () => {
    const before = write();
    expect(readFileSync(path(), "utf8")).toMatch(/^tree\nversion=v4\n/);
    expect(readFileSync(path(), "utf8")).not.toContain("::");
    const loaded = loadPpm(path());
    expect(loaded.ppm.featureNames).toEqual(table.featureNames);
    expect([loaded.ppm.scale, loaded.target, loaded.bins, loaded.notes]).toEqual([
      20,
      "Overall",
      { schema: "hyper-bins/1" },
      [],
    ]);
    expect([...loaded.ppm.predictMany(rowsOf(table))]).toEqual([...before.predictMany(rowsOf(table))]);
  });

  test("a text or a sidecar that was changed, or belongs to another, is refused", () => {
    write();
    const otherDigit = (_: string, before: string, digit: string) => `${before}${9 - Number(digit)} `;
    const text = readFileSync(path(), "utf8").replace(/(leaf_value=\S*)(\d) /, otherDigit);
    writeFileSync(path(), text);
    expect(refusalOf(() => loadPpm(path()))).toContain("another text");
    write();
    const { integrity: _, ...body } = JSON.parse(readFileSync(names(), "utf8"));
    writeJsonAtomic(names(), { ...body, scale: 7, integrity: "0" });
    expect(refusalOf(() => loadPpm(path()))).toContain("changed after it was written");
    const rehashed = (change: object) => {
      const changed = { ...body, ...change };
      writeJsonAtomic(names(), { ...changed, integrity: hashJson(changed) });
      return refusalOf(() => loadPpm(path()));
    };
    expect(rehashed({ schema: "hyper-ppm-names/9" })).toContain("another version");
    expect(rehashed({ featureNames: ["one"] })).toContain("names");
    expect(rehashed({ scale: -1 })).toContain("scale");
  });

  test("a text cut short is refused, with a sidecar and without", () => {
    write();
    const text = readFileSync(path(), "utf8");
    writeFileSync(path(), text.slice(0, text.length / 2));
    expect(refusalOf(() => loadPpm(path()))).toContain("model.txt");
    writeFileSync(inFolder("bare.txt"), text.slice(0, text.length / 2));
    expect(refusalOf(() => loadPpm(inFolder("bare.txt")))).toContain("bare.txt");
  });

  test("another family cannot be written so, and nothing is", () => {
    const message = refusalOf(() => savePpm(path(), saved(fitted(table, ppmFamily("linear")))));
    expect(message).toContain("only a lightgbm model");
    expect(message).toContain(".json");
    expect([existsSync(path()), existsSync(names())]).toEqual([false, false]);
  });
});

describe("LightGBM's text alone", () => {
  const bare = (table: TrainingTable) => {
    const ppm = fitted(table, small, 1);
    savePpm(inFolder("with.txt"), saved(ppm));
    writeFileSync(inFolder("bare.txt"), readFileSync(inFolder("with.txt")));
    return { before: ppm, loaded: loadPpm(inFolder("bare.txt")) };
  };

  test("90 numbered columns are the tags in vocabulary order, and a note says so", () => {
    const table = readCountTable(oraclePath("ppm-table.csv"), { target: "Overall" });
    const { before, loaded } = bare(table);
    expect(loaded.ppm.featureNames).toEqual(TAG_NAMES);
    expect(loaded.notes.join()).toContain("90 tags in vocabulary order");
    expect([loaded.target, loaded.bins, loaded.training]).toEqual([UNKNOWN_TARGET, null, {}]);
    expect(loaded.origin).toEqual(UNKNOWN_ORIGIN);
    expect([...loaded.ppm.predictMany(rowsOf(table))]).toEqual([...before.predictMany(rowsOf(table))]);
  });

  test("other columns keep the file's names", () => {
    const { loaded } = bare(smallTable());
    expect(loaded.ppm.featureNames).toEqual(Array.from({ length: 8 }, (_, i) => `Column_${i}`));
    expect(loaded.notes.join()).toContain("names that the file gives");
  });
});

describe("features that do not vary", () => {
  test("are accepted by every family and named", () => {
    const table = randomTable(24, 3, "constant");
    for (let row = 0; row < 24; row++) table.counts.data[3 * row + 1] = 7;
    for (const family of [...PPM_FAMILIES, bootstrapFamily(ppmFamily("ridge"), { memberCount: 2 })]) {
      const { ppm, details } = fitPpm(table, { family, scale: 100 });
      expect(details.constantColumns).toEqual(["x1"]);
      expect(Number.isFinite(ppm.predict([1, 7, 3]))).toBe(true);
    }
    const varied = fitPpm(randomTable(24, 3, "constant"), { family: ppmFamily("linear"), scale: 1 });
    expect(varied.details).not.toHaveProperty("constantColumns");
  });
});
