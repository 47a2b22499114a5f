/**
 * Rows of a Parquet file as JSON objects, some hundreds at a time. Only the columns that are asked for leave polars,
 * and of nested ones only the fields that are: the rest of the file never becomes a value here.
 */
import { readFileSync } from "node:fs";
import type pl from "nodejs-polars";
import type { DataType } from "nodejs-polars";
import { BadInputError, type JsonObject, loadPolars, type Problem, readProblem } from "../../base/index.js";
import { type PlacedRow, rowPlace } from "./placed-rows.js";

type Need = "required" | "optional";

/** Columns to read; an object stands for a required column of lists of structs, and names the fields to read. */
export interface ParquetColumns {
  readonly [column: string]: Need | { readonly [field: string]: Need };
}

const CHUNK_ROWS = 500;
const LF = 0x0a;

/**
 * The rows of a Parquet file, in order.
 * @throws {BadInputError} where the file is missing or not sound, or lacks required columns
 */
export function* parquetRows(path: string, columns: ParquetColumns): Generator<PlacedRow> {
  const frame = openParquet(path, columns);
  for (let start = 0; start < frame.height; start += CHUNK_ROWS) {
    const chunk = frame.slice(start, CHUNK_ROWS);
    const json = decoded(path, () => chunk.writeJSON({ format: "lines" }));
    let index = start;
    for (const text of textLines(json)) {
      yield { row: JSON.parse(text) as JsonObject, place: rowPlace(path, index) };
      index += 1;
    }
  }
}

/** The lines of a text, each decoded by itself: whole, one emoji would double the memory that all of it takes. */
function* textLines(bytes: Buffer): Generator<string> {
  for (let start = 0, end = bytes.indexOf(LF); end !== -1; start = end + 1, end = bytes.indexOf(LF, start)) {
    yield bytes.toString("utf8", start, end);
  }
}

function openParquet(path: string, columns: ParquetColumns): pl.DataFrame {
  const bytes = readParquetBytes(path);
  const { schema } = decoded(path, () => loadPolars().readParquet(bytes, { numRows: 0 }));
  const problems = Object.keys(columns).flatMap((column) =>
    columnProblems(path, column, columns[column]!, schema[column]),
  );
  if (problems.length > 0) throw new BadInputError(problems);
  const present = Object.keys(columns).filter((column) => schema[column] !== undefined);
  return decoded(path, () =>
    loadPolars()
      .readParquet(bytes, { columns: present })
      .select(...present.map((column) => projection(column, columns[column]!, schema[column]!))),
  );
}

const MAGIC = "PAR1";

function readParquetBytes(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const problem = readProblem(path, error);
    throw problem === null ? error : new BadInputError([problem]);
  }
  const isWhole = bytes.length >= 12 && ends(bytes.subarray(0, 4)) && ends(bytes.subarray(-4));
  if (isWhole) return bytes;
  const value = bytes.subarray(0, 20).toString("latin1");
  const rule = "not a Parquet file, or not a whole one";
  throw new BadInputError([{ place: path, value, rule, remedy: "download it again" }]);
}

function ends(bytes: Buffer): boolean {
  return bytes.toString("latin1") === MAGIC;
}

/** polars says of a file that is not sound what it met first; whatever it says, the file is to blame. */
function decoded<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error);
    const rule = "not a sound Parquet file";
    throw new BadInputError([{ place: path, value, rule, remedy: "download it again" }]);
  }
}

function columnProblems(
  path: string,
  column: string,
  wanted: ParquetColumns[string],
  type: DataType | undefined,
): Problem[] {
  if (type === undefined) {
    if (wanted === "optional") return [];
    return [{ place: path, rule: `has no column "${column}"`, remedy: "is it the right file?" }];
  }
  if (typeof wanted === "string" || isEmptyType(type)) return [];
  const fields = structFields(type);
  if (fields === null) {
    const rule = `column "${column}" must hold lists of structs`;
    return [{ place: path, value: String(type), rule, remedy: "is it the right revision?" }];
  }
  return Object.keys(wanted)
    .filter((field) => wanted[field] === "required" && !fields.includes(field))
    .map((field) => ({
      place: path,
      rule: `column "${column}" has no field "${field}"`,
      remedy: "is it the right revision?",
    }));
}

/** Names of the fields of a list of structs, or null for another type. */
function structFields(type: DataType): string[] | null {
  const inner = innerType(type);
  if (type.variant !== "List" || inner?.variant !== "Struct") return null;
  return (inner as unknown as { readonly fields: readonly { readonly name: string }[] }).fields.map(
    ({ name }) => name,
  );
}

function innerType(type: DataType): DataType | undefined {
  return (type as unknown as { readonly inner?: readonly DataType[] | null }).inner?.[0];
}

/** A column without a single value has no type to check. */
function isEmptyType(type: DataType): boolean {
  return type.variant === "Null" || (type.variant === "List" && innerType(type)?.variant === "Null");
}

function projection(column: string, wanted: ParquetColumns[string], type: DataType): pl.Expr {
  const polars = loadPolars();
  if (typeof wanted === "string" || isEmptyType(type)) return polars.col(column);
  const present = structFields(type) ?? [];
  const fields = Object.keys(wanted).filter((field) => present.includes(field));
  const struct = polars.struct(fields.map((field) => polars.element().struct.field(field)));
  return polars.col(column).lst.eval(struct).alias(column);
}
