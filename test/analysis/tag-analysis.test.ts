import { expect, test } from "vitest";
import {
  disagreementByTag,
  disagreementShare,
  encoderAgreement,
  measureDistributions,
  measureEdges,
  pairsWithTag,
  tagAssociations,
} from "../../lib/analysis/index.js";
import { createRng } from "../../lib/base/index.js";
import type { Label, LabelledPair } from "../../lib/datasets/index.js";
import { createBitset, pearson, spearman } from "../../lib/math/index.js";
import { buildTagMatrix, fitBins, NO_FEATURES, TAG_NAMES, vocabularyTable } from "../../lib/tags/index.js";

const matrixOf = (rowCount: number, tags: Readonly<Record<string, readonly number[]>>) => ({
  ids: Array.from({ length: rowCount }, (_, i) => `pair-${i}`),
  tagNames: Object.keys(tags),
  columns: Object.values(tags).map((rows) => createBitset(rowCount, rows)),
});
const pair = (human: Label, lm: Label): LabelledPair => ({
  id: "p",
  prompt: "p",
  completionA: "a",
  completionB: "b",
  modelA: "",
  modelB: "",
  source: "",
  humanVotes: [],
  human,
  lm,
  extra: {},
});

test("every value of a measure falls in exactly one bar, extremes and values beyond [0, 1] included", () => {
  const values = [0, 0.33, 0.67, 1, 1.5, -0.5, 0.999];
  const lengths = [0, 1, 2, 7, 1000, 123_456, 3];
  const features = values.map((rouge, i) => ({ ...NO_FEATURES, rouge, prompt_len: lengths[i]! }));
  const bars = measureDistributions(features);
  const total = (measure: string): number =>
    bars.filter((bar) => bar.measure === measure).reduce((sum, { count }) => sum + count, 0);
  expect(total("rouge")).toBe(values.length);
  expect(total("prompt_len")).toBe(lengths.length);
  expect(total("bertscore")).toBe(0);
  for (const bar of bars) expect(bar.to).toBeGreaterThan(bar.from);
});

test("edges of lengths come from the fitted bins", () => {
  const features = [1, 2, 3, 4].map((prompt_len) => ({ ...NO_FEATURES, prompt_len }));
  const edges = measureEdges(fitBins(features));
  expect(edges.find(({ measure }) => measure === "rouge")?.edges).toEqual([0.33, 0.67]);
  expect(edges.find(({ measure }) => measure === "prompt_len")?.edges).toEqual([2, 3]);
  expect(edges.find(({ measure }) => measure === "len_longer")?.edges).toEqual([Number.NaN, Number.NaN]);
});

test("phi is the correlation of the two tags' indicators; a tag that all pairs have is left out", () => {
  const rows = { x: [0, 1, 2, 5], y: [1, 2, 3], all: [0, 1, 2, 3, 4, 5], none: [] };
  const found = tagAssociations(matrixOf(6, rows));
  const indicator = (members: readonly number[]): number[] =>
    Array.from({ length: 6 }, (_, i) => Number(members.includes(i)));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ first: "x", second: "y", count: 2 });
  expect(found[0]!.phi).toBeCloseTo(pearson(indicator(rows.x), indicator(rows.y)), 12);
});

test("disagreement counts decided pairs only, and sets a tag against the pairs without it", () => {
  const [agree, differ, tie] = [
    pair("a-is-better", "a-is-clearly-better"),
    pair("a-is-better", "b-is-better"),
    pair("tie", "b-is-better"),
  ];
  const pairs = [agree, differ, tie, differ, agree];
  const matrix = matrixOf(5, { x: [1, 2, 3, 4], all: [0, 1, 2, 3, 4], rare: [0] });
  const rows = disagreementByTag(matrix, pairs, 2);
  expect(rows.map(({ tag, count, disagreed }) => [tag, count, disagreed])).toEqual([
    ["x", 3, 2],
    ["all", 4, 2],
  ]);
  expect(rows[0]).toMatchObject({ share: 2 / 3, otherShare: 0 });
  expect(rows[1]!.otherShare).toBeNaN();
  expect(disagreementShare(pairs)).toBe(0.5);
  expect(pairsWithTag(matrix, "rare", pairs)).toEqual([agree]);
  expect(() => pairsWithTag(matrix, "absent", pairs)).toThrow("absent");
  expect(() => disagreementByTag(matrix, pairs.slice(1))).toThrow("4 pairs for 5 rows");
});

test("every two encoders are correlated once, inside their interval", () => {
  const rng = createRng(1);
  const base = Array.from({ length: 60 }, () => rng.next());
  const noisy = base.map((value) => value + 0.5 * rng.next());
  const found = encoderAgreement({ one: base, two: noisy, three: base }, createRng(2));
  expect(found.map(({ first, second }) => `${first} ${second}`)).toEqual([
    "one two",
    "one three",
    "two three",
  ]);
  expect(found[0]!.value).toBe(spearman(base, noisy));
  expect(found[0]!.low).toBeLessThan(found[0]!.value);
  expect(found[0]!.high).toBeGreaterThan(found[0]!.value);
  expect(found[1]).toMatchObject({ value: 1, low: 1, high: 1 });
  expect(() => encoderAgreement({ a: [1], b: [1, 2] }, rng)).toThrow("lengths 1, 2");
});

test("Table 12 holds all 90 tags and as many features as a features file has columns", () => {
  const rows = vocabularyTable();
  expect(rows.reduce((sum, { tags }) => sum + tags, 0)).toBe(TAG_NAMES.length);
  expect(rows.map(({ feature }) => feature).toSorted()).toEqual(Object.keys(NO_FEATURES).toSorted());
  expect(rows.find(({ feature }) => feature === "expertise_level")?.values).toBe(
    "general public; basic domain knowledge; expert domain knowledge",
  );
  for (const { meaning } of rows) expect(meaning).not.toBe("");
});

test("a matrix of real features has associations between its bins", () => {
  const features = [0.1, 0.5, 0.9].map((rouge) => ({ ...NO_FEATURES, rouge }));
  const { matrix } = buildTagMatrix(["a", "b", "c"], features);
  for (const { phi } of tagAssociations(matrix)) expect(phi).toBeCloseTo(-0.5, 12);
});
