/** Which columns of a table are features. */
import { BadInputError, type CsvTable, nearestName, type Problem } from "../../base/index.js";
import { TAG_NAMES } from "../../tags/index.js";

/** Columns that name a row; a pattern never takes them. */
export const ID_COLUMNS = ["id", "candidate"] as const;

/** Column roles beside that of a feature. */
export interface ColumnRoles {
  readonly target?: string;
  readonly foldColumn?: string;
  /** Key of a join. */
  readonly on?: string;
}

/** All tags are named so; no other column should be. */
const TAG_LIKE = /^\w+::\S/;

/**
 * The features: those asked for, in that order, else the columns named by the 90 tags, in vocabulary order.
 * An entry with `*` stands for all columns that match it (`train_*`), in the table's order, without the target, the
 * folds, the key and `id`.
 * @throws {BadInputError} listing columns that do not exist, are named twice or have two roles, patterns that match
 * nothing and, where none were asked for, columns named like a tag that the vocabulary does not have
 */
export function resolveFeatureColumns(
  csv: CsvTable,
  asked: readonly string[] | undefined,
  { target, foldColumn, on }: ColumnRoles,
): string[] {
  const roles = [target, foldColumn].filter((name) => name !== undefined);
  const reserved = new Set([...roles, ...ID_COLUMNS, ...(on === undefined ? [] : [on])]);
  const names = asked
    ? asked.flatMap((entry) => expand(entry, csv, reserved))
    : TAG_NAMES.filter((name) => csv.columns.includes(name));
  const problems = [
    ...missingProblems(csv, [...names, ...roles]),
    ...roleProblems(csv, names, roles),
    ...(asked ? [] : unknownTagProblems(csv, TAG_NAMES, "the vocabulary has no such tag")),
  ];
  if (problems.length > 0) throw new BadInputError(problems);
  return names;
}

/**
 * What a model does not know, it must not be silent about.
 * @param chosen whether the model's features were chosen by name rather than being all tags of its table; other tags of
 * the vocabulary are then no surprise
 * @throws {BadInputError} listing columns named like a tag that are no features of the model
 */
export function checkKnownTags(csv: CsvTable, featureNames: readonly string[], chosen: boolean): void {
  const known = chosen ? [...featureNames, ...TAG_NAMES] : featureNames;
  const problems = unknownTagProblems(csv, known, "the model was not fitted to this tag");
  if (problems.length > 0) throw new BadInputError(problems);
}

function unknownTagProblems(csv: CsvTable, known: readonly string[], rule: string): Problem[] {
  return csv.columns
    .filter((column) => TAG_LIKE.test(column) && !known.includes(column))
    .map((value) => {
      const near = nearestName(value, known);
      const remedy = `remove the column, or is ${JSON.stringify(near)} meant?`;
      return { place: `${csv.path}:1`, value, rule, remedy };
    });
}

function expand(entry: string, csv: CsvTable, reserved: ReadonlySet<string>): string[] {
  if (!entry.includes("*") || csv.columns.includes(entry)) return [entry];
  const pattern = new RegExp(`^${entry.split("*").map(escapeText).join(".*")}$`, "s");
  const matches = csv.columns.filter((column) => pattern.test(column) && !reserved.has(column));
  // A pattern without a match is reported as a column that does not exist.
  return matches.length > 0 ? matches : [entry];
}

function missingProblems(csv: CsvTable, names: readonly string[]): Problem[] {
  const has = `the table has ${csv.columns.map((name) => JSON.stringify(name)).join(", ")}`;
  return [...new Set(names)]
    .filter((name) => !csv.columns.includes(name))
    .map((value) => ({
      place: `${csv.path}:1`,
      value,
      rule: value.includes("*") ? "no column matches" : "no such column",
      remedy: has.slice(0, SHOWN_COLUMNS),
    }));
}

/** A table may have hundreds of long names. */
const SHOWN_COLUMNS = 300;

function roleProblems(csv: CsvTable, names: readonly string[], roles: readonly string[]): Problem[] {
  const place = `${csv.path}:1`;
  const problems: Problem[] = names
    .filter((name, i) => names.indexOf(name) !== i)
    .map((value) => ({ place, value, rule: "a feature column may be named once" }));
  for (const value of roles.filter((name) => names.includes(name))) {
    problems.push({ place, value, rule: "a column cannot be a feature and the target or the folds" });
  }
  if (names.length === 0) {
    const remedy = "name the columns to use with --feature-columns";
    problems.push({ place, rule: "no column is named by a tag of the vocabulary", remedy });
  }
  return problems;
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
