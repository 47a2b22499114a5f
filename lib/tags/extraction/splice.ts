/**
 * Edits of a row's JSON in its own text: what is not touched stays as it was written, digits beyond the precision of a
 * number included. For texts that have been parsed before: here nothing is checked.
 */

const CLOSING = Buffer.from("}");

/**
 * The row with more members at its end.
 * @param row an object with at least one member
 * @param members JSON members with commas between them; may be empty
 * @returns pieces to be joined
 */
export function appendMembers(row: Buffer, members: string): readonly Buffer[] {
  if (members === "") return [row];
  return [row.subarray(0, row.lastIndexOf(CLOSING)), Buffer.from(`,${members}}`, "utf8")];
}

/**
 * The row without the members of these names, each occurrence of them. What stays keeps its white space, so that
 * members that were appended leave the row as it was.
 */
export function removeMembers(row: string, names: ReadonlySet<string>): string {
  const members = topLevelMembers(row);
  const kept = members.filter(({ name }) => !names.has(name));
  if (kept.length === members.length) return row;
  const texts = kept.map(({ start, end }) => row.slice(start, end));
  return `${row.slice(0, members[0]!.start)}${texts.join(",")}${row.slice(members.at(-1)!.end)}`;
}

/** A member with the white space around it, up to the next comma or bracket. */
interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function topLevelMembers(row: string): Member[] {
  const members: Member[] = [];
  let depth = 0;
  let start = 0;
  let name: string | null = null;
  for (let i = 0; i < row.length; i++) {
    const mark = row[i]!;
    if (mark === '"') {
      const end = endOfString(row, i);
      // The first string of a member is its name.
      if (depth === 1) name ??= JSON.parse(row.slice(i, end)) as string;
      i = end - 1;
    } else if (mark === "{" || mark === "[") {
      depth += 1;
      if (depth === 1) start = i + 1;
    } else if (mark === "}" || mark === "]" || mark === ",") {
      if (depth === 1 && name !== null) {
        members.push({ name, start, end: i });
        [start, name] = [i + 1, null];
      }
      if (mark !== ",") depth -= 1;
    }
  }
  return members;
}

/** Behind the closing quote: the first one that no backslash takes away. */
function endOfString(row: string, start: number): number {
  for (let quote = row.indexOf('"', start + 1); ; quote = row.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (row[quote - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
}
