/** Shows one thing in several formats inside a notebook cell, so that every viewer finds one it can draw. */
import { createRequire } from "node:module";
import type { JsonObject } from "../base/index.js";

/** Formats of one output by MIME type. */
export type MimeBundle = JsonObject;

/**
 * tslab's public API sends one format an output; this is the function under it. It is internal, which is
 * why the package pins tslab's version.
 */
type WriteDisplay = (
  output: { readonly data: MimeBundle; readonly metadata: JsonObject; readonly transient: JsonObject },
  update: boolean,
) => void;

/**
 * Adds one output to the running cell.
 * @param metadata by MIME type, e.g. `{ "image/png": { width, height } }`
 * @throws {Error} outside a tslab kernel
 */
export function displayBundle(data: MimeBundle, metadata: JsonObject = {}): void {
  const tslab = createRequire(import.meta.url)("tslab/dist/jupyter.js") as {
    readonly lastWriteDisplayData?: WriteDisplay | null;
  };
  if (!tslab.lastWriteDisplayData) {
    throw new Error(
      "nothing to display on: this works inside a cell of this package's own tslab kernel only; " +
        "in a notebook register it with `npm run kernel` and restart, elsewhere use saveFigure or renderTable",
    );
  }
  tslab.lastWriteDisplayData({ data, metadata, transient: {} }, false);
}
