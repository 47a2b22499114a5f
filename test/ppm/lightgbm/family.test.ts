import { expect, test } from "vitest";
import { lightgbmFamily, parseLightGbmModel } from "../../../lib/ppm/lightgbm/index.js";
import { names, randomTable } from "./tables.js";

const { rows: counts, targets } = randomTable(21, 120, 4, 0.05, 5000);
const table = { featureNames: names(4), counts, targets };
const family = lightgbmFamily({ num_iterations: 20 });
const all = Int32Array.from({ length: 120 }, (_, i) => i);

test("the fit on some rows predicts the others as the fold does", () => {
  const fits = family.prepare(table, 7000);
  const { ppm } = fits.fit(all.subarray(20));
  const { predicted } = fits.predictHeldOut(all.subarray(20), all.subarray(0, 20));
  const rows = Array.from({ length: 20 }, (_, i) => counts.data.subarray(4 * i, 4 * i + 4));
  expect([...ppm.predictMany(rows)]).toEqual([...predicted]);
});

test("held-out targets are not read", () => {
  const blind = { ...table, targets: targets.map((target, i) => (i < 20 ? Number.NaN : target)) };
  const of = (source: typeof table) =>
    family.prepare(source, 1).predictHeldOut(all.subarray(20), all.subarray(0, 20)).predicted;
  expect(of(blind)).toEqual(of(table));
});

test("a saved model predicts the same, under our names", () => {
  const { ppm } = family.prepare(table, 7000).fit(all);
  const again = family.fromJson({ featureNames: names(4), scale: 7000 }, ppm.toJson());
  const row = [100, Number.NaN, 4000, 0];
  expect(again.predict(row)).toBe(ppm.predict(row));
  expect(again.featureNames).toEqual(names(4));
  expect(again.toJson()).toEqual(ppm.toJson());
});

test("its text says what LightGBM says: columns by number, no names of ours", () => {
  const { text } = family.prepare(table, 1).fit(all).ppm.toJson();
  expect(text).toContain("feature_names=Column_0 Column_1 Column_2 Column_3\n");
  expect(text).not.toContain("tag:");
  expect(parseLightGbmModel(String(text), "text").columnNames).toHaveLength(4);
});

test("unknown settings are refused before any table is read", () => {
  expect(() => lightgbmFamily({ num_iterations: 0 })).toThrow(/num_iterations/);
});
