/**
 * Prompts of real files with the labels that the files carry: MT-bench's categories (by question number), XSTest's safe
 * and unsafe prompts, programs (HumanEvalPack) and sums (GSM8K).
 */
import { createHash } from "node:crypto";
import { type BenchmarkItem, readBenchmark, readPreferences } from "../../datasets/index.js";
import type { SubjectArea } from "./subject-areas.js";

/** Where the files lie; those that are absent are left out. Formats: docs/formats.md. */
export interface RealFiles {
  /** Preference pairs with ids `mtbench-q<question>-…`. */
  readonly mtBench?: string;
  /** Preference pairs with sources `xstest/…`, of which `xstest/contrast_…` are unsafe. */
  readonly xstestPairs?: string;
  /** Benchmark items whose prompts are all unsafe, and all safe. */
  readonly xstestRefuse?: string;
  readonly xstestRespond?: string;
  /** Benchmark items whose prompts hold code (a signature, mostly examples too), with ids `hep-<language>-<problem>`. */
  readonly humanEvalPack?: readonly string[];
  /** Benchmark items whose prompts are word problems. */
  readonly gsm8k?: string;
}

/** A distinct prompt with its label. */
export interface LabelledPrompt {
  readonly prompt: string;
  readonly label: string;
  /** Prompts that go together: turns of one question, one problem in several languages. */
  readonly group: string;
}

/** Which side of the split a prompt is on: rules may be written by looking at `dev` prompts only. */
export type PromptSide = "dev" | "test";

/** By the first byte of the prompt's SHA-256: even is `dev`, odd is `test`. */
export function promptSide(prompt: string): PromptSide {
  return createHash("sha256").update(prompt).digest()[0]! % 2 === 0 ? "dev" : "test";
}

/** MT-bench's four categories of knowledge, by question number; the other four are about forms of writing. */
const MT_BENCH_AREAS: readonly (readonly [first: number, last: number, area: SubjectArea])[] = [
  [111, 120, "math"],
  [121, 130, "coding"],
  [141, 150, "stem"],
  [151, 160, "humanities"],
];

/** Prompts of the four categories: first turns, and both turns in one. */
export async function mtBenchPrompts(path: string): Promise<LabelledPrompt[]> {
  const { rows } = await readPreferences(path);
  return distinct(
    rows.flatMap(({ id, prompt }) => {
      const question = Number(/^mtbench-q(\d+)-/.exec(id)?.[1]);
      const area = MT_BENCH_AREAS.find(([first, last]) => question >= first && question <= last)?.[2];
      return area === undefined ? [] : [{ prompt, label: area, group: `q${question}` }];
    }),
  );
}

export const UNSAFE = "unsafe";
export const SAFE = "safe";

export async function xstestPrompts({
  xstestPairs,
  xstestRefuse,
  xstestRespond,
}: RealFiles): Promise<LabelledPrompt[]> {
  const pairs = xstestPairs === undefined ? [] : (await readPreferences(xstestPairs)).rows;
  const label = (prompt: string, isUnsafe: boolean): LabelledPrompt => ({
    prompt,
    label: isUnsafe ? UNSAFE : SAFE,
    group: prompt,
  });
  return distinct([
    ...pairs.map(({ prompt, source }) => label(prompt, source.startsWith("xstest/contrast_"))),
    ...(await items(xstestRefuse)).map(({ prompt }) => label(prompt, true)),
    ...(await items(xstestRespond)).map(({ prompt }) => label(prompt, false)),
  ]);
}

/** Programs and sums, labelled by their area. */
export async function taskPrompts({ humanEvalPack = [], gsm8k }: RealFiles): Promise<LabelledPrompt[]> {
  const programs = (await Promise.all(humanEvalPack.map(items))).flat();
  return distinct([
    ...programs.map(({ id, prompt }) => ({ prompt, label: "coding", group: `hep-${id.split("-").at(-1)}` })),
    ...(await items(gsm8k)).map(({ id, prompt }) => ({ prompt, label: "math", group: id })),
  ]);
}

async function items(path: string | undefined): Promise<readonly BenchmarkItem[]> {
  return path === undefined ? [] : (await readBenchmark(path)).rows;
}

/** Each prompt once; the first of equals. */
function distinct(prompts: readonly LabelledPrompt[]): LabelledPrompt[] {
  return [...new Map([...prompts].reverse().map((one) => [one.prompt, one])).values()].reverse();
}
