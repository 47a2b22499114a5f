/** The feature cache: what is known is not computed again, and nothing else is taken for known. */
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { FragmentStore } from "../../lib/tags/extraction/fragment-store.js";
import { pairKey, promptKey } from "../../lib/tags/extraction/text-key.js";
import { type ExtractFileOptions, extractFile } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "./pair-rows.js";

const at = temporaryFolder();
const COUNT = 120;
const segments = (): string[] =>
  readdirSync(at("cache")).flatMap((kind) =>
    readdirSync(at("cache", kind)).map((name) => at("cache", kind, name)),
  );

async function run(out: string, options: ExtractFileOptions = {}): Promise<{ known: number; text: string }> {
  const path = writeRows(at("in.jsonl"), pairRows(COUNT));
  const report = await extractFile(path, at(out), { workers: 1, cacheFolder: at("cache"), ...options });
  expect(report.knownCount + report.computedCount).toBe(COUNT);
  return { known: report.knownCount, text: readFileSync(at(out), "utf8") };
}

describe("a second run over the same texts", () => {
  test("computes nothing and writes the same bytes", async () => {
    const bare = await run("bare.jsonl", { cacheFolder: undefined });
    const first = await run("first.jsonl");
    const second = await run("second.jsonl");
    expect([first.known, second.known]).toEqual([0, COUNT]);
    expect([first.text, second.text]).toEqual([bare.text, bare.text]);
    // What is known is not kept again.
    expect(segments()).toHaveLength(2);
  });

  test("computes what depends on another definition, and no description again", async () => {
    await run("first.jsonl");
    expect((await run("upstream.jsonl", { definitions: "upstream" })).known).toBe(0);
    expect(segments().filter((path) => path.includes("descriptions"))).toHaveLength(1);
    expect((await run("upstream.jsonl", { definitions: "upstream" })).known).toBe(COUNT);
  });

  test("computes those anew whose entry was cut, changed or swapped, and only those", async () => {
    const { text } = await run("first.jsonl");
    const rng = createRng(3).fork("cache");
    const measures = segments().find((path) => path.includes("measures"))!;
    const whole = readFileSync(measures, "utf8").trimEnd().split("\n");
    expect(whole).toHaveLength(COUNT);
    const harmed = whole.map((line, i) => {
      const place = rng.int(line.length);
      const other = line[place] === "7" ? "8" : "7";
      if (i % 10 === 0) return line.slice(0, place) + other + line.slice(place + 1);
      if (i % 10 === 1) return line.slice(0, place);
      // The key of one and the value of another.
      return i % 10 === 2 ? line.slice(0, 43) + whole[i - 1]!.slice(43) : line;
    });
    writeFileSync(measures, harmed.join("\n"));
    const again = await run("again.jsonl");
    expect(again.text).toBe(text);
    // The last line has no end: a process was killed while it wrote it.
    expect(again.known).toBe(COUNT - (3 * COUNT) / 10 - 1);
    expect(await run("third.jsonl")).toEqual({ known: COUNT, text });
    truncateSync(measures, 0);
    expect((await run("fourth.jsonl")).text).toBe(text);
  });

  test("finds its rows among rows that changed, and fills only the columns that are missing", async () => {
    const { text } = await run("first.jsonl");
    const rows = pairRows(COUNT).map((row, i) => (i % 2 === 0 ? { ...row, rouge: 0.5 } : row));
    const path = writeRows(at("other.jsonl"), [...rows, { ...rows[0]!, id: "new", prompt: "other?" }]);
    const report = await extractFile(path, at("out.jsonl"), { workers: 1, cacheFolder: at("cache") });
    expect(report).toMatchObject({ knownCount: COUNT, computedCount: 1 });
    const parse = (content: string): Record<string, unknown>[] =>
      content
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const expected = parse(text).map((row, i) => (i % 2 === 0 ? { ...row, rouge: 0.5 } : row));
    expect(parse(readFileSync(at("out.jsonl"), "utf8")).slice(0, COUNT)).toEqual(expected);
  });
});

test("several runs use one cache at once, and the next has all of it", async () => {
  const path = writeRows(at("in.jsonl"), pairRows(COUNT));
  const outs = ["a.jsonl", "b.jsonl", "c.jsonl"];
  const options = { workers: 1, cacheFolder: at("cache") };
  await Promise.all(outs.map((out) => extractFile(path, at(out), options)));
  const texts = outs.map((out) => readFileSync(at(out), "utf8"));
  expect(new Set(texts).size).toBe(1);
  expect(await run("d.jsonl")).toEqual({ known: COUNT, text: texts[0] });
});

describe("the store", () => {
  const key = (i: number): string => promptKey(`prompt ${i}`);

  test("gives back what was put, in any order, beyond its window, at once and in a later process", () => {
    const rng = createRng(8).fork("store");
    const value = (i: number): string => `"x":"${String(i).repeat(1 + (i % 900))}é🦙"`;
    const first = new FragmentStore(at("store"));
    for (let block = 0; block < 10; block++)
      first.put(
        new Map(Array.from({ length: 100 }, (_, i) => [key(block * 100 + i), value(block * 100 + i)])),
      );
    const big = `"y":"${"z".repeat(3_000_000)}"`;
    first.put(new Map([[key(5000), big]]));
    const second = new FragmentStore(at("store"));
    for (const store of [first, second]) {
      for (let k = 0; k < 500; k++) {
        const i = rng.int(1000);
        expect(store.get(key(i))).toBe(value(i));
      }
      expect(store.get(key(5000))).toBe(big);
      expect([store.has(key(7)), store.has(key(7000)), store.get(key(7000))]).toEqual([true, false, null]);
      store.close();
    }
  });

  test("makes no folder before there is something to keep, and passes over files that are not its own", () => {
    new FragmentStore(at("none")).close();
    expect(readdirSync(join(at("none"), ".."))).toEqual([]);
    mkdirSync(at("store"));
    writeFileSync(at("store", "notes.txt"), "hello");
    writeFileSync(at("store", "part-00000000.txt"), `\n\nhello\n${"x".repeat(60)}\n\0\0`);
    const store = new FragmentStore(at("store"));
    store.put(new Map([[key(1), '"a":1']]));
    expect(store.get(key(1))).toBe('"a":1');
    store.close();
  });
});

describe("keys", () => {
  test("differ where texts differ, lone surrogates and the borders between texts included", () => {
    const texts = [
      "",
      "a",
      "ab",
      "\ud800",
      "\udfff",
      "\ufffd",
      "a\ud800",
      "é",
      "e\u0301",
      "\0",
      "\0\0",
      "🦙",
      "1,1,",
    ];
    expect(new Set(texts.map(promptKey)).size).toBe(texts.length);
    const pairs = texts.flatMap((prompt) =>
      texts.flatMap((completionA) => texts.map((completionB) => ({ prompt, completionA, completionB }))),
    );
    expect(new Set(pairs.map(pairKey)).size).toBe(pairs.length);
  });
});
