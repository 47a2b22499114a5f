import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { BadInputError, checkOutputs, checkWritable, writeFileAtomic } from "../../lib/base/index.js";
import { temporaryFolder } from "./temporary-folder.js";

const inFolder = temporaryFolder();

test("a path where no file can be is bad input, before the work and at its end, and nothing is left behind", () => {
  mkdirSync(inFolder("folder"));
  writeFileSync(inFolder("file"), "kept");
  for (const path of [
    inFolder("folder"),
    `${inFolder("folder")}/`,
    inFolder("file", "below"),
    `${inFolder("new")}/`,
  ]) {
    expect(() => writeFileAtomic(path, "x"), path).toThrow(BadInputError);
    expect(() => writeFileAtomic(path, "x"), path).toThrow("no file can be written here");
  }
  for (const path of [inFolder("folder"), inFolder("file", "below")])
    expect(() => checkWritable(path), path).toThrow(BadInputError);
  expect(readdirSync(inFolder(".")).sort()).toEqual(["file", "folder"]);
  expect(readFileSync(inFolder("file"), "utf8")).toBe("kept");
});

test("a pipe is refused and stays: a device such as /dev/null must not become a file", () => {
  mkdirSync(inFolder("."), { recursive: true });
  execFileSync("mkfifo", [inFolder("pipe")]);
  expect(() => writeFileAtomic(inFolder("pipe"), "x")).toThrow(BadInputError);
  expect(lstatSync(inFolder("pipe")).isFIFO()).toBe(true);
});

test("writing to a link writes the file it names", () => {
  mkdirSync(inFolder("elsewhere"));
  writeFileSync(inFolder("elsewhere", "real.txt"), "old");
  symlinkSync(inFolder("elsewhere", "real.txt"), inFolder("link.txt"));
  writeFileAtomic(inFolder("link.txt"), "new");
  expect(lstatSync(inFolder("link.txt")).isSymbolicLink()).toBe(true);
  expect(readFileSync(inFolder("elsewhere", "real.txt"), "utf8")).toBe("new");
});

test.skipIf(!existsSync("/proc/self"))(
  "below /proc, where no folder can be made, the path is refused (skipped: needs procfs)",
  () => {
    expect(() => checkWritable("/proc/hyper/new/result.jsonl")).toThrow("no file can be written here");
  },
);

test("a check beforehand makes the folder and no file", () => {
  checkWritable(inFolder("a", "b.csv"));
  expect(existsSync(inFolder("a"))).toBe(true);
  expect(existsSync(inFolder("a", "b.csv"))).toBe(false);
});

test("a result that is also an input, or another result, is refused before anything is made, links and detours included", () => {
  writeFileSync(inFolder("input.jsonl"), "kept");
  symlinkSync(inFolder("input.jsonl"), inFolder("link.jsonl"));
  symlinkSync(inFolder("."), inFolder("same"));
  const input = { "--pool": [inFolder("other.jsonl"), inFolder("input.jsonl")] };
  for (const path of [
    "input.jsonl",
    "link.jsonl",
    "same/input.jsonl",
    "not/../input.jsonl",
    "same/link.jsonl",
  ]) {
    const check = (): void => checkOutputs({ "--out": `${inFolder(".")}/${path}` }, input);
    expect(check, path).toThrow(BadInputError);
    expect(check, path).toThrow(/^--out: .*--pool, which would be lost .*; name another file$/);
  }
  const both = { "--out": inFolder("new", "z"), "--save-annotations": inFolder("same", "new", "z") };
  expect(() => checkOutputs(both, input)).toThrow(/^--save-annotations: .*the result of --out/);
  expect(existsSync(inFolder("new"))).toBe(false);
  expect(readFileSync(inFolder("input.jsonl"), "utf8")).toBe("kept");
});

test("results beside their inputs are fine, options that are not given too; a folder in the way is refused", () => {
  checkOutputs({ "--out": inFolder("made", "out"), "--sheet": undefined }, { "--pool": inFolder("absent") });
  expect(existsSync(inFolder("made"))).toBe(true);
  expect(() => checkOutputs({ "--out": inFolder("made") }, {})).toThrow("no file can be written here");
});
