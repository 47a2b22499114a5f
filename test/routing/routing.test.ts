import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { countBits, createBitset, hasBit } from "../../lib/math/index.js";
import { PolynomialPpm, type Ppm } from "../../lib/ppm/index.js";
import {
  type Budget,
  countBudget,
  createMixPredictor,
  OPEN_BUDGET,
  parseBudget,
  ROUTING_STRATEGIES,
  routeDataset,
  routingStrategy,
  writeRouting,
} from "../../lib/routing/index.js";
import { countTags, TAG_NAMES } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { randomTags } from "../candidates/random-tags.js";

const inFolder = temporaryFolder();
const matrix = randomTags(120, "routing");
const normals = (count: number, name: string) => {
  const rng = createRng(name);
  return Float64Array.from({ length: count }, () => rng.normal());
};
const linear = new PolynomialPpm("linear", TAG_NAMES, 100, {
  intercept: 0.6,
  coefficients: normals(90, "linear"),
  products: null,
});
const quadratic = new PolynomialPpm("quadratic", TAG_NAMES, 100, {
  intercept: 0.6,
  coefficients: normals(90, "linear"),
  products: normals(4095, "products"),
});
const budgetOf = (budget: number | Budget) => (typeof budget === "number" ? countBudget(budget) : budget);
const route = (ppm: Ppm, strategy: string, budget: number | Budget, simulations = 60) =>
  routeDataset(matrix, {
    ppm,
    strategy: routingStrategy(strategy),
    budget: budgetOf(budget),
    simulations,
    rng: createRng(5),
  });
const tagsOf = (row: number) => TAG_NAMES.map((_, tag) => Number(hasBit(matrix.columns[tag]!, row)));

describe.each([
  ["linear", linear],
  ["quadratic", quadratic],
])("%s predictor", (_, ppm) => {
  test.each(ROUTING_STRATEGIES.map(({ name }) => [name]).filter(([name]) => name !== "gain"))(
    "%s routes exactly the budget to humans",
    async (strategy) => {
      for (const budget of [0, 1, 30, 119, 120]) {
        const { rows, humanCount, human } = await route(ppm, strategy, budget);
        expect(humanCount).toBe(budget);
        expect(countBits(human)).toBe(budget);
        expect(rows.filter((row) => row.route === "human")).toHaveLength(budget);
        expect(rows.map((row) => row.id)).toEqual(matrix.ids);
        for (const [row, { route: to }] of rows.entries())
          expect(to).toBe(hasBit(human, row) ? "human" : "lm");
      }
    },
  );

  test("a row's gain is the prediction with it alone human-labelled, less the one with none", async () => {
    const { rows } = await route(ppm, "topk", 10);
    const none = ppm.predict(new Float64Array(90));
    for (const [row, { gain }] of rows.entries()) expect(gain).toBe(ppm.predict(tagsOf(row)) - none);
  });

  test("top-k takes the k largest gains; with an open budget all above zero", async () => {
    const gains = (await route(ppm, "topk", 0)).rows.map((row) => row.gain);
    for (const k of [1, 17, 64]) {
      const { rows } = await route(ppm, "topk", k);
      const least = Math.min(...rows.filter((row) => row.route === "human").map((row) => row.gain));
      const most = Math.max(...rows.filter((row) => row.route === "lm").map((row) => row.gain));
      expect(least).toBeGreaterThanOrEqual(most);
    }
    const open = await route(ppm, "topk", OPEN_BUDGET);
    expect(open.rows.map((row) => row.route)).toEqual(gains.map((gain) => (gain > 0 ? "human" : "lm")));
  });

  test("the gain rule takes every row whose gain is above zero, whatever the budget, and says so", async () => {
    const fixed = await route(ppm, "gain", 5);
    expect(fixed.rows.map((row) => row.route)).toEqual(
      fixed.rows.map(({ gain }) => (gain > 0 ? "human" : "lm")),
    );
    expect(fixed.notes.join()).toContain("budget was not looked at");
    const open = await route(ppm, "gain", OPEN_BUDGET);
    expect(open.human).toEqual(fixed.human);
    expect(open.notes).toEqual([]);
  });

  test("simulated beats every other candidate that it drew, and never falls as it draws more", async () => {
    const few = (await route(ppm, "simulated", 40, 20)).predicted.chosen;
    const many = (await route(ppm, "simulated", 40, 200)).predicted.chosen;
    expect(many).toBeGreaterThanOrEqual(few);
    expect((await route(ppm, "simulated", 40, 1)).predicted.chosen).toBeLessThanOrEqual(few);
  });

  test("the predicted scores are those of the chosen mix, of no one and of everyone", async () => {
    const { predicted, human } = await route(ppm, "simulated", 40);
    const everyone = createBitset(
      120,
      Array.from({ length: 120 }, (_, i) => i),
    );
    expect(predicted.chosen).toBe(ppm.predict(countTags(matrix, human)));
    expect(predicted.allLm).toBe(ppm.predict(new Float64Array(90)));
    expect(predicted.allHuman).toBe(ppm.predict(countTags(matrix, everyone)));
  });
});

