/** Files that are either whole or absent: everything is written beside its place and renamed into it. */
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { BadInputError } from "./errors.js";
import { atPath, replaceablePath } from "./output-path.js";

/**
 * Writes a whole file, or leaves what was there. Folders are made as needed; a link stays one.
 * @throws {BadInputError} where no file can be written at the path
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  writeChunksAtomic(path, [content]);
}

/** Like {@link writeFileAtomic} for content that comes in pieces, each written as it comes. */
export function writeChunksAtomic(path: string, chunks: Iterable<string | Uint8Array>): void {
  const target = replaceablePath(path);
  const temporary = `${target}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`;
  const file = atPath(path, () => openSync(temporary, "wx"));
  try {
    try {
      for (const chunk of chunks) writeWhole(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    atPath(path, () => renameSync(temporary, target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
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
