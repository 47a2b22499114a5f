/** Bring the columns of another CSV table in, row by row of equal keys. */
import { BadInputError, type CsvTable, type Problem, readCsv } from "../../base/index.js";

/** A second file, and the column that both share. */
export interface Join {
  readonly path: string;
  /** Column of keys, in both tables; compared as text, spaces around them left out. */
  readonly on: string;
}

/** A table that may have come out of two files. */
export interface JoinedTable extends CsvTable {
  /** `file:line, column "name"` of a cell. */
  placeOf(row: number, column: string): string;
  /** Rows of the second file that the first does not have; they are left out. */
  readonly unusedRows: number;
}

/**
 * Reads a table and, where asked for, joins another to it: the rows of the first, in their order, with the columns of
 * both.
 * @throws {BadInputError} listing every key that is empty, stands twice in either file or is missing from the second,
 * and every column that both have
 */
export function readJoinedTable(path: string, join?: Join): JoinedTable {
  const left = readCsv(path);
  if (join === undefined) {
    return { ...left, placeOf: (row, column) => placeIn(left, row, column), unusedRows: 0 };
  }
  const right = readCsv(join.path);
  const problems = columnProblems([left, right], join.on);
  if (problems.length > 0) throw new BadInputError(problems);
  const rightRow = rowsByKey(right, join.on, problems);
  rowsByKey(left, join.on, problems);
  const partner = left.rows.map((record, row) => {
    const key = record[join.on]!.trim();
    const found = rightRow.get(key);
    if (found === undefined && key !== "") {
      const rule = `${right.path} has no row with this key`;
      const remedy = "add the row there, or remove it here; keys are compared as text";
      problems.push({ place: placeIn(left, row, join.on), value: key, rule, remedy });
    }
    return found ?? 0;
  });
  if (problems.length > 0) throw new BadInputError(problems);
  const added = right.columns.filter((column) => column !== join.on);
  return {
    path,
    columns: [...left.columns, ...added],
    rows: left.rows.map((record, row) => ({ ...right.rows[partner[row]!], ...record })),
    lines: left.lines,
    placeOf: (row, column) =>
      left.columns.includes(column)
        ? placeIn(left, row, column)
        : placeIn(right, partner[row] ?? row, column),
    unusedRows: right.rows.length - left.rows.length,
  };
}

function placeIn({ path, lines }: CsvTable, row: number, column: string): string {
  return `${path}:${lines[row]}, column ${JSON.stringify(column)}`;
}

function columnProblems([left, right]: readonly [CsvTable, CsvTable], on: string): Problem[] {
  const problems = [left, right]
    .filter(({ columns }) => !columns.includes(on))
    .map(({ path }): Problem => {
      return { place: `${path}:1`, value: on, rule: "the table has no such key column", remedy: "see --on" };
    });
  for (const value of right.columns.filter((column) => column !== on && left.columns.includes(column))) {
    const rule = `${left.path} has a column of this name too`;
    problems.push({ place: `${right.path}:1`, value, rule, remedy: "rename or remove one of them" });
  }
  return problems;
}

/** Key → row. Adds keys that are empty or stand twice to `problems`. */
function rowsByKey(table: CsvTable, on: string, problems: Problem[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [row, record] of table.rows.entries()) {
    const key = record[on]!.trim();
    const place = placeIn(table, row, on);
    const first = rows.get(key);
    if (key === "") problems.push({ place, value: key, rule: "a key must not be empty" });
    else if (first === undefined) rows.set(key, row);
    else {
      const rule = `a key may occur once, and line ${table.lines[first]} has it already`;
      problems.push({ place, value: key, rule, remedy: "remove one of the rows" });
    }
  }
  return rows;
}
