/** The benchmark in two parts, so that what a routing is chosen by is not what it is judged by. */
import { sha256 } from "../base/index.js";
import type { BenchmarkItem } from "../datasets/index.js";

/**
 * Splits items by prompt, the same share of each subset; a prompt is never on both sides.
 * The paper chooses and judges on the same items; `fraction` 0 does that: both parts are the whole.
 * @param fraction of each subset's prompts to hold out, in [0, 1)
 */
export function splitBenchmark(
  items: readonly BenchmarkItem[],
  fraction: number,
): { selection: BenchmarkItem[]; heldOut: BenchmarkItem[] } {
  if (fraction === 0) return { selection: [...items], heldOut: [...items] };
  const heldOutPrompts = new Set<string>();
  for (const prompts of promptsBySubset(items).values()) {
    const ordered = [...prompts].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    for (const prompt of ordered.slice(0, Math.round(fraction * ordered.length))) heldOutPrompts.add(prompt);
  }
  const isHeldOut = ({ prompt }: BenchmarkItem): boolean => heldOutPrompts.has(prompt);
  return { selection: items.filter((item) => !isHeldOut(item)), heldOut: items.filter(isHeldOut) };
}

function promptsBySubset(items: readonly BenchmarkItem[]): Map<string, Set<string>> {
  const bySubset = new Map<string, Set<string>>();
  for (const { subset, prompt } of items) {
    const prompts = bySubset.get(subset) ?? new Set<string>();
    bySubset.set(subset, prompts.add(prompt));
  }
  return bySubset;
}

function orderOf(prompt: string): string {
  return sha256(prompt);
}
