import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import {
  allHumanCandidate,
  allLmCandidate,
  countCandidates,
  fillBudget,
  randomMix,
  sampleCandidates,
} from "../../lib/candidates/index.js";
import { countBits, createBitset, hasBit, membersOf } from "../../lib/math/index.js";
import { randomTags } from "./random-tags.js";

const matrix = randomTags(300, "tags", 12);
const rng = () => createRng("sampling");

describe("Algorithm 1", () => {
  test("the budget is met exactly, whatever it is, the two extremes included", () => {
    for (let budget = 0; budget <= 300; budget++) {
      expect(countBits(fillBudget(matrix, budget, createRng(budget)))).toBe(budget);
    }
    expect(() => fillBudget(matrix, 301, rng())).toThrow(RangeError);
    expect(() => fillBudget(matrix, -1, rng())).toThrow(RangeError);
    expect(() => fillBudget(matrix, 1.5, rng())).toThrow(RangeError);
  });

  test("one instance leaves nothing to draw: random budgets are refused, a given one is met", () => {
    const single = randomTags(1, "single", 3);
    expect(() => sampleCandidates(single, { count: 2, rng: rng() })).toThrow(BadInputError);
    const [candidate] = sampleCandidates(single, { count: 1, rng: rng(), budgetCount: 1 });
    expect(candidate!.humanCount).toBe(1);
  });

  test("tags are taken whole, in the shuffled order, and the one that overflows in part", () => {
    for (let seed = 0; seed < 300; seed++) {
      const budget = 1 + createRng(seed).fork("budget").int(299);
      const human = fillBudget(matrix, budget, createRng(seed));
      // The same shuffle, replayed with sets.
      const expected = new Set<number>();
      const order = createRng(seed).shuffle(matrix.columns.map((column) => [...membersOf(column)]));
      let partial: number[] = [];
      for (const members of order) {
        const fresh = members.filter((row) => !expected.has(row));
        if (expected.size + fresh.length > budget) {
          partial = fresh;
          break;
        }
        for (const row of fresh) expected.add(row);
      }
      for (const row of expected) expect(hasBit(human, row)).toBe(true);
      const rest = [...membersOf(human)].filter((row) => !expected.has(row));
      expect(rest).toHaveLength(budget - expected.size);
      // Everyone tagged is in already where no tag overflows: then the untagged fill the budget.
      if (partial.length > 0) for (const row of rest) expect(partial).toContain(row);
      else for (const row of rest) expect(row).toBeGreaterThanOrEqual(288);
    }
  });

  test("the tag that overflows gives each of its rows the same chance", () => {
    const one = { ids: ["a", "b", "c", "d", "e"], tagNames: ["t"], columns: [createBitset(5, [0, 2, 3, 4])] };
    const times = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      for (const row of membersOf(fillBudget(one, 2, createRng(seed)))) times[row]! += 1;
    }
    expect(times[1]).toBe(0);
    for (const row of [0, 2, 3, 4]) expect(Math.abs(times[row]! - 2000)).toBeLessThan(150);
  });

  test("random budgets are even over 1 to N - 1", () => {
    const small = randomTags(6, "small");
    const candidates = sampleCandidates(small, { count: 5000, rng: rng() });
    const times = [0, 0, 0, 0, 0, 0, 0];
    for (const { budgetCount, human, humanCount } of candidates) {
      expect(humanCount).toBe(budgetCount);
      expect(countBits(human)).toBe(budgetCount);
      times[budgetCount]! += 1;
    }
    expect([times[0], times[6]]).toEqual([0, 0]);
    for (const count of times.slice(1, 6)) expect(Math.abs(count! - 1000)).toBeLessThan(150);
  });

  test("a candidate depends on the seed and its number, not on how many there are", () => {
    const ten = sampleCandidates(matrix, { count: 10, rng: rng() });
    expect(sampleCandidates(matrix, { count: 3, rng: rng() })).toEqual(ten.slice(0, 3));
    expect(ten.map(({ id }) => id).slice(8)).toEqual(["c0008", "c0009"]);
    expect(sampleCandidates(matrix, { count: 3, rng: createRng("other") })).not.toEqual(ten.slice(0, 3));
    expect(new Set(ten.map(({ human }) => [...human].join())).size).toBe(10);
  });

  test("a fixed budget is everyone's budget", () => {
    for (const budgetCount of [0, 77, 300]) {
      for (const candidate of sampleCandidates(matrix, { count: 5, rng: rng(), budgetCount })) {
        expect([candidate.budgetCount, candidate.humanCount, countBits(candidate.human)]).toEqual(
          Array(3).fill(budgetCount),
        );
      }
    }
  });

  test("a subsample leaves out as many rows as asked, and none of them is human-labelled", () => {
    const whole = sampleCandidates(matrix, { count: 20, rng: rng() });
    const sampled = sampleCandidates(matrix, { count: 20, rng: rng(), subsampleCount: 280 });
    for (const [i, candidate] of sampled.entries()) {
      const { human, humanCount, budgetCount, leftOut } = candidate;
      expect(countBits(leftOut!)).toBe(20);
      expect(budgetCount).toBe(whole[i]!.budgetCount);
      const kept = [...membersOf(whole[i]!.human)].filter((row) => !hasBit(leftOut!, row));
      expect([...membersOf(human)]).toEqual(kept);
      expect(humanCount).toBe(kept.length);
    }
    expect(new Set(sampled.map(({ leftOut }) => [...leftOut!].join())).size).toBe(20);
  });
});

test("counts equal those of a loop over ids and tags", () => {
  const candidates = [
    ...sampleCandidates(matrix, { count: 10, rng: rng() }),
    allHumanCandidate(300),
    allLmCandidate(300),
  ];
  const { counts } = countCandidates(matrix, candidates);
  for (const [i, { human }] of candidates.entries()) {
    const slow = matrix.columns.map((column) => {
      let count = 0;
      for (let row = 0; row < 300; row++) if (hasBit(column, row) && hasBit(human, row)) count++;
      return count;
    });
    expect([...counts[i]!]).toEqual(slow);
  }
  expect(counts.at(-1)!.every((count) => count === 0)).toBe(true);
});

test("the pure mixes hold everyone and no one", () => {
  expect([...membersOf(allHumanCandidate(40).human)]).toEqual(Array.from({ length: 40 }, (_, i) => i));
  expect(allHumanCandidate(40)).toMatchObject({ id: "all-human", budgetCount: 40, humanCount: 40 });
  expect(countBits(allLmCandidate(40).human)).toBe(0);
  expect(allLmCandidate(40)).toMatchObject({ id: "all-lm", budgetCount: 0, humanCount: 0 });
});

test("the random mix has the budget's size and gives each row the same chance", () => {
  const times = new Float64Array(10);
  for (let seed = 0; seed < 3000; seed++) {
    const mix = randomMix(10, 4, createRng(seed));
    expect(countBits(mix)).toBe(4);
    for (const row of membersOf(mix)) times[row]! += 1;
  }
  for (const count of times) expect(Math.abs(count - 1200)).toBeLessThan(130);
  expect(() => randomMix(10, 11, createRng(1))).toThrow(RangeError);
});
