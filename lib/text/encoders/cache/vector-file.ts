/**
 * One file of the embedding cache: a header line, then records of one size, each with the key of a text, its vector
 * and a checksum. A file has one writer, which only appends. What a kill leaves half-written at its end, and records
 * that were damaged, are passed over; so is a whole file with another header.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { canonicalJson } from "../../../base/index.js";

/** Bytes of a SHA-256; a record's vector begins after them. */
const KEY_BYTES = 32;
const CHECKSUM_BYTES = 4;
const CHUNK_BYTES = 4 << 20;

/** Which encoder's vectors a file holds. */
export interface VectorFileFormat {
  readonly encoder: string;
  readonly dimension: number;
}

/** A record's place. */
export interface VectorPlace {
  readonly path: string;
  /** Byte at which the record begins. */
  readonly start: number;
}

function recordSize({ dimension }: VectorFileFormat): number {
  return KEY_BYTES + 4 * dimension + CHECKSUM_BYTES;
}

function isSound(record: Buffer): boolean {
  const end = record.length - CHECKSUM_BYTES;
  return crc32(record.subarray(0, end)) === record.readUInt32LE(end);
}

function keyOf(record: Buffer): string {
  return record.toString("hex", 0, KEY_BYTES);
}

export function headerOf({ encoder, dimension }: VectorFileFormat): Buffer {
  return Buffer.from(`${canonicalJson({ schema: "hyper-embeddings/1", encoder, dimension })}\n`, "utf8");
}

/** @param key 64 hexadecimal digits */
export function recordOf(key: string, vector: Float32Array): Buffer {
  const content = Buffer.concat([
    Buffer.from(key, "hex"),
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(content));
  return Buffer.concat([content, checksum]);
}

/** Calls back for every sound record of a file. @throws the operating system's error where it cannot be read */
export function scanVectorFile(
  path: string,
  format: VectorFileFormat,
  onRecord: (key: string, place: VectorPlace) => void,
): void {
  const header = headerOf(format);
  const recordBytes = recordSize(format);
  const chunk = Buffer.alloc(Math.max(1, Math.floor(CHUNK_BYTES / recordBytes)) * recordBytes);
  const file = openSync(path, "r");
  try {
    const found = Buffer.alloc(header.length);
    if (readWhole(file, found, 0) < header.length || !found.equals(header)) return;
    for (let start = header.length; ; start += chunk.length) {
      const length = readWhole(file, chunk, start);
      for (let at = 0; at + recordBytes <= length; at += recordBytes) {
        const record = chunk.subarray(at, at + recordBytes);
        if (isSound(record)) onRecord(keyOf(record), { path, start: start + at });
      }
      if (length < chunk.length) return;
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Reads one record again, however long after the file was scanned.
 * @returns its vector; null where the file no longer holds a sound record of that key there
 */
export function readVector(
  file: number,
  format: VectorFileFormat,
  key: string,
  start: number,
): Float32Array | null {
  const record = Buffer.alloc(recordSize(format));
  if (readWhole(file, record, start) < record.length || !isSound(record) || keyOf(record) !== key)
    return null;
  const vector = new Float32Array(format.dimension);
  Buffer.from(vector.buffer).set(record.subarray(KEY_BYTES, -CHECKSUM_BYTES));
  return vector;
}

/** Fills a buffer from a position on; fewer bytes where the file ends. */
function readWhole(file: number, buffer: Buffer, position: number): number {
  let done = 0;
  while (done < buffer.length) {
    const count = readSync(file, buffer, done, buffer.length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
