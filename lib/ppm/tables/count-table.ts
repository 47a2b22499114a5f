/** Count tables: candidates with their tag counts, and their scores where known. */
import { BadInputError, type CsvTable, type Problem } from "../../base/index.js";
import { createMatrix, type Matrix } from "../../math/index.js";
import { TAG_NAMES } from "../../tags/index.js";
import type { TrainingTable } from "../family.js";
import { cellReader, type NumberRange } from "./cells.js";
import { ID_COLUMNS, resolveFeatureColumns } from "./feature-columns.js";
import { type Join, type JoinedTable, readJoinedTable } from "./join-tables.js";

export interface CountTableOptions {
  /** Column of scores. Needed to fit and to cross-validate. */
  readonly target?: string;
  /** Where every score must lie, ends included. */
  readonly targetRange?: NumberRange;
  /**
   * Columns to use as features, patterns with `*` allowed; default: those named by the 90 tags, in vocabulary order.
   */
  readonly featureColumns?: readonly string[];
  /** Column of integer fold labels. */
  readonly foldColumn?: string;
  /** Another file whose columns are brought in. */
  readonly join?: Join;
  /** Whether empty feature cells are missing values (NaN); else they are errors. */
  readonly takesMissing?: boolean;
}

/** A validated table. */
export interface CountTable extends Pick<TrainingTable, "featureNames" | "counts"> {
  /** The file as it stands (joined, where asked for): all columns, as text. */
  readonly csv: CsvTable;
  /** Scores, where a target was asked for. */
  readonly targets: Float64Array | null;
  /** Fold labels, where a fold column was asked for. */
  readonly foldOf: Int32Array | null;
  /** The files it came from. */
  readonly paths: readonly string[];
  /** What is odd about it but no error: constant columns, rows that a join left out. One sentence each. */
  readonly notes: readonly string[];
}

/** A table with scores. */
export type ScoredCountTable = CountTable & { readonly targets: Float64Array };

/**
 * Reads a table of candidates; other columns are carried along as text.
 * @throws {BadInputError} with every missing column, or every bad cell (empty, text, not finite, out of range) and
 * every repeated id
 */
export function readCountTable(
  path: string,
  options: CountTableOptions & { readonly target: string },
): ScoredCountTable;
export function readCountTable(path: string, options?: CountTableOptions): CountTable;
export function readCountTable(path: string, options: CountTableOptions = {}): CountTable {
  const { target, foldColumn, join } = options;
  const csv = readJoinedTable(path, join);
  const featureNames = resolveFeatureColumns(csv, options.featureColumns, {
    target,
    foldColumn,
    on: join?.on,
  });
  if (csv.rows.length === 0) {
    const remedy = "give one candidate a row, as `hyper train` writes them";
    throw new BadInputError([{ place: path, rule: "the table has no rows", remedy }]);
  }

  const problems = repeatedIds(csv);
  const cells = cellReader(problems, {
    takesMissing: options.takesMissing ?? false,
    range: options.targetRange,
  });
  const read = (column: string, parse: (text: string, place: string) => number) =>
    csv.rows.map((record, row) => parse(record[column]!, csv.placeOf(row, column)));
  const counts = createMatrix(csv.rows.length, featureNames.length);
  for (const [i, name] of featureNames.entries()) {
    for (const [row, count] of read(name, cells.feature).entries())
      counts.data[row * featureNames.length + i] = count;
  }
  const targets = target === undefined ? null : Float64Array.from(read(target, cells.target));
  const foldOf = foldColumn === undefined ? null : Int32Array.from(read(foldColumn, cells.fold));
  if (problems.length > 0) throw new BadInputError(problems);
  const { columns, rows, lines } = csv;
  return {
    csv: { path, columns, rows, lines },
    featureNames,
    counts,
    targets,
    foldOf,
    paths: join ? [path, join.path] : [path],
    notes: [
      ...joinNotes(csv, join),
      ...(options.featureColumns === undefined ? missingTagNotes(featureNames) : []),
      ...(targets ? constantNotes(featureNames, counts) : []),
    ],
  };
}

function repeatedIds(csv: JoinedTable): Problem[] {
  const problems: Problem[] = [];
  for (const column of ID_COLUMNS.filter((name) => csv.columns.includes(name))) {
    const firstRow = new Map<string, number>();
    for (const [row, record] of csv.rows.entries()) {
      const value = record[column]!.trim();
      const first = firstRow.get(value);
      if (value === "") continue;
      if (first === undefined) firstRow.set(value, row);
      else {
        const rule = `an id may occur once, and line ${csv.lines[first]} has it already`;
        problems.push({ place: csv.placeOf(row, column), value, rule, remedy: "remove one of the rows" });
      }
    }
  }
  return problems;
}

function joinNotes({ unusedRows }: JoinedTable, join: Join | undefined): string[] {
  if (join === undefined || unusedRows === 0) return [];
  return [`${unusedRows} rows of ${join.path} are not in the table and are left out`];
}

/** Tags without a column are left out of the model: that should not happen unnoticed. */
function missingTagNotes(featureNames: readonly string[]): string[] {
  const missing = TAG_NAMES.filter((name) => !featureNames.includes(name));
  if (missing.length === 0) return [];
  return [`${missing.length} of the ${TAG_NAMES.length} tags have no column: ${shortList(missing)}`];
}

const SHOWN_NAMES = 3;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => JSON.stringify(name));
  const rest = names.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function constantNotes(names: readonly string[], { rows, columns, data }: Matrix): string[] {
  const isConstant = (column: number): boolean => {
    for (let row = 1; row < rows; row++)
      if (!Object.is(data[row * columns + column], data[column])) return false;
    return true;
  };
  const constant = rows > 1 ? names.filter((_, column) => isConstant(column)) : [];
  if (constant.length === 0) return [];
  const list = shortList(constant);
  return [`${constant.length} of ${names.length} feature columns are constant and predict nothing: ${list}`];
}
