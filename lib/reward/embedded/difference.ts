/** Differences of two responses' raw features, as sparse rows. */
import { RAW_COLUMN_COUNT, STYLE_COUNT } from "./families.js";
import { readPassage } from "./passage.js";
import { styleColumns } from "./raw-features.js";
import {
  type PromptFeatures,
  type ResponseFeatures,
  readPrompt,
  responseFeatures,
} from "./response-features.js";
import type { SparseRow } from "./sparse-rows.js";

/** A prompt with the two responses that are compared: first minus second. */
export interface TextPair {
  readonly prompt: string;
  readonly first: string;
  readonly second: string;
}

/** Computes difference rows over raw columns; prompts and responses that come again are read once. */
export function differenceRows(pairs: readonly TextPair[]): SparseRow[] {
  const scratch = new Float64Array(RAW_COLUMN_COUNT);
  const prompts = new Map<string, { features: PromptFeatures; responses: Map<string, ResponseFeatures> }>();
  return pairs.map(({ prompt, first, second }) => {
    let known = prompts.get(prompt);
    if (known === undefined) {
      known = { features: readPrompt(readPassage(prompt)), responses: new Map() };
      prompts.set(prompt, known);
    }
    const { features, responses } = known;
    const read = (text: string): ResponseFeatures => {
      let found = responses.get(text);
      if (found === undefined) {
        found = responseFeatures(features, readPassage(text));
        responses.set(text, found);
      }
      return found;
    };
    return difference(read(first), read(second), features.classes, scratch);
  });
}

/** `scratch` is all zero before and after. */
function difference(
  first: ResponseFeatures,
  second: ResponseFeatures,
  classes: readonly boolean[],
  scratch: Float64Array,
): SparseRow {
  const touched: number[] = [];
  // Presence counts once, also where two n-grams share a column; so set, then take the other side off.
  for (const column of first.hashed) {
    if (scratch[column] === 0) touched.push(column);
    scratch[column] = 1;
  }
  for (const column of new Set(second.hashed)) {
    if (scratch[column] === 0) touched.push(column);
    scratch[column]! -= 1;
  }
  for (let s = 0; s < STYLE_COUNT; s++) {
    const change = first.style[s]! - second.style[s]!;
    if (change === 0) continue;
    for (const column of styleColumns(s, classes)) {
      touched.push(column);
      scratch[column] = change;
    }
  }
  const columns = Int32Array.from(touched)
    .sort()
    .filter((column) => scratch[column] !== 0);
  const values = Float64Array.from(columns, (column) => scratch[column]!);
  for (const column of touched) scratch[column] = 0;
  return { columns, values };
}
