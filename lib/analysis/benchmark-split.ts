/** The benchmark in two parts, so that what a routing is chosen by is not what it is judged by. */
import { BadInputError, sha256 } from "../base/index.js";
import type { BenchmarkItem } from "../datasets/index.js";

/** Indices into the benchmark, ascending. */
export interface BenchmarkSplit {
  /** What candidates are scored on, and so what the PPM learns from. */
  readonly selection: Int32Array;
  /** What the comparison is made on. */
  readonly heldOut: Int32Array;
}

/**
 * Splits items by prompt, the same share of each subset; a prompt is never on both sides.
 * The paper chooses and judges on the same items; `fraction` 0 does that: both parts are the whole.
 * @param fraction of each subset's prompts to hold out, in [0, 1)
 * @throws {BadInputError} naming every section that has items on one side only
 */
export function splitBenchmark(items: readonly BenchmarkItem[], fraction: number): BenchmarkSplit {
  const all = Int32Array.from(items.keys());
  if (fraction === 0) return { selection: all, heldOut: all };
  const heldOutPrompts = new Set<string>();
  for (const prompts of promptsBySubset(items).values()) {
    for (const prompt of prompts.slice(0, Math.round(fraction * prompts.length))) heldOutPrompts.add(prompt);
  }
  const isHeldOut = (i: number): boolean => heldOutPrompts.has(items[i]!.prompt);
  const split = { selection: all.filter((i) => !isHeldOut(i)), heldOut: all.filter(isHeldOut) };
  checkSections(items, split);
  return split;
}

/** Overall is the mean over sections, so both parts must have all of them to be compared. */
function checkSections(items: readonly BenchmarkItem[], { selection, heldOut }: BenchmarkSplit): void {
  const sectionsOf = (part: Int32Array) => new Set(Array.from(part, (i) => items[i]!.section));
  const [selected, kept] = [sectionsOf(selection), sectionsOf(heldOut)];
  const oneSided = [...new Set(items.map(({ section }) => section))].filter(
    (section) => !(selected.has(section) && kept.has(section)),
  );
  if (oneSided.length === 0) return;
  throw new BadInputError(
    oneSided.map((value) => ({
      place: "benchmark",
      value,
      rule: "a section needs items on both sides of the split",
      remedy: "give it more prompts, or set heldOutFraction to 0",
    })),
  );
}

/** Each subset's distinct prompts, in the order of their hashes: as good as random, and no seed to carry. */
function promptsBySubset(items: readonly BenchmarkItem[]): Map<string, string[]> {
  const bySubset = new Map<string, Map<string, string>>();
  for (const { subset, prompt } of items) {
    const byHash = bySubset.get(subset) ?? new Map<string, string>();
    bySubset.set(subset, byHash.set(sha256(prompt), prompt));
  }
  return new Map(
    [...bySubset].map(([subset, byHash]) => [
      subset,
      [...byHash].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, prompt]) => prompt),
    ]),
  );
}
