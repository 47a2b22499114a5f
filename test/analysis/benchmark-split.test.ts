import { describe, expect, test } from "vitest";
import { splitBenchmark } from "../../lib/analysis/index.js";
import { createRng } from "../../lib/base/index.js";
import type { BenchmarkItem } from "../../lib/datasets/index.js";

const item = (id: number, subset: string, prompt: string): BenchmarkItem => ({
  id: `item-${id}`,
  subset,
  section: "Chat",
  prompt,
  chosen: "yes",
  rejected: "no",
});
// 40 prompts in two subsets; every fourth prompt occurs twice.
const items = Array.from({ length: 40 }, (_, i) => [
  item(i, i < 30 ? "large" : "small", `prompt ${i}`),
  ...(i % 4 === 0 ? [item(100 + i, i < 30 ? "large" : "small", `prompt ${i}`)] : []),
]).flat();

describe("splitBenchmark", () => {
  test("parts are disjoint, cover everything, and share no prompt", () => {
    const { selection, heldOut } = splitBenchmark(items, 0.5);
    expect([...selection, ...heldOut].sort((a, b) => a - b)).toEqual([...items.keys()]);
    const selected = new Set(Array.from(selection, (i) => items[i]!.prompt));
    expect(Array.from(heldOut).some((i) => selected.has(items[i]!.prompt))).toBe(false);
  });

  test("each subset gives the same share of its prompts", () => {
    const { heldOut } = splitBenchmark(items, 0.5);
    const prompts = (subset: string): number =>
      new Set(
        Array.from(heldOut, (i) => items[i]!)
          .filter((each) => each.subset === subset)
          .map(({ prompt }) => prompt),
      ).size;
    expect(prompts("large")).toBe(15);
    expect(prompts("small")).toBe(5);
  });

  test("which part a prompt falls in does not depend on the order of the items", () => {
    const shuffled = createRng(1).shuffle(items);
    const promptsOf = (list: BenchmarkItem[]): string[] =>
      Array.from(splitBenchmark(list, 0.3).heldOut, (i) => list[i]!.prompt).sort();
    expect(promptsOf(shuffled)).toEqual(promptsOf(items));
  });

  test("fraction 0 is the paper's way: both parts are the whole", () => {
    const { selection, heldOut } = splitBenchmark(items, 0);
    expect(selection).toEqual(heldOut);
    expect(selection).toHaveLength(items.length);
  });

  test("a prompt that two subsets share is held out of both or of neither", () => {
    const shared = [item(1, "one", "same"), item(2, "two", "same"), item(3, "one", "a"), item(4, "two", "b")];
    const { heldOut } = splitBenchmark(shared, 0.5);
    const held = Array.from(heldOut);
    expect(held.includes(0)).toBe(held.includes(1));
  });

  test("a section that would be on one side only is refused by name", () => {
    const lonely: BenchmarkItem = { ...item(1, "alone", "x"), section: "Safety" };
    expect(() => splitBenchmark([...items, lonely], 0.5)).toThrow(/both sides.*"Safety"/);
    expect(splitBenchmark([...items, lonely], 0).heldOut).toHaveLength(items.length + 1);
  });
});
