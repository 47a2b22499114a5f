/** Tables and a runner for tests of `hyper ppm`. */
import { readdirSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { ppmCommand } from "../../scripts/hyper/ppm.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

export const ppm = (...words: string[]): Promise<Outcome> => runCommand(ppmCommand(), ...words);

/** Settings that make LightGBM quick. */
export const QUICK = ["--params", "num_iterations=10,min_data_in_leaf=5"];

/** 40 candidates: keys and counts in one file, keys and scores in another. */
export function writeTables(at: (name: string) => string, { rows = 40 } = {}): void {
  const rng = createRng("ppm verbs");
  const drawn = Array.from({ length: rows }, (_, i) => {
    const [a, b] = [rng.int(50), rng.int(50)];
    return { key: `m${i}`, a, b, y: 0.5 + a / 500 - b / 900 + rng.normal() / 200 };
  });
  const counts = drawn.map(({ key, a, b }) => `${key},${a},${b}\n`);
  const scores = drawn.reverse().map(({ key, y }) => `${key},${y}\n`);
  writeFileSync(at("counts.csv"), `key,x_a,x_b\n${counts.join("")}`);
  writeFileSync(at("scores.csv"), `key,y\n${scores.join("")}`);
}

/** The options that join them. */
export function joined(at: (name: string) => string): string[] {
  return [
    ...["--table", at("counts.csv"), "--join", at("scores.csv"), "--on", "key"],
    ...["--target", "y", "--feature-columns", "x_*"],
  ];
}

/** Exit code 2, one message that says all of it, and no file. */
export async function expectRefusal(folder: string, words: string[], ...named: string[]): Promise<void> {
  const before = readdirSync(folder).sort();
  const { code, stdout, stderr } = await ppm(...words);
  expect([code, stdout], stderr).toEqual([2, ""]);
  for (const text of named) expect(stderr).toContain(text);
  expect(stderr).not.toContain("    at ");
  expect(readdirSync(folder).sort()).toEqual(before);
}
