import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import type { Definitions } from "../../lib/tags/definitions.js";
import { measureEncoded, measurePlain, PLAIN_COLUMNS } from "../../lib/tags/measures/measure-responses.js";
import { intersectionOverTwiceB, intersectionOverUnion } from "../../lib/tags/measures/overlap.js";
import { toSimilarity } from "../../lib/tags/measures/similarity.js";
import { createHashedEncoder } from "../../lib/text/index.js";

const all = (pair: { prompt: string; completionA: string; completionB: string }, definitions: Definitions) =>
  measurePlain(pair, definitions, () => true);

describe("overlap of sets", () => {
  test("the paper's counts each member of both sets once; two empty sets are alike", () => {
    expect(intersectionOverUnion(new Set(["a", "b"]), new Set(["b", "c", "d"]))).toBe(0.25);
    expect(intersectionOverUnion(new Set(["a"]), new Set())).toBe(0);
    expect(intersectionOverUnion(new Set(), new Set())).toBe(1);
  });

  test("the original's takes B twice: what only A has does not lower it, and an empty B gives 1", () => {
    // One in common: 1 / (2 · 3 - 1); with A and B the other way round 1 / (2 · 2 - 1).
    expect(intersectionOverTwiceB(new Set(["a", "b"]), new Set(["b", "c", "d"]))).toBe(1 / 5);
    expect(intersectionOverTwiceB(new Set(["b", "c", "d"]), new Set(["a", "b"]))).toBe(1 / 3);
    expect(intersectionOverTwiceB(new Set(["a", "b", "c"]), new Set(["a"]))).toBe(1);
    expect(intersectionOverTwiceB(new Set(["a"]), new Set())).toBe(1);
    expect(intersectionOverTwiceB(new Set(), new Set(["a"]))).toBe(0);
    expect(intersectionOverTwiceB(new Set(), new Set())).toBe(1);
  });

  test("both lie in [0, 1] for any two sets", () => {
    const rng = createRng(7).fork("overlap");
    const draw = () => new Set(Array.from({ length: rng.int(6) }, () => rng.int(7)));
    for (let i = 0; i < 2_000; i++) {
      const [a, b] = [draw(), draw()];
      for (const value of [intersectionOverUnion(a, b), intersectionOverTwiceB(a, b)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("the measures of a pair", () => {
  const pair = {
    prompt: "Who built it?",
    completionA: "the tower was built by Gustave Eiffel in Paris",
    completionB: "built in Paris the tower was",
  };

  test("rouge is ROUGE-L by the paper and ROUGE-1 upstream", () => {
    // In order: "the tower was", 3 of 9 and 6 words; in any order 6.
    expect(all(pair, "paper").rouge).toBe(0.4);
    expect(all(pair, "upstream").rouge).toBe(0.8);
  });

  test("lengths are LLaMA tokens, the same by both definitions", () => {
    const { len_longer, len_shorter, token_len_diff, prompt_len } = all(pair, "paper");
    expect(all(pair, "upstream")).toMatchObject({ len_longer, len_shorter, token_len_diff, prompt_len });
    expect(prompt_len).toBe(4);
    expect(len_longer! - len_shorter!).toBe(token_len_diff);
  });

  test("only wanted columns are measured, in a fixed order", () => {
    expect(Object.keys(all(pair, "paper"))).toEqual([...PLAIN_COLUMNS]);
    expect(Object.keys(measurePlain(pair, "paper", (column) => column === "prompt_len"))).toEqual([
      "prompt_len",
    ]);
  });

  test("likenesses have at most 6 decimals", async () => {
    const [encoded] = await measureEncoded([pair], createHashedEncoder());
    const { rouge, entity_sim } = all(pair, "paper");
    for (const value of [rouge, entity_sim, ...Object.values(encoded!)])
      expect(value).toBe(Number(value!.toFixed(6)));
  });

  test("a likeness is clamped and rounded, and NaN is refused", () => {
    expect([-0.2, 1.0000001, 1 / 3, 0].map(toSimilarity)).toEqual([0, 1, 0.333333, 0]);
    expect(() => toSimilarity(Number.NaN)).toThrow(RangeError);
  });
});

describe("hostile texts have defined measures", () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    empty: "",
    spaces: " \n\t ",
    "lone surrogates": "\ud800 a \udc00\ud800 b \udfff",
    emoji: "👩‍👩‍👧‍👦🏳️‍🌈 🦙 ok 👍🏽",
    "combining marks": `e${"\u0301".repeat(500)} Zalgo\u0336`,
    "right to left": "مرحبا بالعالم \u202e שלום עולם 123",
    "only punctuation": "!?…—()[]{}<>;:'\"\\/|@#$%^&*~`",
    "HTML and script": "<script>alert('x')</script><b onclick=\"y()\">Paris</b> &lt;&amp;",
    NUL: "a\0b\0\0 c\u0001\u001f",
  };
  const LARGE: Readonly<Record<string, string>> = {
    "a megabyte of prose": "The Queen of Spain met 3 ministers in Rome on 4 May 2020. ".repeat(18_000),
    "a megabyte without a space": "aB3+/".repeat(210_000),
    "a megabyte of one letter": "a".repeat(1_000_000),
    "a million repeated words": "buffalo ".repeat(1_000_000),
  };
  const isLikeness = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;

  async function expectDefined(completionA: string, completionB: string): Promise<void> {
    const pair = { prompt: completionA.slice(0, 100), completionA, completionB };
    const [encoded] = await measureEncoded([pair], createHashedEncoder());
    for (const definitions of ["paper", "upstream"] as const) {
      const { rouge, entity_sim, ...lengths } = all(pair, definitions);
      const likenesses = [rouge, entity_sim, ...Object.values(encoded!)];
      expect(likenesses.every(isLikeness), JSON.stringify(likenesses)).toBe(true);
      for (const length of Object.values(lengths))
        expect(Number.isSafeInteger(length) && length! >= 0).toBe(true);
      if (completionA !== completionB) continue;
      expect({ rouge, entity_sim, token_len_diff: lengths.token_len_diff }).toEqual(ALIKE);
      expect(encoded).toMatchObject({ cosine_sim: 1 });
    }
  }
  const ALIKE = { rouge: 1, entity_sim: 1, token_len_diff: 0 };

  test.each(Object.keys(HOSTILE))("%s, against itself and every other", async (name) => {
    for (const other of Object.values(HOSTILE)) await expectDefined(HOSTILE[name]!, other);
  });

  test.each(Object.keys(LARGE))("%s, against itself and nothing", async (name) => {
    await expectDefined(LARGE[name]!, LARGE[name]!);
    await expectDefined("", LARGE[name]!);
  });

  test("nothing has no tokens, a lone surrogate those of three bytes, a million words a million", () => {
    const lengthOf = (text: string) =>
      all({ prompt: text, completionA: "", completionB: "" }, "paper").prompt_len;
    expect(lengthOf("")).toBe(0);
    // The leading space, then the three bytes.
    expect(lengthOf("\ud800")).toBe(4);
    expect(lengthOf("word ".repeat(1_000_000).trimEnd())).toBe(1_000_000);
  });
});
