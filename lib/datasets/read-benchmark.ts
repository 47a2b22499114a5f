/** Benchmark items from one JSON Lines file or a folder of them, in RewardBench's columns. Format: docs/formats.md. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BadInputError, type JsonObject } from "../base/index.js";
import { type BenchmarkItem, isSection, SECTIONS, type Section } from "./benchmark.js";
import { type ParsedRow, type ReadOptions, type ReadResult, readJsonLines } from "./json-lines.js";
import { rewardBenchSection } from "./rewardbench.js";
import { RowFields } from "./row-fields.js";

/**
 * Reads a benchmark: a file, or a folder whose `*.jsonl` and `*.jsonl.gz` are read in order of their names.
 * @throws {BadInputError} listing every problem of every file; with `skipBad`, only for unusable files
 */
export async function readBenchmark(
  path: string,
  options: ReadOptions = {},
): Promise<ReadResult<BenchmarkItem>> {
  return readJsonLines(benchmarkFiles(path), parseBenchmarkItem, options);
}

function benchmarkFiles(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.jsonl(\.gz)?$/i.test(name));
  if (names.length === 0) {
    const rule = "a benchmark folder must hold .jsonl or .jsonl.gz files";
    throw new BadInputError([{ place: path, rule, remedy: "name the folder that holds them" }]);
  }
  return names.sort().map((name) => join(path, name));
}

/** One row as a benchmark item. */
export function parseBenchmarkItem(row: JsonObject, place: string): ParsedRow<BenchmarkItem> {
  const fields = new RowFields(row, place);
  const subset = fields.requiredText("subset");
  const id = itemId(fields, row.id, subset);
  const prompt = fields.requiredText("prompt");
  const chosen = fields.requiredText("chosen");
  const rejected = fields.requiredText("rejected");
  const section = sectionOf(fields, subset);
  const extra = fields.rest();
  const item: BenchmarkItem = { id, subset, section, prompt, chosen, rejected };
  return fields.parsed(id, Object.keys(extra).length === 0 ? item : { ...item, extra });
}

/** RewardBench numbers its items; such a number is made an id by the subset's name before it. */
function itemId(fields: RowFields, value: unknown, subset: string): string {
  if (!Number.isSafeInteger(value)) return fields.requiredText("id");
  fields.value("id");
  return `${subset}-${value}`;
}

function sectionOf(fields: RowFields, subset: string): Section {
  const given = fields.value("section");
  if (isSection(given)) return given;
  const known = rewardBenchSection(subset);
  if (given !== null && given !== "") {
    fields.problem('"section" is not a section', given, `sections are ${SECTIONS.join(", ")}, Holdout`);
  } else if (known === undefined && subset !== "") {
    fields.problem('a subset that RewardBench does not have needs a "section"', subset, "add the field");
  }
  return known ?? "Holdout";
}
