/** Paths that people name for results: whatever keeps a file from being written there is bad input, said in one line. */
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BadInputError, type Problem } from "./errors.js";
import { systemErrorCode } from "./read-text.js";

/**
 * Finds out before long work whether its result can be written; makes the folder.
 * @throws {BadInputError} where no file can be written at the path
 */
export function checkWritable(path: string): void {
  const target = replaceablePath(path);
  atPath(path, () => accessSync(dirname(target), constants.W_OK));
}

/** Option → the files that it names; undefined where it is not given. */
export type OptionPaths = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Finds out before long work whether its results can be written, each to a file of its own: an output that is also an
 * input would destroy it. Links count as the files that they name. A verb that is meant to work in place leaves that
 * input out. Makes folders.
 * @throws {BadInputError} listing every output that is an input or another output; where no file can be written
 */
export function checkOutputs(outputs: OptionPaths, inputs: OptionPaths): void {
  const inputOf = new Map(pathsOf(inputs).map(({ option, path }) => [realPath(path), option]));
  const outputOf = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { option, path } of pathsOf(outputs)) {
    const real = realPath(path);
    const input = inputOf.get(real);
    const other = outputOf.get(real);
    const refuse = (rule: string): number =>
      problems.push({ place: option, value: path, rule, remedy: "name another file" });
    if (input !== undefined) refuse(`this file is also the input of ${input}, which would be lost`);
    else if (other !== undefined) refuse(`this file is also the result of ${other}`);
    outputOf.set(real, option);
  }
  if (problems.length > 0) throw new BadInputError(problems);
  for (const { path } of pathsOf(outputs)) checkWritable(path);
}

function pathsOf(options: OptionPaths): { option: string; path: string }[] {
  return Object.entries(options).flatMap(([option, paths = []]) =>
    (typeof paths === "string" ? [paths] : paths).map((path) => ({ option, path })),
  );
}

/** Without links, as far as the path exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (systemErrorCode(error) === "") throw error;
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(realPath(folder), basename(path));
  }
}

/**
 * The path of the file that writing to `path` makes or replaces: a link's target, not the link. Makes its folder.
 * @throws {BadInputError} where there is something else than a file, or no folder can be made
 */
export function replaceablePath(path: string): string {
  return atPath(path, () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      makeFolder(dirname(resolve(path)));
      return path;
    }
    // A rename would put a file in the place of `/dev/null`.
    if (!found.isFile()) throw notWritable(path, found.isDirectory() ? "a folder" : "a device or a pipe");
    return realpathSync(path);
  });
}

/** Makes a folder and those above it, one by one: made in one call, they never come to an end below `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process made it meanwhile.
    if (systemErrorCode(error) !== "EEXIST") throw error;
  }
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
