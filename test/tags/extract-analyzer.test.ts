/** An analyzer that asks somebody else: each prompt once, nothing lost where there is no answer. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../lib/base/index.js";
import {
  type Analyzer,
  analyzePrompt,
  type ExtractFileOptions,
  extractFile,
  planExtraction,
} from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "./pair-rows.js";

const at = temporaryFolder();
const ROWS = 90;
const PROMPTS = 60;
const rowsOf = (name: string): JsonObject[] =>
  readFileSync(at(name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as JsonObject);

/** Answers as the embedded one does, but for prompts that it is to fail. */
function asking(fails: (prompt: string) => boolean = () => false): { analyzer: Analyzer; calls: string[][] } {
  const calls: string[][] = [];
  const analyzer: Analyzer = {
    id: "asking/1",
    async analyze(prompts) {
      calls.push([...prompts]);
      return prompts.map((prompt) => (fails(prompt) ? null : analyzePrompt(prompt)));
    },
  };
  return { analyzer, calls };
}

const run = (analyzer: Analyzer, options: ExtractFileOptions = {}) =>
  extractFile(at("in.jsonl"), at("out.jsonl"), { workers: 1, analyzer, ...options });

describe.each([
  ["with a cache", () => at("cache")],
  ["without one", () => undefined],
])("%s", (_, folder) => {
  test("each different prompt is asked once, before anything is measured, and the mark names the analyzer", async () => {
    writeRows(at("in.jsonl"), pairRows(ROWS));
    const { analyzer, calls } = asking();
    const stages: [string, number][] = [];
    const progress: ExtractFileOptions["progress"] = (stage, total) => {
      stages.push([stage, total]);
      return { advance() {}, done() {} };
    };
    const report = await run(analyzer, { cacheFolder: folder(), promptsAtOnce: 25, progress });
    expect(calls.map((prompts) => prompts.length)).toEqual([25, 25, 10]);
    expect(new Set(calls.flat()).size).toBe(PROMPTS);
    expect(stages).toEqual([
      ["prompts", PROMPTS],
      ["pairs", ROWS],
    ]);
    expect(report).toMatchObject({ isComplete: true, failedPromptCount: 0, untaggedCount: 0 });
    await extractFile(at("in.jsonl"), at("embedded.jsonl"), { workers: 1 });
    const marked = rowsOf("embedded.jsonl").map((row) => ({
      ...row,
      tagged_with: rowsOf("out.jsonl")[0]!.tagged_with,
    }));
    expect(rowsOf("out.jsonl")).toEqual(marked);
    expect(rowsOf("out.jsonl")[0]!.tagged_with).toMatch(/ \| asking\/1$/);
    expect(readdirSync(at(".")).filter((name) => name.includes("partial"))).toEqual([]);
  });

  test("without all answers there is no result, and the next run asks for the rest alone", async () => {
    const rows = pairRows(ROWS);
    writeRows(at("in.jsonl"), rows);
    const failing = new Set([rows[0]!.prompt, rows[10]!.prompt]);
    const first = asking((prompt) => failing.has(prompt));
    expect(await run(first.analyzer, { cacheFolder: folder() })).toMatchObject({
      isComplete: false,
      failedPromptCount: 2,
    });
    expect(existsSync(at("out.jsonl"))).toBe(false);
    const plan = await planExtraction(at("in.jsonl"), at("out.jsonl"), {
      analyzer: first.analyzer,
      cacheFolder: folder(),
    });
    expect(new Set(plan.prompts)).toEqual(failing);
    const second = asking();
    expect((await run(second.analyzer, { cacheFolder: folder() })).isComplete).toBe(true);
    expect(new Set(second.calls.flat())).toEqual(failing);
    expect(readdirSync(at(".")).filter((name) => name.includes("partial"))).toEqual([]);
    await extractFile(at("in.jsonl"), at("whole.jsonl"), { workers: 1, analyzer: asking().analyzer });
    expect(rowsOf("out.jsonl")).toEqual(rowsOf("whole.jsonl"));
  });

  test("on demand rows go without, counted; tagging the result again asks for theirs alone", async () => {
    const rows = pairRows(ROWS);
    writeRows(at("in.jsonl"), rows);
    const lost = rows[1]!.prompt;
    const first = asking((prompt) => prompt === lost);
    const report = await run(first.analyzer, { cacheFolder: folder(), allowUntagged: true });
    // The row before and the row after share it or not: those that have it.
    const untagged = rows.filter(({ prompt }) => prompt === lost).length;
    expect(report).toMatchObject({ isComplete: true, failedPromptCount: 1, untaggedCount: untagged });
    const without = rowsOf("out.jsonl").filter((row) => !Object.hasOwn(row, "languages"));
    expect(without.map(({ prompt, rouge }) => [prompt, typeof rouge])).toEqual(
      Array(untagged).fill([lost, "number"]),
    );
    const second = asking();
    await extractFile(at("out.jsonl"), at("full.jsonl"), { workers: 1, analyzer: second.analyzer });
    expect(second.calls).toEqual([[lost]]);
    await extractFile(at("in.jsonl"), at("whole.jsonl"), { workers: 1, analyzer: asking().analyzer });
    for (const [i, row] of rowsOf("full.jsonl").entries()) expect(row).toEqual(rowsOf("whole.jsonl")[i]);
  });
});

test("a shard asks for its own prompts alone", async () => {
  writeRows(at("in.jsonl"), pairRows(ROWS));
  const { analyzer, calls } = asking();
  await run(analyzer, { shard: { index: 2, count: 2 } });
  expect(new Set(calls.flat())).toEqual(
    new Set(
      pairRows(ROWS)
        .slice(48)
        .map(({ prompt }) => prompt),
    ),
  );
});

test("an empty response is no reason not to ask", async () => {
  writeRows(at("in.jsonl"), [{ ...pairRows(1)[0]!, completion_b: "" }]);
  const { analyzer, calls } = asking();
  expect((await run(analyzer)).isComplete).toBe(true);
  expect(calls.flat()).toHaveLength(1);
});

test("descriptions that rows have are not asked for, unless they are to be made anew", async () => {
  const rows = pairRows(ROWS).map((row) => ({
    ...row,
    ...(analyzePrompt(String(row.prompt)) as unknown as JsonObject),
  }));
  writeRows(at("in.jsonl"), rows);
  const { analyzer, calls } = asking();
  await run(analyzer);
  expect(calls).toEqual([]);
  await run(analyzer, { recompute: true });
  expect(calls.flat()).toHaveLength(PROMPTS);
});
