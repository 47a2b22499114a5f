/** Count tables: candidates with their tag counts, and their scores where known. */
import { BadInputError, type CsvTable, type Problem, readCsv } from "../../base/index.js";
import { createMatrix } from "../../math/index.js";
import { TAG_NAMES } from "../../tags/index.js";
import type { TrainingTable } from "../family.js";

export interface CountTableOptions {
  /** Column of scores. Needed to fit and to cross-validate. */
  readonly target?: string;
  /** Columns to use as features; default: those named by the 90 tags, in vocabulary order. */
  readonly featureColumns?: readonly string[];
  /** Column of integer fold labels. */
  readonly foldColumn?: string;
}

/** A validated table. */
export interface CountTable extends Pick<TrainingTable, "featureNames" | "counts"> {
  /** The file as it stands: all columns, as text. */
  readonly csv: CsvTable;
  /** Scores, where a target was asked for. */
  readonly targets: Float64Array | null;
  /** Fold labels, where a fold column was asked for. */
  readonly foldOf: Int32Array | null;
}

/** A table with scores. */
export type ScoredCountTable = CountTable & { readonly targets: Float64Array };

/**
 * Reads a table of candidates; other columns are carried along as text.
 * @throws {BadInputError} with every missing column, or every bad cell (empty, text, not finite)
 */
export function readCountTable(
  path: string,
  options: CountTableOptions & { readonly target: string },
): ScoredCountTable;
export function readCountTable(path: string, options?: CountTableOptions): CountTable;
export function readCountTable(path: string, options: CountTableOptions = {}): CountTable {
  const csv = readCsv(path);
  const { target, foldColumn } = options;
  const featureNames = options.featureColumns ?? TAG_NAMES.filter((name) => csv.columns.includes(name));
  refuseAny(columnProblems(csv, featureNames, options));
  if (csv.rows.length === 0) throw new BadInputError([{ place: path, rule: "the table has no rows" }]);

  const problems: Problem[] = [];
  const counts = createMatrix(csv.rows.length, featureNames.length);
  const targets = target === undefined ? null : new Float64Array(csv.rows.length);
  const foldOf = foldColumn === undefined ? null : new Int32Array(csv.rows.length);
  for (const [row, record] of csv.rows.entries()) {
    const place = (column: string) => `${path}:${csv.lines[row]}, column ${JSON.stringify(column)}`;
    const read = (column: string) => {
      const value = parseFinite(record[column]!);
      if (value === null) problems.push({ place: place(column), value: record[column]!, ...NUMBER_RULE });
      return value ?? 0;
    };
    for (const [i, name] of featureNames.entries()) counts.data[row * featureNames.length + i] = read(name);
    if (targets) targets[row] = read(target!);
    if (foldOf) foldOf[row] = readFold(record[foldColumn!]!, place(foldColumn!), problems);
  }
  refuseAny(problems);
  return { csv, featureNames, counts, targets, foldOf };
}

const NUMBER_RULE = { rule: "must be a finite number", remedy: "correct the cell or remove the row" };
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A finite decimal number, spaces around it allowed; null for anything else. */
function parseFinite(text: string): number | null {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

const LARGEST_FOLD = 2 ** 31 - 1;

function readFold(text: string, place: string, problems: Problem[]): number {
  const fold = parseFinite(text);
  if (fold !== null && Number.isInteger(fold) && Math.abs(fold) <= LARGEST_FOLD) return fold;
  problems.push({ place, value: text, rule: "a fold must be an integer", remedy: "correct the cell" });
  return 0;
}

function columnProblems(
  csv: CsvTable,
  featureNames: readonly string[],
  options: CountTableOptions,
): Problem[] {
  const { target, foldColumn } = options;
  const place = `${csv.path}:1`;
  const has = `the table has ${csv.columns.map((name) => JSON.stringify(name)).join(", ")}`;
  const roles = [target, foldColumn].filter((name) => name !== undefined);
  const problems: Problem[] = [...new Set([...featureNames, ...roles])]
    .filter((name) => !csv.columns.includes(name))
    .map((value) => ({ place, value, rule: "no such column", remedy: has.slice(0, SHOWN_COLUMNS) }));
  for (const value of featureNames.filter((name, i) => featureNames.indexOf(name) !== i)) {
    problems.push({ place, value, rule: "a feature column may be named once" });
  }
  for (const value of roles.filter((name) => featureNames.includes(name))) {
    problems.push({ place, value, rule: "a column cannot be a feature and the target or the folds" });
  }
  if (featureNames.length === 0) {
    const remedy = "name the columns to use with --feature-columns";
    problems.push({ place, rule: "no column is named by a tag of the vocabulary", remedy });
  }
  return problems;
}

/** A table may have hundreds of long names. */
const SHOWN_COLUMNS = 300;

function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BadInputError(problems);
}
