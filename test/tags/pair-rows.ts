/** Files of small pairs for tests of the extraction. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createRng, type JsonObject } from "../../lib/base/index.js";

const WORDS =
  "Paris the energy of 42 cells grow in London quickly why Rust code { } prove that x = y Alice paid 5 dollars".split(
    " ",
  );

/** Rows without features; every third shares its prompt with the one before it. */
export function pairRows(count: number, seed: number | string = 1): JsonObject[] {
  const rng = createRng(seed).fork("pair rows");
  const text = (): string => Array.from({ length: 3 + rng.int(25) }, () => rng.pick(WORDS)).join(" ");
  let prompt = "";
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 !== 2) prompt = `${text()}?`;
    return { id: `pair-${i}`, prompt, completion_a: text(), completion_b: text(), note: [i] };
  });
}

/** Writes rows as JSON Lines, gzip where the name says so. */
export function writeRows(path: string, rows: readonly JsonObject[]): string {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  writeFileSync(path, path.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}
