import { expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  countBits,
  countCommonBits,
  createBitset,
  hasBit,
  membersOf,
  setBit,
  wordCount,
} from "../../lib/math/index.js";

test("bitsets behave as sets of integers, whatever the size", () => {
  const rng = createRng("bitset");
  for (const size of [1, 31, 32, 33, 64, 100, 1000]) {
    const a = Array.from({ length: size }, (_, i) => i).filter(() => rng.chance(0.3));
    const b = Array.from({ length: size }, (_, i) => i).filter(() => rng.chance(0.6));
    const bitsA = createBitset(size, a);
    const bitsB = createBitset(size, rng.shuffle(b));
    expect(bitsA).toHaveLength(wordCount(size));
    expect([...membersOf(bitsA)]).toEqual(a);
    expect(countBits(bitsB)).toBe(b.length);
    expect(countCommonBits(bitsA, bitsB)).toBe(a.filter((member) => b.includes(member)).length);
    for (let i = 0; i < size; i++) expect(hasBit(bitsA, i)).toBe(a.includes(i));
  }
});

test("bit 31 of a word, its sign, is a member like any other", () => {
  const bits = createBitset(64, [31, 63]);
  expect([...membersOf(bits)]).toEqual([31, 63]);
  expect(countBits(bits)).toBe(2);
  setBit(bits, 31);
  expect(countBits(bits)).toBe(2);
});

test("an empty set has no words and no members", () => {
  expect(createBitset(0)).toHaveLength(0);
  expect([...membersOf(createBitset(0))]).toEqual([]);
});
