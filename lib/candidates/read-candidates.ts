/** Reads candidates back, checking each file and the one against the other. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  BadInputError,
  type CsvTable,
  type Json,
  type JsonObject,
  type Problem,
  readCsv,
} from "../base/index.js";
import { type ParsedRow, readJsonLines } from "../datasets/index.js";
import { type Bitset, createBitset, hasBit, setBit } from "../math/index.js";
import { TAG_NAMES } from "../tags/index.js";
import type { Candidate } from "./candidate.js";
import { CANDIDATE_COLUMNS, CANDIDATES_FILE, type CandidateSet, ROUTINGS_FILE } from "./candidate-files.js";

/**
 * Reads what `writeCandidates` wrote.
 * @param ids ids of the instances, in row order: what `human` ids are looked up in
 * @throws {BadInputError} listing every bad cell and unknown or repeated id, or what the two files disagree on
 */
export async function readCandidates(folder: string, ids: readonly string[]): Promise<CandidateSet> {
  const path = join(folder, CANDIDATES_FILE);
  if (!existsSync(path)) {
    const remedy = "give the folder that `hyper candidates` wrote";
    throw new BadInputError([{ place: path, rule: "no such file", remedy }]);
  }
  const table = readCandidateTable(readCsv(path), ids.length);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const routingsPath = join(folder, ROUTINGS_FILE);
  const routings = await readJsonLines(routingsPath, (row, place) => parseRouting(row, place, rowOf));
  const routingOf = new Map(routings.rows.map((routing) => [routing.id, routing]));

  const known = new Set(table.map(({ id }) => id));
  const problems: Problem[] = routings.rows
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ place: routingsPath, value: id, rule: `must be a candidate of ${path}` }));
  const candidates: Candidate[] = [];
  for (const { id, place, budgetCount, humanCount, counts } of table) {
    const routing = routingOf.get(id);
    problems.push(...disagreements({ id, place, humanCount, counts }, routing, routingsPath));
    if (routing) candidates.push({ id, budgetCount, humanCount, human: routing.human, ...routing.subsample });
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return { candidates, counts: table.map(({ counts }) => counts) };
}

interface CandidateRow {
  readonly id: string;
  readonly place: string;
  readonly budgetCount: number;
  readonly humanCount: number;
  readonly counts: Int32Array;
}

interface Routing {
  readonly id: string;
  readonly human: Bitset;
  readonly humanCount: number;
  readonly subsample: { readonly leftOut?: Bitset };
}

function disagreements(
  { id, place, humanCount, counts }: Omit<CandidateRow, "budgetCount">,
  routing: Routing | undefined,
  routingsPath: string,
): Problem[] {
  const remedy = "the two files do not belong together; write them again";
  if (!routing) return [{ place, value: id, rule: `must have a line in ${routingsPath}`, remedy }];
  if (routing.humanCount !== humanCount) {
    const rule = `column "human" must be the number of ids in ${routingsPath}, ${routing.humanCount}`;
    return [{ place, value: String(humanCount), rule, remedy }];
  }
  const over = counts.findIndex((count) => count > humanCount);
  if (over < 0) return [];
  const rule = `a tag's count cannot exceed the ${humanCount} human-labelled instances`;
  return [
    {
      place: `${place}, column ${JSON.stringify(TAG_NAMES[over])}`,
      value: String(counts[over]),
      rule,
      remedy,
    },
  ];
}

function readCandidateTable({ path, columns, rows, lines }: CsvTable, instanceCount: number): CandidateRow[] {
  const missing = [...CANDIDATE_COLUMNS, ...TAG_NAMES].filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new BadInputError(
      missing.map((value) => ({ place: `${path}:1`, value, rule: "a column is missing" })),
    );
  }
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const isWithin = (count: number, limit: number, place: string, column: string, what: string) => {
    if (count > limit)
      problems.push({ place: `${place}, column "${column}"`, value: String(count), rule: what });
  };
  const parsed = rows.map((row, i): CandidateRow => {
    const place = `${path}:${lines[i]}`;
    const count = (column: string) => {
      const value = row[column]!;
      if (/^\d{1,9}$/.test(value)) return Number(value);
      const rule = "must be a count: a whole number, not negative";
      problems.push({ place: `${place}, column ${JSON.stringify(column)}`, value, rule });
      return 0;
    };
    const id = row.id!;
    if (id === "" || seen.has(id))
      problems.push({ place, value: id, rule: "ids must be present and differ" });
    seen.add(id);
    const counts = Int32Array.from(TAG_NAMES, count);
    const budgetCount = count("budget");
    const humanCount = count("human");
    isWithin(budgetCount, instanceCount, place, "budget", `cannot exceed the ${instanceCount} instances`);
    isWithin(humanCount, budgetCount, place, "human", `cannot exceed the budget, ${budgetCount}`);
    return { id, place, budgetCount, humanCount, counts };
  });
  if (rows.length === 0) problems.push({ place: path, rule: "there must be at least one candidate" });
  if (problems.length > 0) throw new BadInputError(problems);
  return parsed;
}

function parseRouting(
  row: JsonObject,
  place: string,
  rowOf: ReadonlyMap<string, number>,
): ParsedRow<Routing> {
  const { id, human: humanIds, left_out: leftOutIds } = row;
  if (typeof id !== "string") {
    return { problems: [{ place, value: JSON.stringify(id), rule: '"id" must be a text' }] };
  }
  const problems: Problem[] = [];
  const human = parseIds(humanIds, `${place}, "human"`, rowOf, problems);
  if (leftOutIds === undefined) {
    return { id, problems, value: { id, human, humanCount: lengthOf(humanIds), subsample: {} } };
  }
  const leftOut = parseIds(leftOutIds, `${place}, "left_out"`, rowOf, problems);
  for (let i = 0; i < human.length; i++) {
    if ((human[i]! & leftOut[i]!) === 0) continue;
    problems.push({ place, rule: 'no instance can be both in "human" and in "left_out"' });
    break;
  }
  return { id, problems, value: { id, human, humanCount: lengthOf(humanIds), subsample: { leftOut } } };
}

function lengthOf(ids: Json | undefined): number {
  return Array.isArray(ids) ? ids.length : 0;
}

function parseIds(
  ids: Json | undefined,
  place: string,
  rowOf: ReadonlyMap<string, number>,
  problems: Problem[],
): Bitset {
  const rows = createBitset(rowOf.size);
  if (!Array.isArray(ids)) {
    problems.push({ place, value: JSON.stringify(ids), rule: "must be a list of instance ids" });
    return rows;
  }
  for (const id of ids as readonly Json[]) {
    const row = typeof id === "string" ? rowOf.get(id) : undefined;
    if (row === undefined || hasBit(rows, row)) {
      const rule = row === undefined ? "must be the id of an instance" : "an id may occur once";
      problems.push({ place, value: typeof id === "string" ? id : JSON.stringify(id), rule });
    } else setBit(rows, row);
  }
  return rows;
}
