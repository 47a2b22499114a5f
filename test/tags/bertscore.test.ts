import { describe, expect, test } from "vitest";
import { createRng, type Rng } from "../../lib/base/index.js";
import { bertScore, fitIdf, greedyMatchF1, matchTokens } from "../../lib/tags/measures/bertscore.js";
import { dotProducts } from "../../lib/tags/measures/bertscore-kernel.js";
import type { TokenVectors } from "../../lib/text/index.js";

const tokensOf = (tokens: string, ...rows: number[][]): TokenVectors => ({
  tokens: tokens.split(" "),
  vectors: rows.map((row) => Float32Array.from(row)),
});

// Products of a1 = (1, 0) with b: 1, 0, 0.6; of a2 = (0, 1): 0, 1, 0.8.
const A = tokensOf("the volcano", [1, 0], [0, 1]);
const B = tokensOf("the volcano erupts", [1, 0], [0, 1], [0.6, 0.8]);

describe("BERTScore by hand", () => {
  test("precision, recall and F1 of two tokens against three", () => {
    const { precision, recall, f1 } = bertScore(A, B);
    expect(precision).toBeCloseTo(1, 6);
    expect(recall).toBeCloseTo(2.8 / 3, 6);
    expect(f1).toBeCloseTo((2 * (2.8 / 3)) / (1 + 2.8 / 3), 6);
    expect(greedyMatchF1(A, B)).toBe(f1);
  });

  test("the other way round precision and recall change places, and F1 stays", () => {
    const [forth, back] = [bertScore(A, B), bertScore(B, A)];
    expect(back).toEqual({ precision: forth.recall, recall: forth.precision, f1: forth.f1 });
  });

  test("who is matched with whom: several may choose the same, the first of equals is chosen", () => {
    const { ofA, ofB } = matchTokens(A, B);
    expect(ofA.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(ofB.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(ofB[2]!.similarity).toBeCloseTo(0.8, 6);
    const twice = tokensOf("x x", [0, 1], [0, 1]);
    expect(matchTokens(A, twice).ofA.map(({ to }) => to)).toEqual([0, 0]);
  });

  test("idf weights both means", () => {
    const weightOf = (token: string): number => ({ the: 1, volcano: 3, erupts: 6 })[token] ?? 0;
    const { precision, recall } = bertScore(A, B, { weightOf });
    expect(precision).toBeCloseTo(1, 6);
    expect(recall).toBeCloseTo((1 + 3 + 6 * 0.8) / 10, 6);
  });

  test("where every token weighs nothing they count alike", () => {
    expect(bertScore(A, B, { weightOf: () => 0 })).toEqual(bertScore(A, B));
  });

  test("a baseline becomes 0, a perfect score stays 1, and what lies below is 0", () => {
    const { recall } = bertScore(A, B, { baseline: 0.6 });
    expect(recall).toBeCloseTo((2.8 / 3 - 0.6) / 0.4, 6);
    expect(bertScore(A, A, { baseline: 0.6 }).f1).toBeCloseTo(1, 6);
    expect(bertScore(A, B, { baseline: 0.99 }).recall).toBe(0);
  });

  test("nothing against nothing is 1, nothing against something 0, opposites 0", () => {
    const nothing = { tokens: [], vectors: [] };
    expect(bertScore(nothing, nothing)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(bertScore(nothing, A)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(matchTokens(nothing, A)).toEqual({ ofA: [], ofB: [] });
    expect(bertScore(tokensOf("x", [1, 0]), tokensOf("y", [-1, 0]))).toEqual({
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  test("tokens without a vector of their own (all zero) are unlike everything", () => {
    const zero = tokensOf("?", [0, 0]);
    expect(bertScore(zero, zero).f1).toBe(0);
    expect(bertScore(zero, A).f1).toBe(0);
  });
});

test("idf by hand: log((M + 1) / (m + 1)), each response counted once, unknown tokens too", () => {
  const weightOf = fitIdf([["a", "a", "b"], ["a"], ["a", "c"]]);
  expect(weightOf("a")).toBe(0);
  expect(weightOf("b")).toBeCloseTo(Math.log(4 / 2), 12);
  expect(weightOf("c")).toBeCloseTo(Math.log(4 / 2), 12);
  expect(weightOf("unseen")).toBeCloseTo(Math.log(4), 12);
  expect(fitIdf([])("any")).toBe(0);
});

describe("against brute force", () => {
  const rng = createRng(6).fork("bertscore");
  const draw = (random: Rng, count: number, dimension: number): Float32Array[] =>
    Array.from({ length: count }, () =>
      Float32Array.from({ length: dimension }, () => random.normal() / 3 + 0.2),
    );
  const product = (x: Float32Array, y: Float32Array): number =>
    x.reduce((sum, value, k) => sum + value * y[k]!, 0);

  test.each([
    [1, 1, 1],
    [2, 3, 5],
    [7, 4, 16],
    [5, 5, 30],
    [33, 20, 130],
    [256, 255, 12],
  ])("all products of %d with %d vectors of %d dimensions, each told once", (countA, countB, dimension) => {
    const [a, b] = [draw(rng, countA, dimension), draw(rng, countB, dimension)];
    const seen = new Set<string>();
    let worst = 0;
    dotProducts(a, b, (i, j, found) => {
      seen.add(`${i},${j}`);
      worst = Math.max(worst, Math.abs(found - product(a[i]!, b[j]!)));
    });
    expect(worst).toBeLessThan(1e-4);
    expect(seen.size).toBe(countA * countB);
  });

  test("a large job leaves nothing behind for a small one", () => {
    const small = [draw(rng, 3, 5), draw(rng, 2, 5)] as const;
    const before: number[] = [];
    dotProducts(small[0], small[1], (_i, _j, found) => before.push(found));
    dotProducts(draw(rng, 90, 300), draw(rng, 90, 300), () => {});
    const after: number[] = [];
    dotProducts(small[0], small[1], (_i, _j, found) => after.push(found));
    expect(after).toEqual(before);
  });

  test("scores and matches of random texts with repeated tokens and weights", () => {
    for (let round = 0; round < 30; round++) {
      const [a, b] = [randomText(rng), randomText(rng)];
      const weightOf = (token: string): number => Number(token) % 3;
      const expected = { precision: bruteForce(a, b, weightOf), recall: bruteForce(b, a, weightOf) };
      const found = bertScore(a, b, { weightOf });
      expect(found.precision).toBeCloseTo(expected.precision, 5);
      expect(found.recall).toBeCloseTo(expected.recall, 5);
      for (const { from, to, similarity } of matchTokens(a, b).ofA) {
        const all = b.vectors.map((vector) => product(a.vectors[from]!, vector));
        expect(similarity).toBeCloseTo(Math.max(...all), 5);
        expect(all[to]).toBeCloseTo(similarity, 5);
      }
    }
  });

  /** Tokens out of a small vocabulary; equal ones have the same vector, some the same object. */
  function randomText(random: Rng): TokenVectors {
    const vocabulary = draw(random, 6, 7);
    const places = Array.from({ length: 1 + random.int(9) }, () => random.int(6));
    return {
      tokens: places.map(String),
      vectors: places.map((place) => (random.int(2) === 0 ? vocabulary[place]! : vocabulary[place]!.slice())),
    };
  }

  function bruteForce(from: TokenVectors, to: TokenVectors, weightOf: (token: string) => number): number {
    let [sum, total] = [0, 0];
    const weights = from.tokens.map(weightOf);
    const isAllZero = weights.every((weight) => weight === 0);
    for (const [i, vector] of from.vectors.entries()) {
      const weight = isAllZero ? 1 : weights[i]!;
      sum += weight * Math.max(...to.vectors.map((other) => product(vector, other)));
      total += weight;
    }
    return Math.min(1, Math.max(0, sum / total));
  }
});

test("a vector that holds NaN is an error, not a likeness of 0", () => {
  const text = (...vector: number[]): TokenVectors => ({
    tokens: ["x"],
    vectors: [Float32Array.from(vector)],
  });
  expect(() => bertScore(text(Number.NaN, 1), text(1, 0))).toThrow(RangeError);
  expect(() => matchTokens(text(1, 0), text(0, Number.NaN))).toThrow(/NaN/);
});
