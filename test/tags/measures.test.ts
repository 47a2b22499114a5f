import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { entitiesOf } from "../../lib/tags/entities/entities-of.js";
import { greedyMatchF1, lengthPenalty } from "../../lib/tags/measures/bertscore.js";
import { createHashedEncoder } from "../../lib/text/index.js";

describe("entities", () => {
  test("are people, places and organizations, whole dates and numbers, each once", () => {
    const text =
      "Steve Jobs met Tim Cook in Paris on March 12, 2020. The United Nations paid $1,500 to Steve Jobs.";
    const entities = entitiesOf(text);
    for (const entity of ["steve jobs", "tim cook", "paris", "united nations", "2020-03-12", "$1500"]) {
      expect(entities, entity).toContain(entity);
    }
    expect(entities.size).toBe(6);
  });

  test("a date is the same however it is written", () => {
    const dates = ["2020-03-05", "March 5, 2020", "5 March 2020", "5th march 2020", "March 5th 2020"];
    for (const date of dates) expect([...entitiesOf(`It began on ${date} there.`)]).toEqual(["2020-03-05"]);
  });

  test("numbers of list items, bullets and code hold no entities", () => {
    expect([...entitiesOf("1. first step\n2. next step\n- third\n```\nlet Paris = 5;\n```")]).toEqual([]);
  });

  test("articles, possessives and case do not part names", () => {
    expect(entitiesOf("We saw Google's office near Berlin.")).toContain("google");
    expect([...entitiesOf("He lives in Berlin.")]).toEqual([...entitiesOf("He loves Berlin's parks.")]);
  });
});

describe("BERTScore over token vectors", () => {
  const vectors = (...rows: number[][]) => ({
    tokens: rows.map(String),
    vectors: rows.map((row) => Float32Array.from(row)),
  });

  test("by hand: greedy matches of two against three", () => {
    // Products: a1 with b: 1, 0, .6; a2: 0, 1, .8. Precision (1 + 1) / 2; recall (1 + 1 + .8) / 3.
    const f1 = greedyMatchF1(vectors([1, 0], [0, 1]), vectors([1, 0], [0, 1], [0.6, 0.8]));
    const recall = 2.8 / 3;
    expect(f1).toBeCloseTo((2 * recall) / (1 + recall), 6);
  });

  test("one token against an opposite one scores 0, and nothing against nothing 1", () => {
    expect(greedyMatchF1(vectors([1, 0]), vectors([-1, 0]))).toBe(0);
    expect(greedyMatchF1(vectors(), vectors())).toBe(1);
    expect(greedyMatchF1(vectors(), vectors([1, 0]))).toBe(0);
  });

  test("agrees with matching one by one for odd and even numbers of tokens", () => {
    const rng = createRng(6).fork("bertscore");
    const draw = (count: number) =>
      vectors(
        ...Array.from({ length: count }, () => Array.from({ length: 5 }, () => rng.normal() / 3 + 0.3)),
      );
    for (const [countA, countB] of [
      [1, 1],
      [2, 3],
      [5, 4],
      [7, 7],
    ] as const) {
      const [a, b] = [draw(countA), draw(countB)];
      const product = (x: Float32Array, y: Float32Array): number =>
        x.reduce((sum, value, k) => sum + value * y[k]!, 0);
      const mean = (of: Float32Array[], to: Float32Array[]): number => {
        const best = of.map((x) => Math.max(...to.map((y) => product(x, y))));
        return Math.min(1, Math.max(0, best.reduce((sum, value) => sum + value, 0) / of.length));
      };
      const [p, r] = [mean(a.vectors, b.vectors), mean(b.vectors, a.vectors)];
      expect(greedyMatchF1(a, b)).toBeCloseTo(p + r === 0 ? 0 : (2 * p * r) / (p + r), 5);
    }
  });

  test("orders an equal text, a rewording and another matter", async () => {
    const encoder = createHashedEncoder();
    const [base, reworded, other] = await encoder.encodeTokens(
      [
        "the volcano erupted at night",
        "at night the volcanoes were erupting",
        "bake bread with flour and yeast",
      ],
      256,
    );
    const same = greedyMatchF1(base!, base!);
    const close = greedyMatchF1(base!, reworded!);
    const far = greedyMatchF1(base!, other!);
    expect(same).toBeCloseTo(1, 5);
    expect(close).toBeGreaterThan(far + 0.3);
  });

  test("the length penalty is exp(1 - longer/shorter) in words, both ways", () => {
    expect(lengthPenalty("a b", "a b c d")).toBeCloseTo(Math.exp(-1), 12);
    expect(lengthPenalty("a b c d", "a b")).toBeCloseTo(Math.exp(-1), 12);
    expect(lengthPenalty("a b", "c d")).toBe(1);
    expect(lengthPenalty("", "c d")).toBe(0);
    expect(lengthPenalty("", "")).toBe(1);
  });
});
