/** Options of `hyper ppm` that say which table and which of its columns. */
import { type Command, InvalidArgumentError } from "commander";
import {
  BadInputError,
  type CountTable,
  type NumberRange,
  readCountTable,
  type ScoredCountTable,
} from "../../../lib/index.js";
import { list } from "../options.js";

export interface TableOptions {
  table: string;
  join?: string;
  on?: string;
}

export interface ScoredTableOptions extends TableOptions {
  target: string;
  targetRange?: NumberRange;
  featureColumns?: string[];
  foldColumn?: string;
}

/** `--table`, `--join`, `--on`. */
export function withTable(command: Command): Command {
  return command
    .requiredOption("--table <csv>", "candidates, one a row")
    .option("--join <csv>", "bring in the columns of another table, e.g. the scores")
    .option("--on <column>", "the key that both tables have");
}

/** The same with `--target` and what features are. */
export function withScoredTable(command: Command): Command {
  return withTable(command)
    .option("--target <column>", "the score to predict", "Overall")
    .option("--target-range <low,high>", "refuse scores outside", range)
    .option(
      "--feature-columns <a,b,c>",
      "columns to use, or patterns (x_*); default: those named by tags",
      list,
    );
}

/** Reads the table; what is odd about it is noted on standard error. */
export function readScoredTable(options: ScoredTableOptions, takesMissing: boolean): ScoredCountTable {
  const { target, targetRange, featureColumns, foldColumn } = options;
  const table = readCountTable(options.table, {
    ...{ target, targetRange, featureColumns, foldColumn, takesMissing },
    join: joinOf(options),
  });
  printNotes(options.table, table);
  return table;
}

export function printNotes(path: string, { notes }: CountTable): void {
  for (const note of notes) process.stderr.write(`${path}: ${note}\n`);
}

export function joinOf({ join, on }: TableOptions): { path: string; on: string } | undefined {
  if (join === undefined && on === undefined) return undefined;
  if (join !== undefined && on !== undefined) return { path: join, on };
  const [place, missing] = join === undefined ? ["--on", "--join"] : ["--join", "--on"];
  const remedy = "name the other table (--join) and the column that both have (--on)";
  throw new BadInputError([{ place, rule: `needs ${missing}`, remedy }]);
}

function range(text: string): NumberRange {
  const [low, high, ...rest] = text.split(",").map((end) => (end.trim() === "" ? Number.NaN : Number(end)));
  if (low === undefined || high === undefined || rest.length > 0 || !(low < high)) {
    throw new InvalidArgumentError("It must be two numbers, the lower first: 0,1.");
  }
  return { low, high };
}
