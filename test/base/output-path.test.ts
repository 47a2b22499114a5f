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
import { BadInputError, checkWritable, writeFileAtomic } from "../../lib/base/index.js";
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

test("a check beforehand makes the folder and no file", () => {
  checkWritable(inFolder("a", "b.csv"));
  expect(existsSync(inFolder("a"))).toBe(true);
  expect(existsSync(inFolder("a", "b.csv"))).toBe(false);
});
