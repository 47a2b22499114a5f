import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng, hashJson, readCsv, writeJsonAtomic } from "../../lib/base/index.js";
import { matrixRow } from "../../lib/math/index.js";
import {
  crossValidate,
  fitPpm,
  loadPpm,
  PPM_FAMILIES,
  ppmFamily,
  readCountTable,
  resolveScale,
  savePpm,
  writeCrossValidation,
  writePredictions,
} from "../../lib/ppm/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { refusalOf } from "../refusal.js";
import { SMALL_TABLE, smallTable } from "./tables.js";

const inFolder = temporaryFolder();

describe("ppm.json", () => {
  const table = smallTable();
  const save = (name = "quadratic") => {
    const { ppm, details } = fitPpm(table, { family: ppmFamily(name), scale: 20 });
    const saved = {
      ppm,
      target: "Overall",
      training: { rows: 16, ...details },
      bins: { schema: "hyper-bins/1" },
    };
    savePpm(inFolder("ppm.json"), saved);
    return saved;
  };
  const editBody = (change: (body: Record<string, unknown>) => void, rehash: boolean) => {
    const { integrity, ...body } = JSON.parse(readFileSync(inFolder("ppm.json"), "utf8"));
    change(body);
    writeJsonAtomic(inFolder("ppm.json"), { ...body, integrity: rehash ? hashJson(body) : integrity });
  };

  test.each(PPM_FAMILIES.map((family) => [family.name]))(
    "%s: a saved model predicts bit for bit as before",
    (name) => {
      const saved = save(name);
      const loaded = loadPpm(inFolder("ppm.json"));
      const rows = Array.from({ length: 16 }, (_, row) => matrixRow(table.counts, row));
      expect([...loaded.ppm.predictMany(rows)]).toEqual([...saved.ppm.predictMany(rows)]);
      expect(loaded.ppm.family).toBe(name);
      expect(loaded.ppm.featureNames).toEqual(table.featureNames);
      expect([loaded.target, loaded.training, loaded.bins]).toEqual([
        saved.target,
        saved.training,
        saved.bins,
      ]);
    },
  );

  test("another version is named as such", () => {
    save();
    editBody((body) => {
      body.schema = "hyper-ppm/2";
    }, true);
    const message = refusalOf(() => loadPpm(inFolder("ppm.json")));
    expect(message).toContain("hyper-ppm/1");
    expect(message).toContain("another version");
  });

  test("a number changed after writing is noticed", () => {
    save();
    editBody((body) => {
      (body.model as { intercept: number }).intercept += 1e-9;
    }, false);
    expect(refusalOf(() => loadPpm(inFolder("ppm.json")))).toContain("changed after it was written");
  });

  test("a number that is not finite, a missing one, an unknown family: refused even with a fitting hash", () => {
    const change = (edit: (body: Record<string, unknown>) => void) => {
      save();
      editBody(edit, true);
      return refusalOf(() => loadPpm(inFolder("ppm.json")));
    };
    expect(change((body) => Object.assign(body.model as object, { intercept: null }))).toContain("ppm.json");
    expect(change((body) => (body.model as { products: number[] }).products.pop())).toContain("products");
    expect(change((body) => Object.assign(body, { scale: 0 }))).toContain("scale");
    expect(change((body) => Object.assign(body, { family: "cubic" }))).toContain("family");
    expect(change((body) => Object.assign(body, { featureNames: [] }))).toContain("featureNames");
    expect(change((body) => Reflect.deleteProperty(body, "training"))).toContain("training");
  });

  test("what is no ppm.json at all", () => {
    expect(refusalOf(() => loadPpm(inFolder("none.json")))).toContain("does not exist");
    writeFileSync(inFolder("x.json"), "{");
    expect(refusalOf(() => loadPpm(inFolder("x.json")))).toContain("not JSON");
    writeFileSync(inFolder("x.json"), "[1]");
    expect(refusalOf(() => loadPpm(inFolder("x.json")))).toContain("JSON object");
    writeFileSync(inFolder("x.json"), '{"a": 1}');
    expect(refusalOf(() => loadPpm(inFolder("x.json")))).toContain("is it a ppm.json?");
  });
});

