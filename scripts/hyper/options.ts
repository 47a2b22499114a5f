/** Options that several verbs share, and parsers that say what is wrong. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError, Option } from "commander";

/** Mixes that a verb draws at once: more would not fit in memory. */
export const MAX_MIXES = 100_000;

/** An integer from `minimum` to `maximum`. */
export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const range =
    maximum < Number.MAX_SAFE_INTEGER ? `from ${minimum} to ${maximum}` : `of at least ${minimum}`;
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`It must be an integer ${range}.`);
    }
    return value;
  };
}

/** A finite number greater than zero. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError("It must be a number greater than 0.");
  }
  return value;
}

/** A fraction in (0, 1]. */
export function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value <= 1))
    throw new InvalidArgumentError("It must be in (0, 1].");
  return value;
}

/** `a,b,c` as a list without empty entries. */
export function list(text: string): string[] {
  const entries = text.split(",").map((entry) => entry.trim());
  if (entries.some((entry) => entry === ""))
    throw new InvalidArgumentError("It must be names separated by commas.");
  return entries;
}

/** `--seed S`. */
export function seedOption(): Option {
  return new Option("--seed <integer>", "seed of every random draw").argParser(integer(0)).default(0);
}

/** `--seed S` of a verb that draws nothing: every verb takes it, so that a script can pass it to all. */
export function unusedSeedOption(): Option {
  return new Option("--seed <integer>", "accepted by every verb; this one draws nothing").argParser(
    integer(0),
  );
}

/** `--workers N`. */
export function workersOption(): Option {
  return new Option(
    "--workers <count>",
    "worker threads (default: one a core); the result does not depend on it",
  ).argParser(integer(1));
}

/** `--skip-bad`. */
export function skipBadOption(): Option {
  return new Option(
    "--skip-bad",
    "drop unusable lines, with a count and a report file, in place of stopping",
  );
}

/** A path's files: itself, those of a folder, or none where it is no path (`holdout:0.25`). */
export function existingFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.jsonl(\.gz)?$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}
