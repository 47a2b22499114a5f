import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { createBitset } from "../../../lib/math/index.js";
import {
  extraCosts,
  labelCosts,
  mixCost,
  parseHumanPrices,
  parsePrice,
  pureCosts,
  readTiers,
  tiersFromTags,
} from "../../../lib/routing/index.js";
import { NO_FEATURES } from "../../../lib/tags/index.js";
import { temporaryFolder } from "../../base/temporary-folder.js";

const at = temporaryFolder();

describe("prices", () => {
  test("one price, or one for each tier", () => {
    expect(parseHumanPrices("1.5", "--cost-human")).toEqual({ kind: "one", price: 1.5 });
    const tiers = new Map([
      ["expert", 4],
      ["the normal ones", 0.5],
    ]);
    expect(parseHumanPrices("expert=4, the normal ones =.5", "--cost-human")).toEqual({
      kind: "tiers",
      ofTier: tiers,
    });
  });

  test.each(["", "-1", "NaN", "Infinity", "1e400", "1,5", "$3", "1e3", "0x1", "1000000000001"])(
    "%j is no price",
    (text) => {
      expect(() => parsePrice(text, "--cost-lm")).toThrow(BadInputError);
      expect(() => parsePrice(text, "--cost-lm")).toThrow("--cost-lm: a price is a plain number");
    },
  );

  test("what is wrong with prices by tier is listed, all of it", () => {
    const parse = () => parseHumanPrices("expert=4,normal,=2,expert=5,x=-1", "--cost-human");
    expect(parse).toThrow(/4 problems/);
    expect(parse).toThrow(/"normal".*"=2".*one price.*"-1"/s);
  });
});

describe("costs of pairs", () => {
  const tiers = ["expert", "normal", "normal", "expert"];
  const prices = parseHumanPrices("expert=4,normal=1.5", "--cost-human");

  test("a mix costs its human labels by tier, and the LM's for the rest", () => {
    const costs = labelCosts({ prices, lm: 0.25, tiers });
    expect([...costs.human]).toEqual([4, 1.5, 1.5, 4]);
    expect([...extraCosts(costs)]).toEqual([3.75, 1.25, 1.25, 3.75]);
    expect(mixCost(costs, createBitset(4, [0, 2]))).toBe(4 + 1.5 + 2 * 0.25);
    expect(pureCosts(costs)).toEqual({ allLm: 1, allHuman: 11 });
    expect(mixCost(costs, createBitset(4))).toBe(1);
    expect(mixCost(costs, createBitset(4, [0, 1, 2, 3]))).toBe(11);
  });

  test("tiers without a price are refused, all of them with their pairs", () => {
    const some = parseHumanPrices("normal=1.5", "--cost-human");
    const price = () => labelCosts({ prices: some, lm: 0, tiers: [...tiers, "rater"] });
    expect(price).toThrow(/2 problems.*tier of 2 pairs.*"expert".*tier of 1 pairs.*"rater"/s);
  });

  test("a human who is no dearer than the LM is refused, tier by tier", () => {
    expect(() => labelCosts({ prices, lm: 1.5, tiers })).toThrow(/normal=1.5.*/);
    expect(() => labelCosts({ prices, lm: 5, tiers })).toThrow("2 problems");
    expect(() => labelCosts({ prices: { kind: "one", price: 0 }, lm: 0, tiers })).toThrow(
      "a human label must cost more",
    );
  });
});

describe("tiers", () => {
  test("by tags: expert where expert domain knowledge is needed", () => {
    const levels = ["expert domain knowledge", "basic domain knowledge", "general public", null] as const;
    const features = levels.map((level) => ({ ...NO_FEATURES, expertise_level: level }));
    expect(tiersFromTags(features)).toEqual(["expert", "normal", "normal", "normal"]);
  });

  test("by a column, in the order of the file; rows that lack it are named", async () => {
    const rows = [
      { id: "a", degree: "phd" },
      { id: "b", degree: " none " },
    ];
    writeFileSync(at("rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    expect(await readTiers(at("rows.jsonl"), "degree")).toEqual(["phd", "none"]);
    writeFileSync(at("bad.jsonl"), `{"id":"a","degree":"phd"}\n{"id":"b"}\n{"id":"c","degree":3}\n`);
    await expect(readTiers(at("bad.jsonl"), "degree")).rejects.toThrow(/bad.jsonl:2.*bad.jsonl:3/s);
  });
});
