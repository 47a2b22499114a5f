/** A small table in a notebook cell. */
import type { DataFrame } from "danfojs-node";
import { fromDataFrame, toDataFrame } from "./data-frame.js";
import { displayBundle } from "./display.js";
import { renderTable, type TableOptions, type TableRow } from "./table.js";

/**
 * Shows rows, or a data frame, as the running cell's output: HTML, and aligned text for viewers without it.
 * @throws {Error} outside a tslab kernel
 */
export async function showTable(
  table: readonly TableRow[] | DataFrame,
  options: TableOptions = {},
): Promise<void> {
  const frame = Array.isArray(table) ? await toDataFrame(table as readonly TableRow[]) : (table as DataFrame);
  const { html, text } = renderTable(fromDataFrame(frame), options);
  displayBundle({ "text/html": html, "text/plain": text });
}
