/** The second reading of an input: its rows' lines again, block by block. */
import { readLineBatches } from "../../datasets/index.js";
import type { Span } from "./blocks.js";
import type { RowNote, ScannedInput } from "./scan-input.js";

/** A row's line and what the scan noted of it. */
export interface ScannedLine {
  readonly note: RowNote;
  readonly bytes: Buffer;
}

/**
 * @param starts where blocks begin, as of `blockStarts`
 * @param span the blocks to read
 */
export async function* readBlocks(
  input: ScannedInput,
  starts: readonly number[],
  span: Span,
): AsyncGenerator<ScannedLine[]> {
  let block = span.first;
  let lines: ScannedLine[] = [];
  if (block === span.end) return;
  for await (const line of readRows(input, starts[span.first]!)) {
    lines.push(line);
    if (starts[block]! + lines.length < starts[block + 1]!) continue;
    yield lines;
    lines = [];
    block += 1;
    if (block === span.end) return;
  }
  input.checkUnchanged();
  throw new Error(`${input.path}: lines are missing that were there before`);
}

async function* readRows({ path, rows }: ScannedInput, first: number): AsyncGenerator<ScannedLine> {
  let row = first;
  for await (const batch of readLineBatches(path)) {
    for (const { number, bytes } of batch) {
      const note = rows[row];
      if (note === undefined) return;
      if (number !== note.line) continue;
      if (bytes !== null) yield { note, bytes };
      row += 1;
    }
  }
}
