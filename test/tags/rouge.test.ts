import * as reference from "js-rouge";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { commonSubsequenceLength } from "../../lib/tags/measures/common-subsequence.js";
import { ROUGE_MAX_WORDS, rouge1, rougeL } from "../../lib/tags/measures/rouge.js";
import { words } from "../../lib/text/index.js";

const rng = createRng(5).fork("rouge");
const draw = (length: number, alphabet: readonly string[]): string =>
  Array.from({ length }, () => rng.pick(alphabet)).join(" ");

describe("ROUGE by hand", () => {
  test.each([
    ["police killed the gunman", "police kill the gunman", 0.75, 0.75],
    ["police killed the gunman", "the gunman police killed", 0.5, 1],
    ["a b c d e", "a c e", 0.75, 0.75],
    ["e d c b a", "a c e", 0.25, 0.75],
    ["the the the", "the cat", 0.4, 0.4],
    ["Same TEXT.", "same text", 1, 1],
    ["one", "two", 0, 0],
    ["", "two", 0, 0],
    ["", "", 1, 1],
    ["!?", "…", 1, 1],
  ])("of %j and %j: ROUGE-L %d, ROUGE-1 %d", (a, b, expectedL, expected1) => {
    expect(rougeL(a, b)).toBeCloseTo(expectedL, 12);
    expect(rougeL(b, a)).toBeCloseTo(expectedL, 12);
    expect(rouge1(a, b)).toBeCloseTo(expected1, 12);
    expect(rouge1(b, a)).toBeCloseTo(expected1, 12);
  });
});

describe("against js-rouge, given the same words and one sentence a text", () => {
  const options = { caseSensitive: false, tokenizer: words };
  const whole = { ...options, segmenter: (text: string) => [text] };
  const texts = (): [string, string] => {
    const alphabet = [..."abcdefghijklmnopqrstuvwxyz"]
      .slice(0, 2 + rng.int(24))
      .map((letter) => `${letter}x'y`);
    return [draw(1 + rng.int(90), alphabet), draw(1 + rng.int(90), alphabet)];
  };

  test("ROUGE-L agrees on texts of one to ninety words", () => {
    for (let i = 0; i < 300; i++) {
      const [a, b] = texts();
      expect(rougeL(a, b), `${a} / ${b}`).toBeCloseTo(reference.l(a, b, whole), 12);
    }
  });

  test("ROUGE-1 agrees on texts of one to ninety words", () => {
    for (let i = 0; i < 300; i++) {
      const [a, b] = texts();
      expect(rouge1(a, b), `${a} / ${b}`).toBeCloseTo(reference.n(a, b, { ...options, n: 1 }), 12);
    }
  });

  test("both agree on prose with marks and capitals", () => {
    const a = "The Eiffel Tower, built in 1889, stands in Paris; it's 330 m tall. Visitors love it!";
    const b = "In Paris stands the Eiffel Tower. It was built in 1889 and is 330 m tall (it's loved).";
    expect(rougeL(a, b)).toBeCloseTo(reference.l(a, b, whole), 12);
    expect(rouge1(a, b)).toBeCloseTo(reference.n(a, b, { ...options, n: 1 }), 12);
  });
});

describe("the longest common subsequence", () => {
  test("agrees with a full table, across several blocks of 32 and with few or many different symbols", () => {
    for (let i = 0; i < 1_000; i++) {
      const symbolCount = 1 + rng.int(40);
      const symbols = () => Int32Array.from({ length: rng.int(140) }, () => rng.int(symbolCount));
      const [a, b] = [symbols(), symbols()];
      expect(commonSubsequenceLength(a, b, symbolCount)).toBe(byTable(a, b));
    }
  });

  test.each([31, 32, 33, 63, 64, 65])(
    "is whole for equal texts and none for disjoint ones, at %i symbols",
    (n) => {
      const up = Int32Array.from({ length: n }, (_, i) => i);
      expect(commonSubsequenceLength(up, up, 2 * n)).toBe(n);
      expect(
        commonSubsequenceLength(
          up,
          up.map((symbol) => symbol + n),
          2 * n,
        ),
      ).toBe(0);
      expect(commonSubsequenceLength(up, up.toReversed(), 2 * n)).toBe(1);
    },
  );
});

test("words beyond the bound are left out of ROUGE-L, so a million of them stay cheap", () => {
  const start = "x ".repeat(ROUGE_MAX_WORDS);
  expect(rougeL(`${start}${"y ".repeat(1_000_000)}`, start)).toBe(1);
  const [a, b] = [draw(1_000_000, ["p", "q", "r"]), draw(1_000_000, ["p", "q", "r"])];
  expect(rougeL(a, b)).toBeGreaterThan(0.6);
  expect(rouge1(a, b)).toBeGreaterThan(0.99);
});

function byTable(a: Int32Array, b: Int32Array): number {
  let above = new Int32Array(b.length + 1);
  for (const symbol of a) {
    const row = new Int32Array(b.length + 1);
    for (const [j, other] of b.entries())
      row[j + 1] = symbol === other ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    above = row;
  }
  return above[b.length]!;
}
