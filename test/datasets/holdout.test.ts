import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { holdoutBenchmark, type Preference, parseHoldout } from "../../lib/datasets/index.js";
import { pair } from "./files.js";

/** Keeps out every prompt but the last: `kept` is held out whole, whatever the seed, among many copies. */
function keptOut(kept: Partial<Preference>): ReturnType<typeof holdoutBenchmark> {
  const sure = pair("sure", { prompt: "shared", human: "a-is-better", lm: "a-is-better" });
  const tested = pair("tested", { prompt: "shared", completionA: "A", completionB: "B", ...kept });
  const filler = pair("filler", { prompt: "other", human: "a-is-better", lm: "a-is-better" });
  for (let seed = 0; ; seed++) {
    const holdout = holdoutBenchmark([sure, tested, filler], 0.5, createRng(seed));
    if (holdout.train[0]?.id === "filler") return holdout;
  }
}

const NONE = { unlabelled: 0, splitVotes: 0, humanTies: 0, unconfirmed: 0 };

describe("sure labels", () => {
  test.each([
    [
      "two unanimous votes",
      { humanVotes: ["b-is-better", "b-is-slightly-better"], human: "b-is-better" },
      "B",
    ],
    [
      "unanimous votes against the LM",
      { humanVotes: ["a-is-better", "a-is-better"], lm: "b-is-better" },
      "A",
    ],
    [
      "one vote and the LM",
      { humanVotes: ["b-is-better"], human: "b-is-better", lm: "b-is-clearly-better" },
      "B",
    ],
    ["a lone label and the LM", { human: "a-is-better", lm: "a-is-better" }, "A"],
  ] as const)("%s make an item", (_name, fields, chosen) => {
    const { benchmark, leftOut } = keptOut(fields);
    expect(benchmark.map(({ id }) => id)).toEqual(["sure", "tested"]);
    expect(benchmark[1]).toMatchObject({ chosen, rejected: chosen === "A" ? "B" : "A" });
    expect(leftOut).toEqual(NONE);
  });

  test.each([
    ["unlabelled", { lm: "a-is-better" }],
    [
      "splitVotes",
      { humanVotes: ["a-is-better", "a-is-better", "tie"], human: "a-is-better", lm: "a-is-better" },
    ],
    ["humanTies", { humanVotes: ["tie", "tie"], human: "tie", lm: "tie" }],
    ["humanTies", { human: "tie", lm: "tie" }],
    ["unconfirmed", { human: "a-is-better", lm: "b-is-better" }],
    ["unconfirmed", { human: "a-is-better", lm: "tie" }],
    ["unconfirmed", { humanVotes: ["a-is-better"], human: "a-is-better" }],
  ] as const)("%s: %j is left out and counted", (reason, fields) => {
    const { benchmark, leftOut } = keptOut(fields);
    expect(benchmark.map(({ id }) => id)).toEqual(["sure"]);
    expect(leftOut).toEqual({ ...NONE, [reason]: 1 });
  });

  test("the subset is the source; the section is the field's where it names one", () => {
    const sure = { human: "a-is-better", lm: "a-is-better" } as const;
    const place = (fields: Partial<Preference>) => {
      const { subset, section } = keptOut({ ...sure, ...fields }).benchmark[1]!;
      return [subset, section];
    };
    expect(place({})).toEqual(["holdout", "Holdout"]);
    expect(place({ source: "s", extra: { section: "Safety" } })).toEqual(["s", "Safety"]);
    expect(place({ source: "s", extra: { section: "elsewhere" } })).toEqual(["s", "Holdout"]);
  });
});

describe("the split", () => {
  const preferences = Array.from({ length: 300 }, (_, i) =>
    pair(`p${i}`, {
      prompt: i % 2 === 0 ? `Prompt  ${i % 40}` : ` prompt ${(i - 1) % 40}\n`,
      humanVotes: i % 3 === 0 ? ["tie", "b-is-better"] : ["a-is-better", "a-is-better"],
      human: "a-is-better",
    }),
  );
  const key = (prompt: string): string => prompt.trim().replace(/\s+/g, " ").toLowerCase();

  test("no prompt is on both sides, case and white space aside, and every pair is counted", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { train, benchmark, leftOut } = holdoutBenchmark(preferences, 0.25, createRng(seed));
      const trained = new Set(train.map(({ prompt }) => key(prompt)));
      expect(trained.size).toBe(15);
      expect(benchmark.some(({ prompt }) => trained.has(key(prompt)))).toBe(false);
      expect(train.length + benchmark.length + leftOut.splitVotes).toBe(300);
    }
  });

  test("a conversation marked by turns stays on the side of its first turn", () => {
    const both = "[Turn 1]\nName a river.\n\n[Turn 2]\nAnd a lake.";
    const turns = Array.from({ length: 8 }, (_, i) => [
      pair(`first-${i}`, { prompt: `Name a river. ${i}`, human: "a-is-better", lm: "a-is-better" }),
      pair(`second-${i}`, {
        prompt: both.replace("river.", `river. ${i}`),
        human: "a-is-better",
        lm: "a-is-better",
      }),
    ]).flat();
    const { train, benchmark } = holdoutBenchmark(turns, 0.5, createRng(1));
    expect([train.length, benchmark.length]).toEqual([8, 8]);
    const numbers = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id.split("-")[1]));
    expect(numbers(train).size + numbers(benchmark).size).toBe(8);
  });

  test("the same seed keeps out the same pairs, in any order of the input", () => {
    const ids = (rows: readonly Preference[]): string[] =>
      holdoutBenchmark(rows, 0.25, createRng(5))
        .benchmark.map(({ id }) => id)
        .sort();
    expect(ids(createRng(1).shuffle(preferences))).toEqual(ids(preferences));
    const other = holdoutBenchmark(preferences, 0.25, createRng(6)).benchmark.map(({ id }) => id);
    expect(other.sort()).not.toEqual(ids(preferences));
  });

  test("a fraction outside (0, 1) and an empty side are refused", () => {
    for (const fraction of [0, 1, -0.1, Number.NaN]) {
      expect(() => holdoutBenchmark(preferences, fraction, createRng(1))).toThrow(RangeError);
    }
    expect(() => holdoutBenchmark(preferences, 0.001, createRng(1))).toThrow(BadInputError);
    expect(() => holdoutBenchmark(preferences, 0.999, createRng(1))).toThrow(BadInputError);
    expect(() => holdoutBenchmark([pair("a"), pair("b")], 0.5, createRng(1))).toThrow(/unlabelled 1/);
  });
});

test("holdout:0.25 is a fraction, another text a path, another fraction bad input", () => {
  expect(parseHoldout("holdout:0.25")).toBe(0.25);
  expect(parseHoldout("holdout:.5")).toBe(0.5);
  expect(parseHoldout("data/holdout:0.25")).toBeNull();
  for (const text of [
    "holdout:",
    "holdout:0",
    "holdout:1",
    "holdout:-0.5",
    "holdout:NaN",
    "holdout:0.5x",
    "holdout: ",
  ]) {
    expect(() => parseHoldout(text)).toThrow(BadInputError);
  }
});
