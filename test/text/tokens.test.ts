import llamaTokenizer from "llama-tokenizer-js";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { countTokens } from "../../lib/text/index.js";

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

  test("counting pieces equals tokenizing the whole text, for any mix of characters", () => {
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

  test("a long text without a space is counted to within a token a cut", () => {
    const rng = createRng(2).fork("long");
    const text = Array.from({ length: 20_000 }, () => rng.pick([..."abcdefghij-/=🦙"])).join("");
    const cuts = Math.floor(text.length / 4096);
    expect(Math.abs(countTokens(text) - whole(text))).toBeLessThanOrEqual(2 * cuts);
  });
});
