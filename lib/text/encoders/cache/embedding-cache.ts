/**
 * Text vectors kept on disk by the content of their texts, so that a second run computes nothing.
 *
 * Each process (and each worker thread) writes to a file of its own, so that several may work in one folder; at its
 * first question it reads what all of them have written so far. Token vectors are not kept: 256 of them take 200
 * times the place of a text's one vector.
 */
import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { BadInputError, sha256, systemErrorCode } from "../../../base/index.js";
import type { Encoder } from "../../encoder.js";
import {
  headerOf,
  readVector,
  recordOf,
  scanVectorFile,
  type VectorFileFormat,
  type VectorPlace,
} from "./vector-file.js";

const EXTENSION = ".vectors";

/**
 * The same encoder with a memory. Another encoder's vectors in the folder are never taken for its own: they lie in
 * another folder, and each file names its encoder.
 * @param folder made where it is missing; all encoders may share it
 * @throws {BadInputError} from `encodeText`, where the folder cannot be read or written
 */
export function withEmbeddingCache(encoder: Encoder, folder: string): Encoder {
  const format: VectorFileFormat = { encoder: encoder.id, dimension: encoder.dimension };
  const place = join(folder, sha256(encoder.id).slice(0, 16));
  let store: VectorStore | null = null;
  return {
    id: encoder.id,
    dimension: encoder.dimension,
    encodeTokens: (texts, maxTokens) => encoder.encodeTokens(texts, maxTokens),
    async encodeText(texts) {
      store ??= new VectorStore(place, format);
      const keys = texts.map(keyOf);
      const vectors = store.find(keys);
      const missing = new Map(
        keys.flatMap((key, i) => (vectors.has(key) ? [] : [[key, texts[i]!] as const])),
      );
      const computed = await encoder.encodeText([...missing.values()]);
      const added = [...missing.keys()].map((key, i) => [key, computed[i]!] as const);
      store.add(added);
      for (const [key, vector] of added) vectors.set(key, vector);
      return keys.map((key) => vectors.get(key)!);
    },
  };
}

/** Of the text's UTF-16 units: in UTF-8 all lone surrogates would be one. */
function keyOf(text: string): string {
  return sha256(Buffer.from(text, "utf16le"));
}

class VectorStore {
  readonly #folder: string;
  readonly #format: VectorFileFormat;
  readonly #places = new Map<string, VectorPlace>();
  #own: { readonly path: string; size: number } | null = null;

  /** Reads where everything lies; some 100 bytes of memory a text. */
  constructor(folder: string, format: VectorFileFormat) {
    this.#folder = folder;
    this.#format = format;
    this.#reporting(() => {
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)
        .filter((file) => file.endsWith(EXTENSION))
        .sort()) {
        scanVectorFile(join(folder, name), format, (key, place) => this.#places.set(key, place));
      }
    });
  }

  /** The vectors that are there, by key. What was deleted or damaged since the files were read is not. */
  find(keys: readonly string[]): Map<string, Float32Array> {
    const byPath = new Map<string, { key: string; start: number }[]>();
    for (const key of new Set(keys)) {
      const place = this.#places.get(key);
      if (place === undefined) continue;
      const group = byPath.get(place.path) ?? [];
      group.push({ key, start: place.start });
      byPath.set(place.path, group);
    }
    const found = new Map<string, Float32Array>();
    this.#reporting(() => {
      for (const [path, group] of byPath) {
        for (const [key, vector] of this.#read(path, group)) found.set(key, vector);
      }
    });
    return found;
  }

  #read(path: string, group: readonly { key: string; start: number }[]): [string, Float32Array][] {
    const file = openIfThere(path, "r");
    if (file === null) return [];
    try {
      return group.flatMap(({ key, start }): [string, Float32Array][] => {
        const vector = readVector(file, this.#format, key, start);
        return vector === null ? [] : [[key, vector]];
      });
    } finally {
      closeSync(file);
    }
  }

  /** Appends vectors in one piece. After a failure the next piece goes to the same place. */
  add(vectors: readonly (readonly [key: string, vector: Float32Array])[]): void {
    if (vectors.length === 0) return;
    const records = vectors.map(([key, vector]) => recordOf(key, vector));
    this.#reporting(() => {
      this.#own ??= this.#newFile();
      if (!writeAt(this.#own.path, this.#own.size, Buffer.concat(records))) {
        this.#own = this.#newFile();
        writeAt(this.#own.path, this.#own.size, Buffer.concat(records));
      }
      let { size: start } = this.#own;
      for (const [i, [key]] of vectors.entries()) {
        this.#places.set(key, { path: this.#own.path, start });
        start += records[i]!.length;
      }
      this.#own.size = start;
    });
  }

  #newFile(): { path: string; size: number } {
    const path = join(this.#folder, `${process.pid}-${randomUUID()}${EXTENSION}`);
    const header = headerOf(this.#format);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(path, header, { flag: "wx" });
    return { path, size: header.length };
  }

  #reporting(act: () => void): void {
    try {
      act();
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === "") throw error;
      const rule = `the embedding cache cannot be used (${code})`;
      const remedy = "make room or name another folder; what it holds can be deleted at any time";
      throw new BadInputError([{ place: this.#folder, rule, remedy }]);
    }
  }
}

/** @returns whether the file was there */
function writeAt(path: string, position: number, bytes: Buffer): boolean {
  const file = openIfThere(path, "r+");
  if (file === null) return false;
  try {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, position + done);
    }
    return true;
  } finally {
    closeSync(file);
  }
}

/** Null where the file was deleted, which somebody may do at any time. */
function openIfThere(path: string, flags: "r" | "r+"): number | null {
  try {
    return openSync(path, flags);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  }
}
