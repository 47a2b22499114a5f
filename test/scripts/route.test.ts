/** `hyper route` in this process, on 40 made-up pairs: budgets, prices, limits, models, and what is refused. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import {
  createRng,
  fitPpm,
  matrixFromRows,
  PolynomialPpm,
  ppmFamily,
  savePpm,
  TAG_NAMES,
} from "../../lib/index.js";
import { routeCommand } from "../../scripts/hyper/route.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const at = temporaryFolder();
const COUNT = 40;
const LEVELS = ["general public", "expert domain knowledge"];

function pairRow(i: number): Record<string, unknown> {
  const rng = createRng("pairs").fork(`pair ${i}`);
  return {
    id: `p${i}`,
    rouge: rng.next(),
    len_longer: 10 + rng.int(500),
    subject_of_expertise: i % 5 === 0 ? ["Law"] : ["History"],
    expertise_level: LEVELS[i % 4 === 0 ? 1 : 0],
    safety_concern: i % 8 === 0 ? "high" : "safe",
    degree: i % 2 === 0 ? "phd" : "none",
  };
}

function writePairs(name: string, rows: readonly unknown[]): string {
  writeFileSync(at(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return at(name);
}

const weights = createRng("weights");
const linear = new PolynomialPpm("linear", TAG_NAMES, 100, {
  intercept: 0.6,
  coefficients: Float64Array.from({ length: 90 }, () => weights.normal()),
  products: null,
});
const training = {
  rows: 10,
  instances: COUNT,
  countRange: { min: new Array<number>(90).fill(0), max: new Array<number>(90).fill(COUNT) },
};

beforeEach(() => {
  writePairs(
    "features.jsonl",
    Array.from({ length: COUNT }, (_, i) => pairRow(i)),
  );
  savePpm(at("ppm.json"), { ppm: linear, target: "Overall", training, bins: null });
});

const out = (): string => at("routed.jsonl");
function route(...words: string[]): Promise<Outcome> {
  const given = words.includes("--ppm") ? [] : ["--ppm", at("ppm.json")];
  return runCommand(routeCommand(), "--features", at("features.jsonl"), ...given, "--out", out(), ...words);
}
const routes = (): { id: string; route: string }[] =>
  readFileSync(out(), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; route: string });
const humans = (): number[] => routes().flatMap(({ route: to }, i) => (to === "human" ? [i] : []));
const settings = (): Record<string, unknown> =>
  (JSON.parse(readFileSync(`${out()}.manifest.json`, "utf8")) as { settings: Record<string, unknown> })
    .settings;

async function expectRefusal(run: Promise<Outcome>, ...parts: (string | RegExp)[]): Promise<void> {
  const { code, stderr } = await run;
  expect(code, stderr).toBe(2);
  for (const part of parts) expect(stderr).toMatch(part);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(out())).toBe(false);
  expect(existsSync(at("curve.csv"))).toBe(false);
}

describe("budgets", () => {
  test.each(["simulated", "topk", "greedy", "search"])("%s meets a count exactly", async (strategy) => {
    const { code, stderr } = await route("--strategy", strategy, "--budget", "13", "--simulations", "20");
    expect(code, stderr).toBe(0);
    expect(humans()).toHaveLength(13);
    expect(stderr).toContain(`13 of 40 pairs to humans by ${strategy}; predicted Overall `);
  });

  test("of a list the best predicted wins, and each is printed", async () => {
    const { stderr } = await route("--strategy", "topk", "--budget", "4,0.5,40");
    const predicted = [4, 20, 40].map((count) =>
      Number(new RegExp(`budget ${count}: ${count} pairs, predicted (-?[0-9.]+)`).exec(stderr)?.[1]),
    );
    expect(settings().budgets).toMatchObject([4, 20, 40].map((humanCount) => ({ humanCount })));
    const best = [4, 20, 40][predicted.indexOf(Math.max(...predicted))];
    expect(humans()).toHaveLength(best!);
  });

  test("an open budget is as many as the predictor favours", async () => {
    const { code } = await route("--strategy", "topk", "--budget", "open");
    expect(code).toBe(0);
    const gains = readFileSync(out(), "utf8").match(/"gain":-?[0-9.e-]+/g)!;
    expect(humans()).toHaveLength(gains.filter((gain) => Number(gain.slice(7)) > 0).length);
  });

  test.each([
    ["41", /cannot exceed the 40 instances/],
    ["-1", /negative/],
    ["NaN", /not a budget/],
    ["1.5", /fraction/],
    ["", /not a budget/],
    ["5,x", /"x"/],
  ])("%j is refused", async (budget, message) => {
    await expectRefusal(route(`--budget=${budget}`), /--budget/, message);
  });

  test("no budget is refused", async () => {
    await expectRefusal(route(), /a budget is needed/);
  });
});

describe("prices", () => {
  test("what the mix, all LM and all human cost is printed and kept", async () => {
    const { stderr } = await route("--budget", "10", "--cost-human", "1.5", "--cost-lm", "0.01");
    expect(stderr).toContain("cost 15.3 (all LM 0.4, all human 60)");
    expect(settings().costs).toMatchObject({ lm: 0.01, human: 1.5, allLm: 0.4, allHuman: 60 });
  });

  test("money at one price is an exact count", async () => {
    // (30 - 0.4) / 1.49 = 19.9.
    await route("--budget-money", "30", "--cost-human", "1.5", "--cost-lm", "0.01");
    expect(humans()).toHaveLength(19);
  });

  test.each(["simulated", "topk", "greedy", "search"])(
    "%s stays within money at prices by tier",
    async (strategy) => {
      const prices = ["--cost-human", "expert=4,normal=1.5", "--cost-lm", "0.1"];
      const words = ["--budget-money", "40", ...prices, "--simulations", "20"];
      const { code, stderr } = await route("--strategy", strategy, ...words);
      expect(code, stderr).toBe(0);
      const paid = routes().reduce(
        (sum, { route: to }, i) => sum + (to === "lm" ? 0.1 : i % 4 === 0 ? 4 : 1.5),
        0,
      );
      expect(paid).toBeLessThanOrEqual(40);
      expect(humans().length).toBeGreaterThan(0);
      expect(stderr).toContain(`cost ${Number(paid.toFixed(2))} (all LM 4, all human 85)`);
    },
  );

  test("tiers come from a column where one is named", async () => {
    const { stderr } = await route(
      "--budget",
      "40",
      "--cost-human",
      "phd=3,none=2",
      "--tier-column",
      "degree",
    );
    expect(settings().costs).toMatchObject({
      human: [
        { tier: "phd", price: 3, pairCount: 20 },
        { tier: "none", price: 2, pairCount: 20 },
      ],
      allHuman: 100,
      chosen: 100,
    });
    expect(stderr).toContain("prices: phd 3 (20 pairs), none 2 (20 pairs)");
  });

  test.each<[string, string[], RegExp]>([
    [
      "money that does not pay for the LM",
      ["--budget-money", "3", "--cost-human", "2", "--cost-lm", "0.1"],
      /labels by the LM alone cost 40 × 0.1 = 4/,
    ],
    ["money without prices", ["--budget-money", "30"], /--budget-money.*--cost-human/],
    [
      "a tier without a price",
      ["--budget", "5", "--cost-human", "normal=1"],
      /a tier of 10 pairs has no price \(found "expert"\)/,
    ],
    [
      "a column without prices by tier",
      ["--budget", "5", "--cost-human", "1", "--tier-column", "degree"],
      /--tier-column.*needs prices by tier/,
    ],
    [
      "a column that is not there",
      ["--budget", "5", "--cost-human", "a=1", "--tier-column", "nowhere"],
      /40 problems.*"nowhere" is required/s,
    ],
    [
      "a human no dearer than the LM",
      ["--budget", "5", "--cost-human", "1", "--cost-lm", "2"],
      /must cost more than one by the LM/,
    ],
    ["a price of the LM alone", ["--budget", "5", "--cost-lm", "2"], /--cost-lm.*needs --cost-human/],
    [
      "a price that is none",
      ["--budget", "5", "--cost-human", "cheap"],
      /--cost-human: a price is a plain number/,
    ],
    ["an endless price", ["--budget", "5", "--cost-human", "Infinity"], /a price is a plain number/],
  ])("%s is refused", async (_, words, message) => {
    // biome-ignore format: one table
    await expectRefusal(route(...words), message);
  });
});

describe("limits on tags", () => {
  const lawPairs = Array.from({ length: COUNT }, (_, i) => i).filter((i) => i % 5 === 0);
  const lawCount = (): number => humans().filter((i) => lawPairs.includes(i)).length;

  test.each(["simulated", "topk", "greedy", "search"])("%s keeps minimum and maximum", async (strategy) => {
    const words = ["--strategy", strategy, "--budget", "20", "--simulations", "20"];
    const least = ["--min-share", "subject_of_expertise=Law:0.9"];
    const most = ["--max-share", "subject_of_expertise=law:0.1", "--min-share", "safety_concern=high:0.5"];
    const { code, stderr } = await route(...words, ...least);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("kept: at least 8 of the 8 pairs with subject_of_expertise=Law");
    expect([humans().length, lawCount()]).toEqual([20, 8]);
    await route(...words, ...most);
    expect(humans()).toHaveLength(20);
    expect(lawCount()).toBe(0);
    expect(humans().filter((i) => i % 8 === 0).length).toBeGreaterThanOrEqual(3);
  });

  test.each<[string, string[], RegExp]>([
    [
      "an unknown tag",
      ["--min-share", "safety_concern=hi:0.5"],
      /--min-share.*did you mean "safety_concern=high"/,
    ],
    [
      "everything wrong with limits at once",
      ["--min-share", "zzz=1:0.5", "--max-share", "safety_concern=high:x"],
      /2 problems.*--min-share.*write a tag as in.*--max-share/s,
    ],
    ["a share above 1", ["--max-share", "safety_concern=high:1.5"], /--max-share.*share from 0 to 1/],
    ["a tag of no pair", ["--min-share", "subject_of_expertise=Religion:0.5"], /no pair has this tag/],
    [
      "a minimum above its maximum",
      ["--min-share", "safety_concern=high:0.8", "--max-share", "safety_concern=high:0.4"],
      /minimum 0.8 is above the maximum 0.4/,
    ],
    [
      "minima beyond the budget",
      ["--min-share", "subject_of_expertise=History:0.5"],
      /at least 16 of the 32 pairs with subject_of_expertise=History with 10 of all 40 pairs/,
    ],
    [
      "maxima below it",
      ["--max-share", "subject_of_expertise=History:0.05"],
      /at most 1 of the 32 pairs with subject_of_expertise=History with 10 of all 40 pairs/,
    ],
  ])("%s is refused", async (_, words, message) => {
    // biome-ignore format: one table
    await expectRefusal(route("--budget", "10", ...words), message);
  });
});

describe("models", () => {
  test("the published gains need no model, and are said to be what they are", async () => {
    const { code, stderr } = await route("--ppm", "published", "--strategy", "topk", "--budget", "0.25");
    expect(code, stderr).toBe(0);
    expect(humans()).toHaveLength(10);
    expect(stderr).toMatch(/published: the gains that the paper prints \(Table 13\).*not scores/);
    expect(stderr).toMatch(/predicted gain over all LM .*\(all LM 0.0000/);
    expect(settings().ppmFamily).toBe("published");
  });

  test("pessimism lowers predictions by their spread, which is printed; models without one are refused", async () => {
    const rng = createRng("table");
    const counts = Array.from({ length: 60 }, () => TAG_NAMES.map(() => rng.int(COUNT)));
    const table = {
      featureNames: TAG_NAMES,
      counts: matrixFromRows(counts),
      targets: Float64Array.from(counts, () => rng.next()),
    };
    const { ppm } = fitPpm(table, { family: ppmFamily("gp"), scale: COUNT });
    savePpm(at("gp.json"), { ppm, target: "Overall", training, bins: null });
    const words = ["--budget", "10", "--strategy", "topk", "--pessimism", "1"];
    const { code, stderr } = await route("--ppm", at("gp.json"), ...words);
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/predicted Overall -?[0-9.]+ ± [0-9.]+ \(sd of the prediction\)/);
    const { predicted } = settings() as { predicted: { chosen: number; sd: number; objective: number } };
    expect(predicted.objective).toBeCloseTo(predicted.chosen - predicted.sd, 12);
    const refused = await route(...words);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/--pessimism.*does not say how unsure/);
  });

  test("counts that the model has not seen are named", async () => {
    const seen = { ...training, countRange: { ...training.countRange, max: new Array<number>(90).fill(3) } };
    savePpm(at("narrow.json"), { ppm: linear, target: "Overall", training: seen, bins: null });
    const { stderr } = await route("--ppm", at("narrow.json"), "--budget", "20");
    expect(stderr).toMatch(/\d+ tags are counted beyond what the model was fitted to: .*\(0 to 3\)/);
    expect((await route("--budget", "20")).stderr).not.toContain("counted beyond");
  });

  test("a prediction beyond all scores that the model was fitted to is marked", async () => {
    const low = { ...training, scoreRange: { min: -100, max: -50 } };
    savePpm(at("low.json"), { ppm: linear, target: "Overall", training: low, bins: null });
    const { stderr } = await route("--ppm", at("low.json"), "--budget", "20");
    expect(stderr).toContain("no mix that the model was fitted to scored so (-100.0000 to -50.0000)");
    expect((await route("--budget", "20")).stderr).not.toContain("scored so");
  });

  test("dimensions that the model counts and no pair has are named", async () => {
    const { stderr } = await route("--budget", "5");
    expect(stderr).toMatch(/no pair has a tag of bertscore, .*languages.*, which the model counts/);
    expect(stderr).not.toMatch(/no pair has a tag of .*rouge/);
    expect(stderr).not.toMatch(/no pair has a tag of .*format_constraints/);
  });

  test.each<[string, string, RegExp]>([
    ["nothing", "", /model\.txt/],
    ["other text", "these are no numbers\n", /model\.txt/],
    ["JSON of something else", "{}", /model\.txt/],
  ])("a file of %s is refused", async (_, text, message) => {
    writeFileSync(at("model.txt"), text);
    await expectRefusal(route("--ppm", at("model.txt"), "--budget", "5"), message);
  });

  test("a model that was changed, one of other features, and none at all are refused", async () => {
    const text = readFileSync(at("ppm.json"), "utf8");
    writeFileSync(at("changed.json"), text.replace('"scale": 100', '"scale": 10'));
    expect(readFileSync(at("changed.json"), "utf8")).not.toBe(text);
    await expectRefusal(route("--ppm", at("changed.json"), "--budget", "5"), /changed after it was written/);
    const foreign = new PolynomialPpm("linear", ["colour"], 1, {
      intercept: 0,
      coefficients: Float64Array.of(1),
      products: null,
    });
    savePpm(at("foreign.json"), { ppm: foreign, target: "y", training: {}, bins: null });
    await expectRefusal(route("--ppm", at("foreign.json"), "--budget", "5"), /"colour"/);
    await expectRefusal(route("--ppm", at("nowhere.json"), "--budget", "5"), /nowhere\.json/);
  });
});

describe("features", () => {
  test("an id that occurs twice is refused", async () => {
    writePairs("features.jsonl", [pairRow(0), pairRow(1), pairRow(0)]);
    await expectRefusal(route("--budget", "1"), /features\.jsonl:3/, /"p0"/);
  });

  test("values that are none are refused, line by line", async () => {
    writePairs("features.jsonl", [
      pairRow(0),
      { ...pairRow(1), rouge: "high" },
      { ...pairRow(2), safety_concern: "severe" },
    ]);
    await expectRefusal(route("--budget", "1"), /:2.*:3/s);
  });
});

describe("the curve", () => {
  test("from no human label to all, by cost, the routes unchanged by it", async () => {
    const words = ["--strategy", "topk", "--budget", "10", "--cost-human", "2", "--cost-lm", "0.5"];
    await route(...words);
    const before = readFileSync(out(), "utf8");
    const { code, stderr } = await route(...words, "--curve", at("curve.csv"));
    expect(code, stderr).toBe(0);
    expect(readFileSync(out(), "utf8")).toBe(before);
    const [header, ...lines] = readFileSync(at("curve.csv"), "utf8").trimEnd().split("\n");
    expect(header).toBe("budget_count,cost_total,predicted,sd,is_knee");
    const costs = lines.map((line) => Number(line.split(",")[1]));
    expect([costs[0], costs.at(-1)]).toEqual([20, 80]);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(stderr).toMatch(/curve\.csv: \d+ budgets, knee at \d+ human labels, cost [0-9.]+\n/);
  });

  test("budgets that limits on tags forbid are left out of it", async () => {
    const limit = ["--min-share", "subject_of_expertise=History:0.5"];
    const words = ["--strategy", "topk", "--budget", "20", ...limit, "--curve", at("curve.csv")];
    const { code, stderr } = await route(...words);
    expect(code, stderr).toBe(0);
    const lines = readFileSync(at("curve.csv"), "utf8").trimEnd().split("\n").slice(1);
    expect(Number(lines[0]!.split(",")[0])).toBe(16);
  });

  test("it may not take the place of the routes or of an input", async () => {
    await expectRefusal(route("--budget", "5", "--curve", out()), /--curve.*--out/);
    await expectRefusal(route("--budget", "5", "--curve", at("ppm.json")), /--curve.*--ppm/);
  });
});
