/** Preference pairs and benchmark items as JSON Lines that their readers read back exactly. */
import { gzipSync } from "node:zlib";
import { BadInputError, type JsonObject, type Problem, writeChunksAtomic } from "../base/index.js";
import type { BenchmarkItem } from "./benchmark.js";
import type { Preference } from "./preference.js";

/**
 * Writes pairs in the project's own format, whole or not at all; gzip where the name ends with `.gz`.
 * @throws {BadInputError} if an extra field has the name of a field of the format
 */
export function writePreferences(path: string, preferences: readonly Preference[]): void {
  writeJsonLines(path, preferences.map(preferenceRow));
}

/** Writes benchmark items, as {@link writePreferences} does pairs. */
export function writeBenchmark(path: string, items: readonly BenchmarkItem[]): void {
  writeJsonLines(
    path,
    items.map(({ extra = {}, ...row }) => withExtra(row, extra, row.id)),
  );
}

/** A pair as one row of the project's own format, its extra fields last. */
export function preferenceRow(preference: Preference): JsonObject {
  const { id, prompt, completionA, completionB, modelA, modelB, source, humanVotes, human, lm, extra } =
    preference;
  const row = {
    id,
    prompt,
    completion_a: completionA,
    completion_b: completionB,
    model_a: modelA,
    model_b: modelB,
    source,
    pref_human: human,
    pref_human_votes: humanVotes,
    pref_lm: lm,
  };
  // A null label gives way to the field's other name, which an extra field must therefore not have.
  return withExtra(row, extra, id, lm === null ? ["pref_gpt4"] : []);
}

function withExtra(
  row: JsonObject,
  extra: Readonly<JsonObject>,
  id: string,
  reserved: readonly string[] = [],
): JsonObject {
  const clashes = Object.keys(extra).filter((name) => Object.hasOwn(row, name) || reserved.includes(name));
  if (clashes.length === 0) return { ...row, ...extra };
  throw new BadInputError(
    clashes.map(
      (name): Problem => ({
        place: `row ${JSON.stringify(id)}`,
        value: name,
        rule: "an extra field may not have the name of a field of the format",
        remedy: "rename it",
      }),
    ),
  );
}

/** Writes one object a line, whole or not at all; gzip (always the same bytes) where the name ends with `.gz`. */
export function writeJsonLines(path: string, rows: Iterable<JsonObject>): void {
  writeChunksAtomic(path, /\.gz$/i.test(path) ? gzipChunks(textChunks(rows)) : textChunks(rows));
}

const CHUNK_LENGTH = 1 << 20;

function* textChunks(rows: Iterable<JsonObject>): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += `${JSON.stringify(row)}\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** Each chunk becomes a gzip member of its own: members in a row are one gzip file. */
function* gzipChunks(chunks: Iterable<string>): Generator<Uint8Array> {
  for (const chunk of chunks) yield gzipSync(chunk);
}
