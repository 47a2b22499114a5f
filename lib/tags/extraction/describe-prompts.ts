/**
 * Descriptive tags from an analyzer that asks somebody else: before anything is measured, and a prompt that several
 * pairs share once. What is answered is kept at once; what is not can be asked again by the next run.
 */
import type { JsonObject } from "../../base/index.js";
import { parseUnjudgedPair } from "../../datasets/index.js";
import type { Analyzer } from "../analyzer/analyzer.js";
import { DESCRIPTIVE_COLUMNS } from "./extract-block.js";
import { toMembers } from "./feature-cache.js";
import type { FragmentStore } from "./fragment-store.js";
import type { ScannedLine } from "./read-blocks.js";
import type { RowNote } from "./scan-input.js";

/** Where descriptions are, and whether those in the rows are to be replaced. */
export interface Described {
  readonly store: FragmentStore;
  readonly recompute: boolean;
}

/** How many different prompts of these rows have no description yet. */
export function countUndescribed(rows: readonly RowNote[], described: Described): number {
  return new Set(rows.filter((note) => needsDescription(note, described)).map(({ promptKey }) => promptKey))
    .size;
}

/** The different prompts that have no description yet, with their keys. */
export async function* undescribedPrompts(
  blocks: AsyncIterable<readonly ScannedLine[]>,
  described: Described,
): AsyncGenerator<{ readonly key: string; readonly prompt: string }> {
  const seen = new Set<string>();
  for await (const lines of blocks) {
    for (const { note, bytes } of lines) {
      const key = note.promptKey!;
      if (seen.has(key) || !needsDescription(note, described)) continue;
      seen.add(key);
      yield { key, prompt: promptOf(bytes) };
    }
  }
}

function needsDescription({ own, promptKey }: RowNote, { store, recompute }: Described): boolean {
  const isThere = !recompute && DESCRIPTIVE_COLUMNS.every((column) => own.includes(column));
  return !isThere && !store.has(promptKey!);
}

function promptOf(bytes: Buffer): string {
  const { value } = parseUnjudgedPair(JSON.parse(bytes.toString("utf8")) as JsonObject, "");
  if (value === undefined) throw new Error("a row is no longer what it was when it was checked");
  return value.prompt;
}

/**
 * Asks for descriptions and puts them into the store.
 * @param promptsAtOnce prompts that the analyzer gets at once
 * @param onProgress called as prompts are done, with how many more
 * @returns how many prompts got none
 */
export async function describePrompts(
  prompts: AsyncIterable<{ readonly key: string; readonly prompt: string }>,
  analyzer: Analyzer,
  store: FragmentStore,
  promptsAtOnce: number,
  onProgress: (count: number) => void,
): Promise<number> {
  let failed = 0;
  let waiting: { readonly key: string; readonly prompt: string }[] = [];
  const ask = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    const results = await analyzer.analyze(asked.map(({ prompt }) => prompt));
    const answered = asked.flatMap(({ key }, i) => {
      const result = results[i] ?? null;
      return result === null ? [] : [[key, toMembers(result, DESCRIPTIVE_COLUMNS)] as const];
    });
    store.put(new Map(answered));
    failed += asked.length - answered.length;
    onProgress(asked.length);
  };
  for await (const one of prompts) {
    waiting.push(one);
    if (waiting.length >= promptsAtOnce) await ask();
  }
  if (waiting.length > 0) await ask();
  return failed;
}
