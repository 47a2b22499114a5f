/** Which tier of annotators a pair needs. */
import { type ParsedRow, RowFields, readJsonLines } from "../../datasets/index.js";
import type { Features } from "../../tags/index.js";

/** By its tags: pairs that need expert domain knowledge go to `expert`, all others to `normal`. */
export function tiersFromTags(features: readonly Features[]): string[] {
  return features.map(({ expertise_level: level }) =>
    level === "expert domain knowledge" ? "expert" : "normal",
  );
}

/**
 * By a column of text in the features file (or any JSON Lines file with ids).
 * @returns one tier a row, in the file's order
 * @throws {BadInputError} listing the rows that lack it
 */
export async function readTiers(path: string, column: string): Promise<string[]> {
  const { rows } = await readJsonLines(path, (row, place): ParsedRow<string> => {
    const fields = new RowFields(row, place);
    const id = fields.requiredText("id", "comparison_id", "prompt_hash");
    return fields.parsed(id, fields.requiredText(column).trim());
  });
  return rows;
}
