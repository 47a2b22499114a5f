/**
 * The first look at an input: every row is checked before any work is done (and any request paid for), so that each
 * problem is told at once, and so that the number of rows, the blocks and the cache's keys are known.
 * What is kept is some hundred bytes a row, not its texts.
 */
import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { hashFile, type JsonObject, type Problem } from "../../base/index.js";
import {
  type ParsedRow,
  parseUnjudgedPair,
  ReadLog,
  type SkippedLines,
  streamRowLines,
} from "../../datasets/index.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import { writeWhole } from "./fragment-store.js";
import { parseFeatures } from "./parse-features.js";
import { formatProvenance, MarkLog, PROVENANCE_COLUMN, type Provenance } from "./provenance.js";
import { pairKey, promptKey } from "./text-key.js";

/** What is remembered of each row. */
export interface RowNote {
  /** Line in {@link ScannedInput.path}, counted from 1. */
  readonly line: number;
  readonly bytes: number;
  /** The feature columns that the row has, null ones among them. */
  readonly own: readonly (keyof Features)[];
  /** Whether the row has a mark, or a field for it that is null. */
  readonly mark: "none" | "null" | "present";
  /** Null without a cache. */
  readonly pairKey: string | null;
  readonly promptKey: string | null;
}

export interface ScannedInput {
  /** As it was given. */
  readonly name: string;
  readonly isPipe: boolean;
  /** Where the rows are to be read from again: the input, or the copy of a pipe. */
  readonly path: string;
  readonly rows: readonly RowNote[];
  /** SHA-256 of the file at `path`. */
  readonly sha256: string;
  readonly skipped: SkippedLines;
  /** @throws {Error} if the file is no longer what was scanned */
  checkUnchanged(): void;
}

export interface ScanOptions {
  readonly skipBad?: boolean;
  /** The mark that rows with features must have; null where features are computed anew. */
  readonly expected: Provenance | null;
  /** Whether rows get keys. */
  readonly keyed: boolean;
  /** Where a pipe's rows are put, since they cannot be read twice. */
  readonly copyPath: string;
}

/**
 * @throws {BadInputError} listing every problem (file:line, value, rule, remedy); with `skipBad`, only for a file that
 * cannot be used at all and for rows that were tagged in another way
 */
export async function scanInput(path: string, options: ScanOptions): Promise<ScannedInput> {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  if (isFile) return scanFile(path, options, null);
  const copy = openSync(options.copyPath, "w");
  try {
    return await scanFile(path, options, copy);
  } catch (error) {
    rmSync(options.copyPath, { force: true });
    throw error;
  } finally {
    closeSync(copy);
  }
}

async function scanFile(path: string, options: ScanOptions, copy: number | null): Promise<ScannedInput> {
  const { skipBad = false, expected, keyed } = options;
  const log = new ReadLog();
  const remedy = "give the --encoder, --compat and --analyzer that they were tagged with, or add --recompute";
  const marks = new MarkLog(remedy, expected === null ? undefined : formatProvenance(expected));
  const rows: RowNote[] = [];
  const parse = (row: JsonObject, place: string) => parseRow(row, place, expected === null ? null : marks);
  const before = copy === null ? stampOf(path) : null;
  for await (const batch of streamRowLines(path, parse, log, options)) {
    for (const { value, number, bytes } of batch) {
      const keys = keyed ? { pairKey: pairKey(value), promptKey: promptKey(value.prompt) } : NO_KEYS;
      const line = copy === null ? number : rows.length + 1;
      rows.push({ line, bytes: bytes.length, own: value.own, mark: value.mark, ...keys });
      if (copy !== null) writeWhole(copy, Buffer.concat([bytes, NEWLINE]), options.copyPath);
    }
  }
  if (skipBad && rows.length === 0 && log.badLines > 0)
    log.addFile({ place: path, rule: "not one line can be used", remedy: "is it the right file?" });
  log.settle(skipBad);
  marks.settle();
  const readPath = copy === null ? path : options.copyPath;
  const stamp = before ?? stampOf(readPath);
  const { badLines, badIds, problems, problemCount } = log;
  const hash = await hashFile(readPath);
  const checkUnchanged = (): void => {
    if (stampOf(readPath) !== stamp) throw new Error(`${path}: the file was changed while it was read`);
  };
  // What is kept of a run is kept under the hash: it must be that of the rows that were read.
  checkUnchanged();
  return {
    name: path,
    isPipe: copy !== null,
    path: readPath,
    rows,
    sha256: hash,
    skipped: { skipped: badLines, skippedIds: badIds, problems, problemCount },
    checkUnchanged,
  };
}

const NO_KEYS = { pairKey: null, promptKey: null } as const;

const NEWLINE = Buffer.from("\n");

interface ScannedRow {
  readonly prompt: string;
  readonly completionA: string;
  readonly completionB: string;
  readonly own: readonly (keyof Features)[];
  readonly mark: RowNote["mark"];
}

/** @param marks null where features are computed anew, whatever the row has */
function parseRow(row: JsonObject, place: string, marks: MarkLog | null): ParsedRow<ScannedRow> {
  const { id, value, problems } = parseUnjudgedPair(row, place);
  const own = ownColumns(row);
  const hasMark = Object.hasOwn(row, PROVENANCE_COLUMN);
  const mark = hasMark ? (row[PROVENANCE_COLUMN] === null ? "null" : "present") : "none";
  const found: readonly Problem[] = marks === null ? [] : ownProblems(row, place, marks);
  if (value === undefined || found.length > 0) return { id, problems: [...problems, ...found] };
  const { prompt, completionA, completionB } = value;
  return { id, value: { prompt, completionA, completionB, own, mark }, problems };
}

function ownProblems(row: JsonObject, place: string, marks: MarkLog): readonly Problem[] {
  const { problems } = parseFeatures(row, place);
  const flaw = Object.hasOwn(row, PROVENANCE_COLUMN) ? marks.add(row[PROVENANCE_COLUMN], place) : null;
  return flaw === null ? problems : [...problems, flaw];
}

/** Rows are mostly without features or with all of them: these share one list. */
function ownColumns(row: JsonObject): readonly (keyof Features)[] {
  const own = FEATURE_COLUMNS.filter((column) => Object.hasOwn(row, column));
  if (own.length === 0) return NO_COLUMNS;
  return own.length === FEATURE_COLUMNS.length ? FEATURE_COLUMNS : own;
}

const NO_COLUMNS: readonly (keyof Features)[] = [];

/** What changes when a file does. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? "" : [found.dev, found.ino, found.size, found.mtimeNs].join(" ");
}
