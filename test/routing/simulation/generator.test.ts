/** The simulation's random numbers. */
import { expect, test } from "vitest";
import { createRng } from "../../../lib/base/index.js";
import { simulationSeed } from "../../../lib/routing/index.js";
import { LaneGenerator, laneStates } from "../../../lib/routing/simulation/plain/lane-generator.js";
import { unevenness } from "./chi-square.js";

const seed = simulationSeed(createRng("generator"));

test("each lane is xoshiro128++: the reference's first numbers from state 1, 2, 3, 4", () => {
  const state = Uint32Array.from([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
  const generator = new LaneGenerator(state);
  const vector = new Uint32Array(4);
  for (const expected of [641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732]) {
    generator.nextVector(vector);
    expect([...vector]).toEqual([expected, expected, expected, expected]);
  }
});

test("single numbers are the lanes in turn", () => {
  const vector = new Uint32Array(4);
  new LaneGenerator(laneStates(seed, 5)).nextVector(vector);
  const generator = new LaneGenerator(laneStates(seed, 5));
  expect(Array.from({ length: 4 }, () => generator.nextBits())).toEqual([...vector]);
});

test("no two lanes of many mixes start alike", () => {
  const seen = new Set<string>();
  for (let index = 0; index < 20_000; index++) {
    const state = laneStates(seed, index);
    for (let lane = 0; lane < 4; lane++) seen.add([0, 4, 8, 12].map((word) => state[word + lane]).join());
  }
  expect(seen.size).toBe(80_000);
});

test("across mixes, every byte of the first numbers is uniform, and so is its change to the next mix", () => {
  const tallies = Array.from({ length: 8 }, () => new Array<number>(256).fill(0));
  let before = 0;
  for (let index = 0; index < 100_000; index++) {
    const bits = new LaneGenerator(laneStates(seed, index)).nextBits();
    for (let byte = 0; byte < 4; byte++) {
      tallies[byte]![(bits >>> (8 * byte)) & 255]! += 1;
      tallies[4 + byte]![((bits ^ before) >>> (8 * byte)) & 255]! += 1;
    }
    before = bits;
  }
  for (const tally of tallies) expect(unevenness(tally)).toBeLessThan(4);
});

test("integers below a limit are uniform", () => {
  const tally = new Array<number>(90).fill(0);
  for (let index = 0; index < 2000; index++) {
    const generator = new LaneGenerator(laneStates(seed, index));
    for (let i = 0; i < 45; i++) tally[generator.below(90)]! += 1;
  }
  expect(unevenness(tally)).toBeLessThan(4);
  expect(new LaneGenerator(laneStates(seed, 0)).below(1)).toBe(0);
});

test("a seed is four words, of a generator those of its fork, however much was drawn", () => {
  const rng = createRng(3);
  const words = simulationSeed(rng);
  rng.next();
  expect(simulationSeed(rng)).toEqual(words);
  expect(simulationSeed(words)).toBe(words);
  expect(() => simulationSeed(new Uint32Array(3))).toThrow(/4 words/);
});
