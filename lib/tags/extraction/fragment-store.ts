/**
 * Computed JSON by key, kept in a folder: any number of append-only segments, each written by one process, so that
 * several may use the folder at once, also over a network. A line is a key, a checksum and JSON; half a line (a kill)
 * and a line that was changed count as absent. What others append after this process has looked is not seen by it.
 * Nothing is ever removed; the folder may be deleted at any time.
 */
import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { BadInputError, systemErrorCode } from "../../base/index.js";

/** Where a line is. */
interface Place {
  readonly segment: number;
  readonly start: number;
  readonly length: number;
}

const SEGMENT = /^part-[0-9a-f]{8}\.txt$/;
const CHUNK_BYTES = 1 << 20;
const LF = 0x0a;
/** A line is a key, a space, a checksum in 8 hexadecimal digits, a space, and JSON. */
const KEY_LENGTH = 43;
const JSON_START = KEY_LENGTH + 10;

export class FragmentStore {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  readonly #segments: { readonly file: number; window: Buffer; windowStart: number }[] = [];
  /** The segment that this process writes, once there is one. */
  #own: { readonly number: number; readonly file: number; length: number } | null = null;

  /** Looks at what is there; makes nothing before {@link put}. */
  constructor(folder: string) {
    this.#folder = folder;
    for (const name of namesIn(folder)) if (SEGMENT.test(name)) this.#index(join(folder, name));
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** The JSON that was put, as text; null where there is none. */
  get(key: string): string | null {
    const place = this.#places.get(key);
    if (place === undefined) return null;
    const line = this.#read(place);
    if (keyOf(line) === key) return line.toString("utf8", JSON_START);
    this.#places.delete(key);
    return null;
  }

  /** Appends entries, which outlive the process when this returns. */
  put(entries: ReadonlyMap<string, string>): void {
    if (entries.size === 0) return;
    this.#own ??= this.#openOwn();
    const lines: Buffer[] = [];
    for (const [key, json] of entries) {
      const line = Buffer.from(`${key} ${"0".repeat(8)} ${json}\n`, "utf8");
      line.write(checksum(line.subarray(0, -1)), KEY_LENGTH + 1, "latin1");
      this.#places.set(key, { segment: this.#own.number, start: this.#own.length, length: line.length - 1 });
      this.#own.length += line.length;
      lines.push(line);
    }
    writeWhole(this.#own.file, Buffer.concat(lines), this.#folder);
  }

  close(): void {
    for (const { file } of this.#segments) closeSync(file);
  }

  #openOwn(): { number: number; file: number; length: number } {
    mkdirSync(this.#folder, { recursive: true });
    const file = openSync(join(this.#folder, `part-${randomUUID().slice(0, 8)}.txt`), "ax+");
    return { number: this.#add(file), file, length: 0 };
  }

  #add(file: number): number {
    return this.#segments.push({ file, window: EMPTY, windowStart: 0 }) - 1;
  }

  #index(path: string): void {
    const file = openSync(path, "r");
    const segment = this.#add(file);
    for (const { start, bytes } of linesOf(file)) {
      if (isWhole(bytes)) this.#places.set(keyOf(bytes), { segment, start, length: bytes.length });
    }
  }

  /** Runs over the same texts ask in the order of the lines: a window saves most of the reading. */
  #read({ segment, start, length }: Place): Buffer {
    const from = this.#segments[segment]!;
    const offset = start - from.windowStart;
    if (offset < 0 || offset + length > from.window.length) {
      const window = Buffer.allocUnsafe(Math.max(length, CHUNK_BYTES >> 2));
      from.window = window.subarray(0, readSync(from.file, window, 0, window.length, start));
      from.windowStart = start;
      return from.window.subarray(0, length);
    }
    return from.window.subarray(offset, offset + length);
  }
}

const EMPTY = Buffer.alloc(0);

/**
 * At the file's position, whole.
 * @param path of the file, for the message where it cannot be written (a full disk)
 */
export function writeWhole(file: number, bytes: Uint8Array, path: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "") throw error;
    const message = `${path}: ${(error as Error).message}; make room and run the same command again`;
    throw Object.assign(new Error(message, { cause: error }), { code, syscall: "write" });
  }
}

function keyOf(line: Buffer): string {
  return line.toString("latin1", 0, KEY_LENGTH);
}

/** Whether a line is as it was written. */
function isWhole(line: Buffer): boolean {
  return (
    line.length > JSON_START && line.toString("latin1", KEY_LENGTH + 1, JSON_START - 1) === checksum(line)
  );
}

function checksum(line: Buffer): string {
  const sum = crc32(line.subarray(JSON_START), crc32(line.subarray(0, KEY_LENGTH)));
  return sum.toString(16).padStart(8, "0");
}

/** Whole lines without their newline. */
function* linesOf(file: number): Generator<{ start: number; bytes: Buffer }> {
  let rest: Buffer = EMPTY;
  let start = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readSync(file, chunk);
    if (count === 0) return;
    const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield { start: start + from, bytes: bytes.subarray(from, end) };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    start += from;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT") return [];
    if (code === "") throw error;
    const remedy = "name another folder with --cache, or keep none with --no-cache";
    throw new BadInputError([{ place: folder, value: code, rule: "no folder that can be read", remedy }]);
  }
}
