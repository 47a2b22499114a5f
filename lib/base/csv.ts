/** CSV tables (RFC 4180, header first) as rows of text, with line numbers for messages. */
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { BadInputError } from "./errors.js";
import { writeFileAtomic } from "./files.js";
import { readText } from "./read-text.js";

export interface CsvTable {
  readonly path: string;
  readonly columns: readonly string[];
  /** One record a row, in file order; every record has every column. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The line of the file on which each row ends, counted from 1. */
  readonly lines: readonly number[];
}

/** Reads a CSV file. @throws {BadInputError} as {@link readText}, and on a ragged row, a repeated column, or no header */
export function readCsv(path: string): CsvTable {
  const text = readText(path);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { info: true, skip_empty_lines: true }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw new BadInputError([{ place: `${path}:${line}`, rule: `not a CSV table: ${error.message}` }]);
  }
  const columns = records[0]?.record;
  if (!columns)
    throw new BadInputError([
      { place: path, rule: "a table needs a header line", remedy: "is the file empty?" },
    ]);
  const repeated = columns.find((column, i) => columns.indexOf(column) !== i);
  if (repeated !== undefined) {
    throw new BadInputError([{ place: `${path}:1`, value: repeated, rule: "a column name may occur once" }]);
  }
  const body = records.slice(1);
  return {
    path,
    columns,
    rows: body.map(({ record }) => Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ""]))),
    lines: body.map(({ info }) => info.lines),
  };
}

/** Writes rows as CSV, whole or not at all. Numbers are written in full precision; undefined and null as empty. */
export function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, string | number | boolean | null | undefined>>>,
): void {
  writeFileAtomic(
    path,
    stringify([...rows], { header: true, columns: [...columns], cast: { number: String, boolean: String } }),
  );
}
