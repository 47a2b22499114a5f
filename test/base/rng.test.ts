import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { mean, standardDeviation } from "../../lib/math/index.js";

/** xoshiro128** once more, in BigInt arithmetic, from the published description. */
function* reference(path: string): Generator<number> {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  const digest = createHash("sha256").update(path).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => BigInt(digest.readUInt32LE(at))) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (;;) {
    yield Number((rotate((b * 5n) & mask, 7n) * 9n) & mask);
    const t = (b << 9n) & mask;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11n);
  }
}

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe("seeded generator", () => {
  test("its bits are those of xoshiro128**", () => {
    const rng = createRng(42);
    const expected = reference("[42]");
    for (let i = 0; i < 1000; i++) expect(rng.bits()).toBe(expected.next().value);
  });

  test("the same seed gives the same numbers; another seed, or the same digits as text, others", () => {
    const numbers = (seed: number | string) => {
      const rng = createRng(seed);
      return draw(5, () => rng.next());
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
    expect(numbers(1)).not.toEqual(numbers("1"));
  });

  test("a fork depends on its names alone: not on draws, nor on other forks", () => {
    const fresh = createRng(3).fork("candidate", 7).bits();
    const used = createRng(3);
    used.next();
    used.fork("candidate", 6).next();
    expect(used.fork("candidate", 7).bits()).toBe(fresh);
  });

  test("forks of other names, orders or groupings are other streams", () => {
    const root = createRng(3);
    const streams = [
      root,
      root.fork("a", 1),
      root.fork("a", "1"),
      root.fork("a1"),
      root.fork(1, "a"),
      root.fork("a").fork(1),
      root.fork("a,1"),
    ].map((rng) => rng.bits());
    expect(new Set(streams).size).toBe(streams.length);
  });

  test("forking does not change the stream it forks from", () => {
    const plain = createRng(9);
    const forked = createRng(9);
    forked.fork("x");
    expect(forked.bits()).toBe(plain.bits());
  });

  test("next is uniform in [0, 1), normal has mean 0 and spread 1, chance its probability", () => {
    const rng = createRng("moments");
    const uniform = draw(20_000, () => rng.next());
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(standardDeviation(uniform)).toBeCloseTo(Math.sqrt(1 / 12), 1);
    const normal = draw(20_000, () => rng.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(standardDeviation(normal)).toBeCloseTo(1, 1);
    const hits = draw(20_000, () => Number(rng.chance(0.3)));
    expect(mean(hits)).toBeCloseTo(0.3, 1);
    expect(draw(100, () => Number(rng.chance(0)))).not.toContain(1);
    expect(draw(100, () => Number(rng.chance(1)))).not.toContain(0);
  });

  test("int covers its range evenly and refuses limits that are none", () => {
    const rng = createRng("int");
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 14_000; i++) counts[rng.int(7)]! += 1;
    // Chi-squared with 6 degrees of freedom: 22.5 is the 0.999 quantile.
    expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(22.5);
    expect(draw(5, () => rng.int(1))).toEqual([0, 0, 0, 0, 0]);
    expect(rng.int(2 ** 32)).toBeLessThan(2 ** 32);
    for (const limit of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1])
      expect(() => rng.int(limit)).toThrow(RangeError);
  });

  test("shuffle permutes a copy, each order alike", () => {
    const rng = createRng("shuffle");
    const items = ["a", "b", "c"];
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = rng.shuffle(items).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(items).toEqual(["a", "b", "c"]);
    expect([...seen.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    expect(Math.max(...[...seen.values()].map((count) => Math.abs(count - 1000)))).toBeLessThan(130);
  });

  test("sample takes distinct elements, each as often; pick takes one", () => {
    const rng = createRng("sample");
    const items = [0, 1, 2, 3, 4];
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 5000; i++) {
      const sample = rng.sample(items, 2);
      expect(new Set(sample).size).toBe(2);
      for (const item of sample) counts[item]! += 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
    expect(rng.sample(items, 5).sort()).toEqual(items);
    expect(rng.sample(items, 0)).toEqual([]);
    expect(() => rng.sample(items, 6)).toThrow(RangeError);
    expect(items).toContain(rng.pick(items));
    expect(() => rng.pick([])).toThrow(RangeError);
  });
});
