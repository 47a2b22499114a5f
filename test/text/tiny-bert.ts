/** The tiny random BERT that scripts/make-tiny-bert.py writes, and what NumPy makes of some texts with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of models of the tests. */
export const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));
export const TINY_BERT = join(FIXTURES, "tiny-bert");

export interface TinyExample {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly ids: readonly number[];
  /** By layer, token (with the marks) and dimension. */
  readonly statesByLayer: readonly (readonly (readonly number[])[])[];
}

export function tinyExamples(): readonly TinyExample[] {
  const path = join(TINY_BERT, "expected.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { examples: TinyExample[] }).examples;
}
