/** Files that are either whole or absent: everything is written beside its place and renamed into it. */
import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { BadInputError } from "./errors.js";
import { systemErrorCode } from "./read-text.js";

/**
 * Writes a whole file, or leaves what was there. Folders are made as needed.
 * @throws {BadInputError} where no file can be written at the path
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  writeChunksAtomic(path, [content]);
}

/** Like {@link writeFileAtomic} for content that comes in pieces, each written as it comes. */
export function writeChunksAtomic(path: string, chunks: Iterable<string | Uint8Array>): void {
  const temporary = `${path}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  const file = atPath(path, () => {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    return openSync(temporary, "wx");
  });
  try {
    try {
      for (const chunk of chunks) writeWhole(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    atPath(path, () => renameSync(temporary, path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Finds out before long work whether its result can be written; makes the folder.
 * @throws {BadInputError} where no file can be written at the path
 */
export function checkWritable(path: string): void {
  const folder = dirname(resolve(path));
  atPath(path, () => {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw notWritable(path, "EISDIR");
}

/** Does something with the file system at a path that somebody chose: where it cannot be done, the path is bad input. */
function atPath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = systemErrorCode(error);
    throw code in WRITE_REMEDIES ? notWritable(path, code) : error;
  }
}

const NAME_A_FILE = "name a file, in a folder that exists or can be made";
const CHECK_PERMISSIONS = "check the permissions, or choose another folder";
const WRITE_REMEDIES: Readonly<Record<string, string>> = {
  ...{ EISDIR: NAME_A_FILE, ENOTDIR: NAME_A_FILE, EEXIST: NAME_A_FILE, ENOENT: NAME_A_FILE },
  ...{ EACCES: CHECK_PERMISSIONS, EPERM: CHECK_PERMISSIONS, EROFS: CHECK_PERMISSIONS },
};

function notWritable(place: string, code: string): BadInputError {
  return new BadInputError([
    { place, rule: `no file can be written here (${code})`, remedy: WRITE_REMEDIES[code] },
  ]);
}

/** A JSON file with two-space indent and a last newline. */
export function writeJsonAtomic(path: string, value: unknown): void {
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`);
}

function writeWhole(file: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Joins a path that comes from data to a folder. @throws {BadInputError} if it would leave the folder */
export function pathInside(folder: string, fromData: string): string {
  const path = resolve(folder, fromData);
  const inner = relative(resolve(folder), path);
  if (inner === "" || inner.startsWith("..") || isAbsolute(inner)) {
    throw new BadInputError([
      {
        place: folder,
        value: fromData,
        rule: "a path from data must stay inside its folder",
        remedy: "rename it",
      },
    ]);
  }
  return path;
}
