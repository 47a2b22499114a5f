/** Sets of ids: which instances are routed to people. */
import { BadInputError, type Problem, readText } from "../../base/index.js";

/**
 * Reads a JSON array of ids.
 * @param knownIds all ids, in row order
 * @returns the row numbers of the ids, in the order of the file
 * @throws {BadInputError} listing every id that is unknown, repeated or not a text
 */
export function readIdSet(path: string, knownIds: readonly string[]): number[] {
  const ids = readArray(path);
  const rowOf = new Map(knownIds.map((id, row) => [id, row]));
  const firstPlace = new Map<string, string>();
  const problems: Problem[] = [];
  const rows: number[] = [];
  for (const [i, id] of ids.entries()) {
    const place = `${path}[${i}]`;
    const row = typeof id === "string" ? rowOf.get(id) : undefined;
    if (typeof id !== "string") {
      problems.push({ place, value: JSON.stringify(id), rule: "an id must be a text", remedy: "quote it" });
    } else if (row === undefined) {
      problems.push({
        place,
        value: id,
        rule: "an id must occur in the features file",
        remedy: "remove it, or use the file it comes from",
      });
    } else if (firstPlace.has(id)) {
      const rule = `an id may occur once; first at ${firstPlace.get(id)}`;
      problems.push({ place, value: id, rule, remedy: "remove one" });
    } else {
      firstPlace.set(id, place);
      rows.push(row);
    }
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return rows;
}

function readArray(path: string): readonly unknown[] {
  const fail = (rule: string, remedy: string): never => {
    throw new BadInputError([{ place: path, rule, remedy }]);
  };
  let value: unknown;
  try {
    value = JSON.parse(readText(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    fail(`not JSON: ${error.message}`, "write a JSON array of ids");
  }
  return Array.isArray(value) ? value : fail("must be a JSON array of ids", 'such as ["id-1", "id-2"]');
}
