import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSettings, readSettings } from "../../lib/analysis/index.js";
import { CANDIDATE_COUNTS } from "../../lib/paper/index.js";

test("defaults are the paper's numbers where it states them", () => {
  const settings = parseSettings({});
  expect(settings.candidateCount).toBe(CANDIDATE_COUNTS.crossValidation);
  expect(settings.fittedCount).toBe(CANDIDATE_COUNTS.ppmTraining);
  expect(settings.simulationCount).toBe(CANDIDATE_COUNTS.simulated);
  expect(settings.budgetFractions).toEqual([0.25, 0.5, 0.75]);
  expect(settings.subsampleFraction).toBeCloseTo(7000 / 7531, 2);
});

test("unknown keys and wrong values are all named at once", () => {
  const wrong = { candidatCount: 9, seed: -1, family: "cubic" };
  expect(() => parseSettings(wrong)).toThrow(/candidatCount/);
  expect(() => parseSettings(wrong)).toThrow(/seed/);
  expect(() => parseSettings(wrong)).toThrow(/family/);
});

test("a name that would leave the results folder is refused", () => {
  for (const name of ["../elsewhere", "a/b", "", ".hidden"])
    expect(() => parseSettings({ name })).toThrow(/name/);
});

test("pairs without a benchmark, or a benchmark without pairs, are refused", () => {
  expect(() => parseSettings({ preferences: "p.jsonl" })).toThrow(/together/);
  expect(() => parseSettings({ benchmark: "b.jsonl" })).toThrow(/together/);
});

test("more fitted candidates than there are is refused", () => {
  expect(() => parseSettings({ candidateCount: 100, fittedCount: 150 })).toThrow(/fittedCount/);
});

test("with fewer candidates than the paper fits on, the fit takes all of them", () => {
  expect(parseSettings({ candidateCount: 100 }).fittedCount).toBe(100);
  expect(parseSettings({ candidateCount: 100, fittedCount: 80 }).fittedCount).toBe(80);
});

test("a settings file that is not JSON is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "hyper-settings-"));
  const path = join(folder, "settings.json");
  writeFileSync(path, "{seed: 1}");
  expect(() => readSettings(path)).toThrow(/settings\.json.*JSON/s);
  rmSync(folder, { recursive: true });
});
