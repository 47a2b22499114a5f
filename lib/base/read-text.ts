/** Text files that people name: whatever keeps one from being read is bad input, said in one line. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { BadInputError, type Problem } from "./errors.js";

/**
 * Reads a file of UTF-8 text; a byte-order mark is left out.
 * @param remedy what to do where the file does not exist
 * @throws {BadInputError} if it does not exist, is a folder, may not be read or is not valid UTF-8
 */
export function readText(path: string, remedy = "check the path"): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const problem = readProblem(path, error, remedy);
    throw problem === null ? error : new BadInputError([problem]);
  }
  if (!isUtf8(bytes)) {
    const place = `${path}:${firstLineNotUtf8(bytes)}`;
    throw new BadInputError([{ place, rule: "must be valid UTF-8", remedy: "save the file as UTF-8" }]);
  }
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}

/** What keeps a file from being read, as a problem; null for an error that is not about the file. */
export function readProblem(place: string, error: unknown, remedy = "check the path"): Problem | null {
  switch (systemErrorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return { place, rule: "the file does not exist", remedy };
    case "EISDIR":
      return { place, rule: "a file is needed, and this is a folder", remedy: "name a file in it" };
    case "EACCES":
    case "EPERM":
      return { place, rule: "the file may not be read", remedy: "check its permissions" };
    default:
      return null;
  }
}

/** The code of an operating system's error, such as `ENOENT`; "" for any other error. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : "";
}

/** Counted from 1. A newline is never a part of another UTF-8 character, so lines can be checked one by one. */
function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
