/**
 * JSON Lines: one object a line, `.jsonl` or `.jsonl.gz`, every line checked and every problem reported at once.
 * What a line must hold is the caller's `parseRow`; this file knows lines, UTF-8, JSON and repeated ids.
 */
import { isUtf8 } from "node:buffer";
import { isJsonObject, type JsonObject, type Problem, readProblem } from "../base/index.js";
import { type Line, MAX_LINE_BYTES, readLineBatches } from "./lines.js";
import { excerpt, ReadLog } from "./read-log.js";

/** What a row parser makes of one line's object: a value, or what is wrong with it. */
export interface ParsedRow<T> {
  /** The row's id, where it has a usable one: a second row with it is a problem. */
  readonly id?: string;
  /** Absent where there are problems. */
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** Reads one line's object; `place` is `file:line`, for messages. */
export type RowParser<T> = (row: JsonObject, place: string) => ParsedRow<T>;

export interface ReadOptions {
  /** Drop bad lines instead of throwing; the result says how many and why. Default false. */
  readonly skipBad?: boolean;
  /** Longest line in bytes; default {@link MAX_LINE_BYTES}. */
  readonly maxLineBytes?: number;
}

/** What a reader dropped. */
export interface SkippedLines {
  /** How many lines were dropped; 0 without `skipBad`. */
  readonly skipped: number;
  /** Ids of dropped lines that have one, in file order: other files may name them. */
  readonly skippedIds: readonly string[];
  /** Why, the first 10,000. */
  readonly problems: readonly Problem[];
  /** How many problems in all. */
  readonly problemCount: number;
}

export interface ReadResult<T> extends SkippedLines {
  /** The good rows, in file order. */
  readonly rows: T[];
}

/**
 * Reads a whole file, or several as one input (ids must differ across all of them).
 * @throws {BadInputError} listing every bad line, unless `skipBad`; always for a file that is missing, empty,
 * truncated or not what its name says, and where no line at all is good
 */
export async function readJsonLines<T>(
  paths: string | readonly string[],
  parseRow: RowParser<T>,
  options: ReadOptions = {},
): Promise<ReadResult<T>> {
  const log = new ReadLog();
  const rows: T[] = [];
  for (const path of typeof paths === "string" ? [paths] : paths) {
    for await (const batch of streamRowLines(path, parseRow, log, options))
      for (const { value } of batch) rows.push(value);
  }
  if (options.skipBad && rows.length === 0 && log.badLines > 0) {
    log.addFile({ place: String(paths), rule: "not one line can be used", remedy: "is it the right file?" });
  }
  log.settle(options.skipBad ?? false);
  const { badLines, badIds, problems, problemCount } = log;
  return { rows, skipped: badLines, skippedIds: badIds, problems, problemCount };
}

/**
 * The same row by row, for files that do not fit in memory. Rows come before the rest of the file has been
 * checked, so whatever is made of them must be thrown away when the iteration throws.
 * @param options.log receives the problems; read it after the last row
 * @throws {BadInputError} after the last good row, as {@link readJsonLines}
 */
export async function* streamJsonLines<T>(
  path: string,
  parseRow: RowParser<T>,
  options: ReadOptions & { readonly log?: ReadLog } = {},
): AsyncGenerator<T> {
  const log = options.log ?? new ReadLog();
  for await (const batch of streamRowLines(path, parseRow, log, options))
    for (const { value } of batch) yield value;
  log.settle(options.skipBad ?? false);
}

/** A good row and its line as it stands in the file, without the line break. */
export interface RowLine<T> {
  readonly value: T;
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * The good rows with their lines, in batches as they are read, for those who write lines as they were.
 * @param log receives the problems; call its `settle` after the last row
 */
export async function* streamRowLines<T>(
  path: string,
  parseRow: RowParser<T>,
  log: ReadLog,
  options: ReadOptions,
): AsyncGenerator<RowLine<T>[]> {
  const { skipBad = false, maxLineBytes = MAX_LINE_BYTES } = options;
  let empty = true;
  try {
    for await (const lines of readLineBatches(path, maxLineBytes)) {
      const batch: RowLine<T>[] = [];
      for (const line of lines) {
        const place = `${path}:${line.number}`;
        const parsed = parseLine(line, place, maxLineBytes, parseRow);
        if (parsed === null) continue;
        empty = false;
        const problems = [...parsed.problems, ...idProblems(parsed, place, log, skipBad)];
        if (problems.length > 0) log.addLine(problems, parsed.id);
        else if (parsed.value !== undefined && line.bytes !== null)
          batch.push({ value: parsed.value, number: line.number, bytes: line.bytes });
      }
      yield batch;
    }
  } catch (error) {
    const problem = fileProblem(path, error);
    if (problem === null) throw error;
    log.addFile(problem);
    return;
  }
  if (empty)
    log.addFile({ place: path, rule: "the file is empty", remedy: "it needs one JSON object a line" });
}

/** One line's row; null for a blank line. */
function parseLine<T>(
  line: Line,
  place: string,
  maxLineBytes: number,
  parseRow: RowParser<T>,
): ParsedRow<T> | null {
  const bad = (rule: string, value?: string, remedy?: string): ParsedRow<T> => ({
    problems: [{ place, rule, value, remedy }],
  });
  if (line.bytes === null) {
    return bad(
      `a line may have ${maxLineBytes} bytes at most`,
      `${line.length} bytes`,
      "shorten or split it",
    );
  }
  const text = line.bytes.toString("utf8");
  if (!isUtf8(line.bytes)) {
    const at = Math.max(0, text.indexOf("\ufffd") - 20);
    return bad("a line must be valid UTF-8", excerpt(text.slice(at, at + 40)), "save the file as UTF-8");
  }
  if (text.trim() === "") return null;
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return bad("a line must be one JSON object, and this one is not JSON", excerpt(text), jsonRemedy(text));
  }
  if (!isJsonObject(row)) return bad("a line must be one JSON object", excerpt(text), "one {…} a line");
  const flaw = findFlaw(row);
  return flaw === null ? parseRow(row, place) : bad(flaw.rule, flaw.value, flaw.remedy);
}

function jsonRemedy(text: string): string {
  if (/[:,[]\s*-?(NaN|Infinity)\b/.test(text)) return "write null for a missing number, not NaN or Infinity";
  if (!/^\s*[{[]/.test(text) && /[,;\t]/.test(text))
    return "this looks like CSV: make it JSON Lines, one {…} a line";
  if (!text.trimEnd().endsWith("}")) return "is the line cut off?";
  return "correct the line";
}

const MAX_DEPTH = 100;

/** What JSON can say and cannot be carried along: numbers beyond the range of a double, endless nesting. */
function findFlaw(value: unknown, depth = 0): Omit<Problem, "place"> | null {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return {
      value: String(value),
      rule: "a number must lie in the range of a 64-bit float",
      remedy: "use text",
    };
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth === MAX_DEPTH)
    return { rule: `a value may be nested ${MAX_DEPTH} deep at most`, remedy: "flatten it" };
  for (const inner of Object.values(value)) {
    const flaw = findFlaw(inner, depth + 1);
    if (flaw !== null) return flaw;
  }
  return null;
}

function idProblems<T>(parsed: ParsedRow<T>, place: string, log: ReadLog, skipBad: boolean): Problem[] {
  // A line that is dropped for another reason does not use up its id.
  if (parsed.id === undefined || (skipBad && parsed.problems.length > 0)) return [];
  const first = log.seeId(parsed.id, place);
  if (first === undefined) return [];
  return [
    {
      place,
      value: excerpt(parsed.id),
      rule: `an id may occur once; first at ${first}`,
      remedy: "make ids unique",
    },
  ];
}

/** A problem for an error of reading; null for an error that is not about the file. */
function fileProblem(place: string, error: unknown): Problem | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "Z_BUF_ERROR":
      return { place, rule: "the gzip stream is truncated", remedy: "copy or download the file again" };
    case "Z_DATA_ERROR":
      return { place, rule: "not a sound gzip stream", remedy: "drop .gz from the name if it is plain text" };
    default:
      return readProblem(place, error);
  }
}
