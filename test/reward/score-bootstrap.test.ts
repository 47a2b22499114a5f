import { expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { compareScores, type ScoredItem, scoreBenchmark, scoreIntervals } from "../../lib/reward/index.js";

const items: ScoredItem[] = Array.from({ length: 400 }, (_, i) => ({
  subset: `s${i % 4}`,
  section: i % 4 < 2 ? "Chat" : "Safety",
}));

test("an interval has the width of the binomial's, and holds the score", () => {
  const right = items.map((_, i) => (i % 8 < 4 ? 1 : 0));
  const { Chat, Overall } = scoreIntervals(items, [right], createRng(1), { resamples: 4000 });
  const score = scoreBenchmark(items, right).sections.Chat!.accuracy;
  // Chat has two subsets of 100, each half right: the error of its mean is √(0.25 / 200).
  expect(score).toBe(0.5);
  expect(Chat!.low).toBeCloseTo(0.5 - 1.96 * Math.sqrt(0.25 / 200), 1.7);
  expect(Chat!.high - Chat!.low).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 200), 1.7);
  expect(Overall!.high - Overall!.low).toBeLessThan(Chat!.high - Chat!.low);
});

test("resampling stays within subsets: subsets that are all right or all wrong leave no spread", () => {
  const right = items.map((_, i) => (i % 4 === 0 ? 1 : 0));
  expect(scoreIntervals(items, [right], createRng(2), { resamples: 50 }).Chat).toEqual({
    low: 0.5,
    high: 0.5,
  });
});

test("a comparison is paired: where two models differ on few items, its error is small", () => {
  const first = items.map((_, i) => (i % 8 < 4 ? 1 : 0));
  const second = first.with(0, 0).with(1, 0);
  const { Overall } = compareScores(items, [first], [second], createRng(3), { resamples: 4000 });
  expect(Overall!.difference).toBeCloseTo(2 / 400, 12);
  // One of 100 differs in each of two subsets of weight 1/4: √(2 · (1/16) · 0.01 · 0.99 / 100).
  const standardError = Math.sqrt((2 * 0.01 * 0.99) / 1600);
  expect(Overall!.standardError / standardError).toBeCloseTo(1, 1);
  expect(Overall!.detectable).toBe(2.8 * Overall!.standardError);
  expect(Overall!.interval.low).toBeGreaterThanOrEqual(0);
});

test("a model against itself differs by exactly nothing", () => {
  const right = items.map((_, i) => i % 2);
  expect(compareScores(items, [right], [right], createRng(4), { resamples: 20 }).Safety).toEqual({
    difference: 0,
    interval: { low: 0, high: 0 },
    standardError: 0,
    detectable: 0,
  });
  expect(() => compareScores(items, [right], [[1]], createRng(4))).toThrow(/1 results for 400 items/);
});

test("the same generator gives the same interval", () => {
  const right = items.map((_, i) => (i % 3 === 0 ? 1 : 0));
  const draw = () => scoreIntervals(items, [right], createRng("seed"), { resamples: 30 });
  expect(draw()).toEqual(draw());
});

test("runs that differ widen an interval that items alone would leave narrow", () => {
  const right = items.map((_, i) => i % 2);
  const better = items.map(() => 1);
  const { Overall: same } = compareScores(items, [better, better], [right, right], createRng(5));
  const { Overall: differing } = compareScores(items, [better, right], [right, right], createRng(5));
  expect(differing!.difference).toBeCloseTo(same!.difference / 2, 9);
  // Both runs may be drawn twice over: from no difference at all to the whole of it.
  expect(differing!.interval.low).toBeLessThan(0.01);
  expect(differing!.interval.high).toBeGreaterThan(same!.difference - 0.1);
});
