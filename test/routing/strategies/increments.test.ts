import { describe, expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { countBits, createBitset, hasBit } from "../../../lib/math/index.js";
import { availableGroups, BestAdditions, bestAmong } from "../../../lib/routing/increments/best-addition.js";
import { BestMove } from "../../../lib/routing/increments/best-move.js";
import { MovingMix, NONE } from "../../../lib/routing/increments/moving-mix.js";
import { groupRows } from "../../../lib/routing/increments/row-groups.js";
import { createMixPredictor, OPEN_BUDGET } from "../../../lib/routing/index.js";
import { randomTags } from "../../candidates/random-tags.js";
import { randomPolynomial } from "./small-mixes.js";

const ones = (count: number) => new Float64Array(count).fill(1);

describe.each([1, 2] as const)("a polynomial of degree %d", (degree) => {
  test("gains of adding, dropping and swapping are differences of predictions at every step, to 1e-9", () => {
    const matrix = randomTags(60, "steps");
    const predictor = createMixPredictor(matrix, randomPolynomial(degree, 60, "steps"), { sizeRatio: 1.3 });
    const mix = new MovingMix(predictor, OPEN_BUDGET, [], "test");
    const rng = createRng("walk");
    const expectGain = (into: number, out: number, gain: number) => {
      const before = predictor.meanOf(mix.toBitset());
      mix.move(into, out);
      const after = predictor.meanOf(mix.toBitset());
      expect(Math.abs(gain - (after - before))).toBeLessThan(1e-9 * Math.max(1, Math.abs(after)));
      expect(Math.abs(mix.slopes.value - after)).toBeLessThan(1e-9 * Math.max(1, Math.abs(after)));
    };
    for (let step = 0; step < 300; step++) {
      const groups = [...mix.taken.keys()];
      const free = groups.filter((group) => mix.hasFree(group));
      const taken = groups.filter((group) => mix.taken[group]! > 0);
      const kind = rng.int(3);
      if (taken.length === 0 || (kind === 0 && free.length > 0)) {
        const into = rng.pick(free);
        expectGain(into, NONE, mix.slopes.gainOfAdding(into));
      } else if (kind === 1 || free.length === 0) {
        const out = rng.pick(taken);
        expectGain(NONE, out, mix.slopes.gainOfDropping(out));
      } else {
        const [into, out] = [rng.pick(free), rng.pick(taken)];
        const { slopes } = mix;
        const gain = slopes.gainOfAdding(into) + slopes.gainOfDropping(out) - slopes.crossTerm(into, out);
        expectGain(into, out, gain);
      }
      expect(countBits(mix.toBitset())).toBe(mix.humanCount);
    }
    mix.refresh();
    expect(mix.slopes.drift).toBeLessThan(1e-12);
  });

  test("the shortlist finds the row that a scan of all finds, at every step", () => {
    const matrix = randomTags(900, "shortlist");
    const predictor = createMixPredictor(matrix, randomPolynomial(degree, 900, "shortlist"));
    const mix = new MovingMix(predictor, OPEN_BUDGET, [], "test");
    const weights = ones(mix.groups.groupCount);
    const options = { weights, slopes: mix.slopes.slopes, count: 1 };
    const additions = new BestAdditions(mix, options);
    for (let step = 0; step < 900; step++) {
      const scanned = bestAmong(mix, availableGroups(mix), options)[0]!;
      const found = additions.best()[0]!;
      expect(mix.nextRow(found.group)).toBe(mix.nextRow(scanned.group));
      mix.move(found.group, NONE);
    }
    expect(additions.best()).toEqual([]);
    expect(additions.scans).toBeLessThan(400);
  });

  test("bounds leave out no better swap, add or drop", () => {
    const matrix = randomTags(40, "bounds");
    const predictor = createMixPredictor(matrix, randomPolynomial(degree, 40, "bounds"));
    for (const changesCount of [false, true]) {
      const mix = new MovingMix(predictor, OPEN_BUDGET, [], "test");
      mix.load(
        createBitset(
          40,
          Array.from({ length: 20 }, (_, i) => 2 * i),
        ),
      );
      const everything = Int32Array.from(mix.taken.keys());
      const found = new BestMove(mix, { changesCount }).among(everything)!;
      let best = 0;
      const { slopes } = mix;
      for (const into of [NONE, ...everything]) {
        for (const out of [NONE, ...everything]) {
          if (into === out || (!changesCount && (into === NONE || out === NONE))) continue;
          if ((into !== NONE && !mix.hasFree(into)) || (out !== NONE && mix.taken[out] === 0)) continue;
          let gain = into === NONE ? 0 : slopes.gainOfAdding(into);
          if (out !== NONE) gain += slopes.gainOfDropping(out);
          if (into !== NONE && out !== NONE) gain -= slopes.crossTerm(into, out);
          best = Math.max(best, gain);
        }
      }
      expect(found.gain).toBeCloseTo(best, 12);
    }
  });
});

test("rows with the same features, price and limited tags are one group, in the order of first rows", () => {
  const matrix = {
    ids: ["a", "b", "c", "d", "e"],
    tagNames: ["x", "y", "z"],
    columns: [createBitset(5, [0, 2, 3, 4]), createBitset(5, [1]), createBitset(5, [4])],
  };
  const options = { featureColumns: Int32Array.of(0, 1), limitedColumns: [], prices: null };
  const groups = groupRows(matrix, options);
  expect([...groups.groupOf]).toEqual([0, 1, 0, 0, 0]);
  expect([...groups.rows]).toEqual([0, 2, 3, 4, 1]);
  expect([...groupRows(matrix, { ...options, limitedColumns: [2] }).groupOf]).toEqual([0, 1, 0, 0, 2]);
  const prices = Float64Array.of(1, 1, 2, 1, 1);
  expect([...groupRows(matrix, { ...options, prices }).groupOf]).toEqual([0, 1, 2, 0, 0]);
});

test("a loaded mix keeps its numbers of rows of each group, the earliest", () => {
  const matrix = {
    ids: ["a", "b", "c", "d"],
    tagNames: randomTags(1, "x").tagNames,
    columns: randomTags(1, "x").columns.map(() => createBitset(4)),
  };
  const predictor = createMixPredictor(matrix, randomPolynomial(2, 4, "loaded"));
  const mix = new MovingMix(predictor, OPEN_BUDGET, [], "test");
  mix.load(createBitset(4, [1, 3]));
  const human = mix.toBitset();
  expect([0, 1, 2, 3].map((row) => hasBit(human, row))).toEqual([true, true, false, false]);
});
