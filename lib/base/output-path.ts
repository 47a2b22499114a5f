/** Paths that people name for results: whatever keeps a file from being written there is bad input, said in one line. */
import { accessSync, constants, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { BadInputError } from "./errors.js";
import { systemErrorCode } from "./read-text.js";

/**
 * Finds out before long work whether its result can be written; makes the folder.
 * @throws {BadInputError} where no file can be written at the path
 */
export function checkWritable(path: string): void {
  const target = replaceablePath(path);
  atPath(path, () => accessSync(dirname(target), constants.W_OK));
}

/**
 * The path of the file that writing to `path` makes or replaces: a link's target, not the link. Makes its folder.
 * @throws {BadInputError} where there is something else than a file, or no folder can be made
 */
export function replaceablePath(path: string): string {
  return atPath(path, () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      mkdirSync(dirname(resolve(path)), { recursive: true });
      return path;
    }
    // A rename would put a file in the place of `/dev/null`.
    if (!found.isFile()) throw notWritable(path, found.isDirectory() ? "a folder" : "a device or a pipe");
    return realpathSync(path);
  });
}

/** Does something with the file system at a path that somebody chose: where it cannot be done, the path is bad input. */
export function atPath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = systemErrorCode(error);
    throw REFUSALS.has(code) ? notWritable(path, code) : error;
  }
}

/** Refusals for which a path is to blame, and not, say, a full disk. */
const REFUSALS: ReadonlySet<string> = new Set([
  ...["EISDIR", "ENOTDIR", "EEXIST", "ENOENT"],
  ...["EACCES", "EPERM", "EROFS"],
]);

function notWritable(place: string, value: string): BadInputError {
  const remedy = "name a file, in a folder that you may write to or that can be made";
  return new BadInputError([{ place, value, rule: "no file can be written here", remedy }]);
}
