import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BadInputError, readText } from "../../lib/base/index.js";
import { temporaryFolder } from "./temporary-folder.js";

const inFolder = temporaryFolder();

test("text is read without its byte-order mark", () => {
  writeFileSync(inFolder("a.txt"), "\ufeffnaïve\n");
  expect(readText(inFolder("a.txt"))).toBe("naïve\n");
});

test("a file that is missing, or a folder, is bad input", () => {
  mkdirSync(inFolder("folder"));
  writeFileSync(inFolder("file"), "");
  for (const [path, rule] of [
    [inFolder("none"), "does not exist"],
    [inFolder("file", "below"), "does not exist"],
    [inFolder("folder"), "this is a folder"],
  ] as const) {
    expect(() => readText(path), path).toThrow(BadInputError);
    expect(() => readText(path), path).toThrow(rule);
  }
});

test("bytes that are not UTF-8 are refused, with their line", () => {
  writeFileSync(inFolder("b.csv"), Buffer.from("naïve,1\n2,\xff\n3,4\n", "latin1"));
  expect(() => readText(inFolder("b.csv"))).toThrow(/b\.csv:1: must be valid UTF-8/);
  writeFileSync(inFolder("b.csv"), Buffer.concat([Buffer.from("naïve,1\n"), Buffer.from([0xff])]));
  expect(() => readText(inFolder("b.csv"))).toThrow(/b\.csv:2: must be valid UTF-8/);
});