describe("a linear predictor", () => {
  test("top-k is the best of all mixes of its size, of all sizes with an open budget", async () => {
    const small = randomTags(10, "small");
    const scoreOf = createMixPredictor(small, linear).scoreOf;
    const options = { ppm: linear, strategy: routingStrategy("topk"), rng: createRng(1) };
    const best = (size: number) => {
      let score = Number.NEGATIVE_INFINITY;
      for (let mask = 0; mask < 1024; mask++) {
        const members = Array.from({ length: 10 }, (_, i) => i).filter((i) => (mask >> i) & 1);
        if (members.length === size) score = Math.max(score, scoreOf(createBitset(10, members)));
      }
      return score;
    };
    for (let k = 0; k <= 10; k++) {
      const { predicted } = await routeDataset(small, { ...options, budget: countBudget(k) });
      expect(predicted.chosen).toBeCloseTo(best(k), 12);
    }
    const open = (await routeDataset(small, { ...options, budget: OPEN_BUDGET })).predicted.chosen;
    expect(open).toBeCloseTo(Math.max(...Array.from({ length: 11 }, (_, k) => best(k))), 12);
  });

  test("gains are the dot product of weights and tags", async () => {
    const { rows } = await route(linear, "topk", 5);
    for (const [row, { gain }] of rows.entries()) {
      const product = tagsOf(row).reduce(
        (sum, tag, i) => sum + (tag * linear.polynomial.coefficients[i]!) / 100,
        0,
      );
      expect(gain).toBeCloseTo(product, 12);
    }
  });
});

describe("ties and seeds", () => {
  const flat = new PolynomialPpm("linear", TAG_NAMES, 1, {
    intercept: 0.5,
    coefficients: new Float64Array(90),
    products: null,
  });

  test("of equal gains top-k takes the earlier rows, of equal candidates simulated the first", async () => {
    const first = (rows: readonly { route: string }[]) =>
      rows.map((row) => row.route === "human").lastIndexOf(true);
    expect(first((await route(flat, "topk", 7)).rows)).toBe(6);
    expect((await route(flat, "simulated", 7, 50)).human).toEqual(
      (await route(flat, "simulated", 7, 1)).human,
    );
    expect((await route(flat, "topk", OPEN_BUDGET)).humanCount).toBe(0);
  });

  test("the same seed gives the same routes, another seed others; top-k needs none", async () => {
    const at = async (strategy: string, seed: number) => {
      const options = { ppm: quadratic, strategy: routingStrategy(strategy), simulations: 20 };
      return (await routeDataset(matrix, { ...options, budget: countBudget(50), rng: createRng(seed) }))
        .human;
    };
    expect(await at("simulated", 1)).toEqual(await at("simulated", 1));
    expect(await at("simulated", 1)).not.toEqual(await at("simulated", 2));
    expect(await at("topk", 1)).toEqual(await at("topk", 2));
  });

  test("an open budget draws candidates of many sizes", async () => {
    const options = {
      ppm: flat,
      strategy: routingStrategy("simulated"),
      budget: OPEN_BUDGET,
      simulations: 1,
    };
    const sizes = [];
    for (let seed = 0; seed < 12; seed++) {
      sizes.push((await routeDataset(matrix, { ...options, rng: createRng(seed) })).humanCount);
    }
    expect(new Set(sizes).size).toBeGreaterThan(8);
    for (const size of sizes) expect(size > 0 && size < 120).toBe(true);
  });
});

describe("features of the predictor", () => {
  test("a part of the vocabulary, in any order, is looked up by name", async () => {
    const names = [TAG_NAMES[40]!, TAG_NAMES[2]!];
    const partial = new PolynomialPpm("linear", names, 1, {
      intercept: 0,
      coefficients: Float64Array.of(1, 1000),
      products: null,
    });
    const { rows } = await route(partial, "topk", 3);
    for (const [row, { gain }] of rows.entries())
      expect(gain).toBe(tagsOf(row)[40]! + 1000 * tagsOf(row)[2]!);
  });

  test("features that are no tags are refused, all of them", async () => {
    const foreign = new PolynomialPpm("linear", ["x", TAG_NAMES[0]!, "y"], 1, {
      intercept: 0,
      coefficients: new Float64Array(3),
      products: null,
    });
    await expect(route(foreign, "topk", 3)).rejects.toThrow(BadInputError);
    await expect(route(foreign, "topk", 3)).rejects.toThrow(/"x".*"y"/s);
  });

  test("an unknown strategy, no simulations and too few instances are refused", async () => {
    expect(() => routingStrategy("random")).toThrow("simulated, topk, gain, greedy, search");
    for (const simulations of [0, -1, 1.5])
      await expect(route(linear, "simulated", 3, simulations)).rejects.toThrow(BadInputError);
    const one = randomTags(1, "one");
    const options = { ppm: linear, strategy: routingStrategy("simulated"), rng: createRng(1) };
    await expect(routeDataset(one, { ...options, budget: OPEN_BUDGET })).rejects.toThrow(BadInputError);
    expect((await routeDataset(one, { ...options, budget: countBudget(1) })).humanCount).toBe(1);
  });
});

test("routes on disk: one line an instance in input order, predicted scores in the manifest, the same bytes again", async () => {
  const routing = await route(quadratic, "simulated", parseBudget("0.25", 120));
  const provenance = { command: "hyper route", seed: 5, inputs: [] };
  await writeRouting(inFolder("routed.jsonl"), routing, provenance);
  const text = readFileSync(inFolder("routed.jsonl"), "utf8");
  const lines = text.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(routing.rows);
  expect(Object.keys(JSON.parse(lines[0]!))).toEqual(["id", "route", "gain"]);
  const manifest = JSON.parse(readFileSync(inFolder("routed.jsonl.manifest.json"), "utf8"));
  expect(manifest.settings).toMatchObject({
    humanCount: 30,
    predicted: routing.predicted,
    strategy: "simulated",
  });
  await writeRouting(inFolder("again.jsonl"), await route(quadratic, "simulated", 30), provenance);
  expect(readFileSync(inFolder("again.jsonl"), "utf8")).toBe(text);
});
