import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import {
  type BenchmarkItem,
  readBenchmark,
  readPreferences,
  writeBenchmark,
  writePreferences,
  writeSkipReport,
} from "../../lib/datasets/index.js";
import { hasShared, sharedPath } from "../shared.js";
import { lines, pair, row, temporaryFolder } from "./files.js";

const { folder, write } = temporaryFolder();
const PAIRS = [
  pair("plain"),
  pair("full", {
    modelA: "m",
    source: "s",
    human: "tie",
    humanVotes: ["a-is-clearly-better", "b-is-better"],
    lm: "b-is-slightly-better",
    extra: { rouge: 0.1, tags: ["x"], nothing: null, nested: { deep: [1, { a: -2.5e-7 }] } },
  }),
  pair('odd \u2028\n"quoted" \ud800 🙂', {
    prompt: "\ufeffåß∂",
    completionA: " \r\n x",
    extra: { "": 1, id2: true },
  }),
  pair("prototype", { extra: JSON.parse('{"__proto__":{"a":1},"constructor":null}') }),
  pair("aliases", {
    lm: "tie",
    extra: { text: "other", pref_gpt4: "tie", comparison_id: "c", response_a: 5 },
  }),
];

describe("pairs", () => {
  test.each(["pairs.jsonl", "pairs.jsonl.gz"])("what is written to %s is read back exactly", async (name) => {
    const path = join(folder, name);
    writePreferences(path, PAIRS);
    const { rows } = await readPreferences(path);
    expect(rows).toStrictEqual(PAIRS);
    expect(Object.keys(rows[3]!.extra)).toEqual(["__proto__", "constructor"]);
    const first = readFileSync(path);
    writePreferences(path, rows);
    expect(readFileSync(path).equals(first)).toBe(true);
  });

  test("files that were read in either format are read back exactly once written", async () => {
    const features = {
      comparison_id: "c",
      text: "t",
      response_a: "a",
      response_b: "b",
      pref_gpt4: "TIE",
      rouge: 1,
    };
    const path = write(
      "formats.jsonl",
      lines({ ...features, id: null, model_a: null }, row("own", { turn: 1 })),
    );
    const { rows } = await readPreferences(path);
    writePreferences(path, rows);
    expect((await readPreferences(path)).rows).toStrictEqual(rows);
  });

  test("an extra field that would be read as a field of the format is refused, and nothing is written", () => {
    const before = readdirSync(folder);
    const clashing = [
      pair("a"),
      pair("b", { extra: { prompt: "x" } }),
      pair("c", { extra: { pref_gpt4: "tie" } }),
    ];
    for (const preference of clashing.slice(1)) {
      expect(() => writePreferences(join(folder, "clash.jsonl"), [clashing[0]!, preference])).toThrow(
        BadInputError,
      );
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  test.skipIf(!hasShared("data", "preferences", "pandalm.jsonl"))(
    "a real file is read back exactly once written (skipped: without the shared folder)",
    async () => {
      const { rows } = await readPreferences(sharedPath("data", "preferences", "pandalm.jsonl"));
      const path = join(folder, "pandalm.jsonl");
      writePreferences(path, rows);
      expect((await readPreferences(path)).rows).toStrictEqual(rows);
    },
  );
});

test("benchmark items are read back exactly", async () => {
  const items: BenchmarkItem[] = [
    { id: "a", subset: "hep-go", section: "Reasoning", prompt: "p", chosen: "c", rejected: "r" },
    { id: "b", subset: "mine", section: "Holdout", prompt: "p", chosen: "c", rejected: "r", extra: { n: 1 } },
  ];
  const path = join(folder, "items.jsonl.gz");
  writeBenchmark(path, items);
  expect((await readBenchmark(path)).rows).toStrictEqual(items);
});

test("a skip report counts the lines dropped and lists their problems", async () => {
  const path = write("skip.jsonl", `${lines(row("a"), row("a"))}broken\n`);
  const report = join(folder, "report.jsonl");
  writeSkipReport(report, await readPreferences(path, { skipBad: true }));
  const [head, ...problems] = readFileSync(report, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(head).toEqual({ skipped_lines: 2, problems: 2, listed: 2 });
  expect(problems.map(({ place, value }) => [place, value])).toEqual([
    [`${path}:2`, "a"],
    [`${path}:3`, "broken"],
  ]);
});

test("ids of dropped lines are told, since other files may name them", async () => {
  const unlabelled = row("b", { pref_human: "tie" });
  const path = write(
    "ids.jsonl",
    `${lines(row("a", { pref_human: "tie", pref_lm: "tie" }), unlabelled)}broken\n`,
  );
  const { rows, skipped, skippedIds } = await readPreferences(path, { labels: "required", skipBad: true });
  expect(rows.map(({ id }) => id)).toEqual(["a"]);
  expect(skipped).toBe(2);
  expect(skippedIds).toEqual(["b"]);
});