describe("predictions", () => {
  const provenance = { command: "hyper ppm", seed: 1, inputs: [SMALL_TABLE] };

  test("out-of-fold ones: row, fold, actual, predicted, in the table's order", async () => {
    const table = smallTable();
    const family = ppmFamily("linear");
    const cv = crossValidate(table, { family, scale: 1, foldOf: table.foldOf!, rng: createRng(1) });
    await writeCrossValidation(inFolder("cv.csv"), cv, provenance);
    const { columns, rows } = readCsv(inFolder("cv.csv"));
    expect(columns).toEqual(["row", "fold", "actual", "predicted"]);
    expect(rows.map((row) => Number(row.row))).toEqual(Array.from({ length: 16 }, (_, i) => i));
    expect(rows.map((row) => row.fold)).toEqual(table.csv.rows.map((row) => row.fold));
    expect(rows.map((row) => Number(row.actual))).toEqual([...table.targets]);
    expect(rows.map((row) => Number(row.predicted))).toEqual([...cv.predicted]);
    const manifest = JSON.parse(readFileSync(inFolder("cv.csv.manifest.json"), "utf8"));
    expect(manifest.settings.rmse.pooled).toBe(cv.rmse.pooled);
    expect(Object.keys(manifest.inputs)).toEqual(["small-table.csv"]);
  });

  test("new ones: the table as it was, with a last column", async () => {
    writeFileSync(inFolder("t.csv"), 'a,note\n1,"x, y"\n2,\n');
    const table = readCountTable(inFolder("t.csv"), { featureColumns: ["a"] });
    await writePredictions(inFolder("p.csv"), table, Float64Array.of(0.1, 1 / 3), {
      ...provenance,
      inputs: [],
    });
    expect(readFileSync(inFolder("p.csv"), "utf8")).toBe(`a,note,predicted\n1,"x, y",0.1\n2,,${1 / 3}\n`);
    const again = readCountTable(inFolder("p.csv"), { featureColumns: ["a"] });
    await expect(
      writePredictions(inFolder("q.csv"), again, Float64Array.of(1, 2), provenance),
    ).rejects.toThrow("rename it");
  });
});

describe("scale", () => {
  const [linear, quadratic] = [ppmFamily("linear"), ppmFamily("quadratic")];
  const path = () => inFolder("results.csv");
  const record = (manifest: string) => writeFileSync(inFolder("results.csv.manifest.json"), manifest);

  test("what is asked for counts most, 1 where none is needed, else the recorded training size", () => {
    record('{"settings": {"trainingSize": 7000}}');
    expect(resolveScale(quadratic, path(), 3)).toBe(3);
    expect(resolveScale(linear, path())).toBe(1);
    expect(resolveScale(quadratic, path())).toBe(7000);
  });

  test("without a record, the quadratic families ask for it", () => {
    for (const name of ["quadratic", "quadratic-ridge"])
      expect(refusalOf(() => resolveScale(ppmFamily(name), path()))).toContain("give --scale");
    for (const useless of ['{"settings": {}}', '{"settings": {"trainingSize": 0}}', "{}", "[]"]) {
      record(useless);
      expect(refusalOf(() => resolveScale(quadratic, path()))).toContain("does not record");
    }
    record("{");
    expect(refusalOf(() => resolveScale(quadratic, path()))).toContain("not JSON");
    expect(resolveScale(quadratic, path(), 50)).toBe(50);
  });

  test("a scale that is none is refused", () => {
    for (const scale of [0, -7, Number.NaN, Number.POSITIVE_INFINITY])
      expect(refusalOf(() => resolveScale(linear, path(), scale))).toContain("above zero");
  });
});
