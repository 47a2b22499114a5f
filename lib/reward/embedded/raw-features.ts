/** All raw features of one response as a sparse row: what a model's weights multiply. */
import { STYLE_COUNT } from "./families.js";
import type { Passage } from "./passage.js";
import { type PromptFeatures, responseFeatures } from "./response-features.js";
import type { SparseRow } from "./sparse-rows.js";

/** Columns of the style families that a prompt's classes switch on for style feature `s`, itself included. */
export function styleColumns(s: number, classes: readonly boolean[]): number[] {
  const crossed = classes.flatMap((isIn, c) => (isIn ? [(c + 1) * STYLE_COUNT + s] : []));
  return [s, ...crossed];
}

export function rawFeatures(prompt: PromptFeatures, response: Passage): SparseRow {
  const { style, hashed } = responseFeatures(prompt, response);
  const entries = new Map<number, number>();
  for (const [s, value] of style.entries()) {
    if (value !== 0) for (const column of styleColumns(s, prompt.classes)) entries.set(column, value);
  }
  for (const column of hashed) entries.set(column, 1);
  const columns = Int32Array.from(entries.keys()).sort();
  return { columns, values: Float64Array.from(columns, (column) => entries.get(column)!) };
}
