import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addRow } from "../../lib/reward/embedded/sparse-rows.js";
import {
  benchmarkMargins,
  createEmbeddedTrainer,
  DEFAULT_FEATURE_OPTIONS,
  jobOf,
  prepareFeatures,
  readEmbeddedModel,
  rewardFunction,
  scoreModel,
  trainEmbedded,
  writeEmbeddedModel,
} from "../../lib/reward/index.js";
import { toyBenchmark, toyPairs } from "./fixtures.js";

const pairs = toyPairs(40);
const benchmark = toyBenchmark();

function denseRow(rows: Parameters<typeof addRow>[0], r: number): number[] {
  const dense = new Float64Array(rows.columnCount);
  addRow(rows, r, 1, dense);
  return [...dense];
}

test("swapping the completions of a pair turns the signs of its difference", () => {
  const swapped = pairs.map((pair) => ({
    ...pair,
    completionA: pair.completionB,
    completionB: pair.completionA,
  }));
  const [one, other] = [prepareFeatures(pairs, []), prepareFeatures(swapped, [])];
  for (const r of [0, 1, 17]) {
    expect(denseRow(other.pairs, r)).toEqual(denseRow(one.pairs, r).map((value) => 0 - value));
  }
});

test("columns and scales come from the training texts: the benchmark does not move them", () => {
  const [without, with_] = [prepareFeatures(pairs, []), prepareFeatures(pairs, benchmark)];
  expect(with_.rawColumns).toEqual(without.rawColumns);
  expect(with_.columnScales).toEqual(without.columnScales);
  expect(with_.fingerprint).not.toBe(without.fingerprint);
});

test("each hashed family has its stated size, root mean square over pairs", () => {
  const none = { style: 0, "class-style": 0, ngrams: 0, "class-words": 0, crosses: 0, refusal: 0 };
  const { pairs: rows } = prepareFeatures(pairs, [], { minPairs: 1, familyScales: { ...none, ngrams: 3 } });
  const squares = rows.values.reduce((sum, value) => sum + value ** 2, 0);
  expect(Math.sqrt(squares / rows.rowCount)).toBeCloseTo(3, 10);
});

test("a column that differs in fewer pairs than asked is left out", () => {
  const columnsFor = (minPairs: number) =>
    prepareFeatures(pairs, [], { ...DEFAULT_FEATURE_OPTIONS, minPairs }).pairs.columnCount;
  expect(columnsFor(1)).toBeGreaterThan(columnsFor(6));
  expect(columnsFor(41)).toBe(0);
});

test("equal responses have no difference, and so tie: a tie is wrong", () => {
  const equal = benchmark.map((item) => ({ ...item, rejected: item.chosen }));
  const prepared = prepareFeatures(pairs, equal);
  const { weights } = trainEmbedded(
    prepared,
    Int8Array.from(pairs, (_, i) => (i % 2 === 0 ? 1 : -1)),
  );
  expect([...benchmarkMargins(prepared.benchmark, weights)]).toEqual(equal.map(() => 0));
  expect(scoreModel(prepared, weights, equal).scores.overall).toBe(0);
});

test("a model kept in a file gives rewards whose differences are the benchmark's margins", () => {
  const trainer = createEmbeddedTrainer({ pairs, benchmark });
  const mix = { id: "all-human", humanIds: new Set(pairs.map(({ id }) => id)) };
  const model = trainer.modelOf(jobOf(trainer, mix, pairs, { seed: 1, subsampleFraction: 1 }));
  const path = join(mkdtempSync(join(tmpdir(), "reward-model-")), "model.json");
  writeEmbeddedModel(path, model);
  const reward = rewardFunction(readEmbeddedModel(path));
  const prepared = prepareFeatures(pairs, benchmark);
  const { weights } = trainEmbedded(
    prepared,
    Int8Array.from(pairs, (_, i) => (i % 2 === 0 ? 1 : -1)),
  );
  const margins = benchmarkMargins(prepared.benchmark, weights);
  for (const [i, { prompt, chosen, rejected }] of benchmark.entries()) {
    expect(reward(prompt, chosen) - reward(prompt, rejected)).toBeCloseTo(margins[i]!, 10);
  }
  writeFileSync(path, "{}");
  expect(() => readEmbeddedModel(path)).toThrow(/model\.json/);
});
