import { readFileSync } from "node:fs";
import llamaTokenizer from "llama-tokenizer-js";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { countTokens } from "../../lib/text/index.js";
import { hasShared, sharedPath } from "../shared.js";

const whole = (text: string): number => llamaTokenizer.encode(text, false).length;

describe("countTokens", () => {
  // Golden cases that the tokenizer package publishes; the mark of the beginning is not counted.
  test.each([
    ["", 0],
    ["grabbed", 3],
    [" grabbed", 4],
    ["           grabbed", 4],
    ["\n", 2],
    ["\ttabs\t\t\t\tout here", 9],
    ["ax\n####\nboo", 6],
    ["镇", 2],
    ["🦙", 5],
  ])("%j has %i tokens", (text, count) => {
    expect(countTokens(text)).toBe(count);
  });

  test("equals the tokenizer's own count for any mix of characters", () => {
    const rng = createRng(1).fork("tokens");
    const alphabet = [
      ..."  \n\t.,aeinorst<>0x_#'\"{}▁éß中🦙Ꙋ",
      "the",
      " and",
      "\r\n",
      "\ud800",
      "\0",
      "ing",
      "    ",
    ];
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: rng.int(60) }, () => rng.pick(alphabet)).join("");
      expect(countTokens(text), JSON.stringify(text)).toBe(whole(text));
    }
  });

  test.each([
    ["ASCII", 0, 0x80],
    ["the first alphabets", 0, 0x3000],
    ["16 bits, lone surrogates among them", 0, 0x10000],
    ["beyond 16 bits", 0x10000, 0x100000],
  ])("equals it for random characters of %s", (_, from, count) => {
    const rng = createRng(2).fork("tokens", from, count);
    for (let i = 0; i < 300; i++) {
      const points = Array.from({ length: rng.int(50) }, () => from + rng.int(count));
      const text = String.fromCodePoint(...points);
      expect(countTokens(text), JSON.stringify(text)).toBe(whole(text));
    }
  });

  test.each([
    ["one letter", "a"],
    ["spaces", " "],
    ["signs", "=-"],
    ["ten letters at random", "abcdefghij"],
    ["digits and letters at random", "abcdefghijXYZ0189-/=🦙"],
  ])("equals it for a long text without a place to part it: %s", (_, letters) => {
    const rng = createRng(3).fork("long");
    for (const length of [39, 40, 41, 42, 300, 5_000]) {
      const text = Array.from({ length }, () => rng.pick([...letters])).join("");
      expect(countTokens(text)).toBe(whole(text));
    }
  });

  test("a megabyte without a space is counted like its kind", () => {
    // Four letters a are the longest token of them; sixteen spaces that of spaces.
    expect(countTokens("a".repeat(1_000_000))).toBe(250_002);
    expect(countTokens(" ".repeat(1_000_000))).toBe(62_501);
  });

  const REAL = ["data", "preferences", "vicuna80.jsonl"] as const;
  test.skipIf(!hasShared(...REAL))(
    "equals it for real responses (skipped: where the shared folder is absent)",
    () => {
      const rows = readFileSync(sharedPath(...REAL), "utf8")
        .trimEnd()
        .split("\n");
      const texts = new Set(rows.map((row) => (JSON.parse(row) as { completion_a: string }).completion_a));
      for (const text of [...texts].slice(0, 150)) expect(countTokens(text)).toBe(whole(text));
    },
  );
});
