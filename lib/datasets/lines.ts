/**
 * A file's lines as bytes, plain or gzip, read as a stream: what is held is one chunk and one unfinished line.
 * Lines end with LF or CRLF; a byte-order mark is left out; a missing last newline is fine.
 */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** The longest line that is read, in bytes without its newline: 64 MB. */
export const MAX_LINE_BYTES = 64_000_000;

const CHUNK_BYTES = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** One line; `bytes` is null where it is longer than the limit. Blank lines are among them. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
  /** Length in bytes, also of a line that is too long. */
  readonly length: number;
}

/**
 * The lines of a file, in batches of those that end in one chunk.
 * A file is gzip when its name ends with `.gz` or its first bytes say so.
 * @throws the file system's error, or zlib's: `Z_BUF_ERROR` for a truncated stream, `Z_DATA_ERROR` for a corrupt one
 */
export async function* readLineBatches(
  path: string,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(maxLineBytes);
  const stream = await openStream(path);
  try {
    for await (const chunk of stream) yield splitter.push(chunk as Buffer);
    yield splitter.end();
  } finally {
    stream.destroy();
  }
}

async function openStream(path: string): Promise<Readable> {
  const gzip = /\.gz$/i.test(path) || (await startsWithGzipMagic(path));
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  // Errors of either stream reach the reader through the last one, which the pipeline destroys with them.
  return gzip ? pipeline(file, createGunzip({ chunkSize: CHUNK_BYTES }), () => {}) : file;
}

async function startsWithGzipMagic(path: string): Promise<boolean> {
  // A pipe cannot be looked into without taking bytes out of it, nor opened twice.
  if (!(await stat(path)).isFile()) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}

/** Cuts chunks into lines, and forgets the bytes of a line as soon as it is too long. */
class LineSplitter {
  readonly #maxLineBytes: number;
  #number = 0;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes;
  }

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.#hold(chunk.subarray(start, end));
      lines.push(this.#take());
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
    return lines;
  }

  end(): Line[] {
    return this.#length > 0 ? [this.#take()] : [];
  }

  #hold(piece: Buffer): void {
    this.#length += piece.length;
    // One byte more than allowed may be the CR of a CRLF.
    if (this.#length > this.#maxLineBytes + 1) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #take(): Line {
    const tooLong = this.#length > this.#maxLineBytes + 1;
    const whole = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
    this.#number += 1;
    let bytes = whole.at(-1) === CR ? whole.subarray(0, -1) : whole;
    if (this.#number === 1 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) bytes = bytes.subarray(3);
    const length = tooLong ? this.#length : bytes.length;
    this.#pieces = [];
    this.#length = 0;
    return { number: this.#number, bytes: length > this.#maxLineBytes ? null : bytes, length };
  }
}
