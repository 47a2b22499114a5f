/** Notebook files: nbformat 4.5, read, written and stripped of what a run leaves in them. */
import { readFileSync } from "node:fs";
import {
  BadInputError,
  canonicalJson,
  isJsonObject,
  type Json,
  type JsonObject,
  writeFileAtomic,
} from "../base/index.js";

export type CellOutput =
  | { readonly output_type: "stream"; readonly name: string; readonly text: string | readonly string[] }
  | { readonly output_type: "display_data"; readonly data: JsonObject; readonly metadata: JsonObject }
  | {
      readonly output_type: "execute_result";
      readonly data: JsonObject;
      readonly metadata: JsonObject;
      readonly execution_count: number | null;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

export interface NotebookCell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id: string;
  readonly metadata: JsonObject;
  /** Code cells only. */
  readonly execution_count?: number | null;
  /** Code cells only. */
  readonly outputs?: readonly CellOutput[];
  readonly source: string | readonly string[];
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: JsonObject;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

/** The kernel every notebook of this project names: Jupyter, VS Code and the runner here agree on it. */
export const KERNELSPEC = { display_name: "TypeScript", language: "typescript", name: "tslab" } as const;
const LANGUAGE_INFO = {
  codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  file_extension: ".ts",
  mimetype: "text/typescript",
  name: "typescript",
  // What tslab reports, so that saving in Jupyter changes nothing.
  version: "3.7.2",
} as const;

/** A cell's source or an output's text in one piece. */
export function joinLines(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** Text as nbformat stores it: one string a line, line breaks kept. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Reads a notebook; cells without an id get `cell-N`. @throws {BadInputError} if it is not nbformat 4 */
export function readNotebook(path: string): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInputError([{ place: path, rule: `not JSON: ${error.message}` }]);
  }
  if (!isJsonObject(value) || value.nbformat !== 4 || !Array.isArray(value.cells)) {
    throw new BadInputError([{ place: path, rule: "a notebook needs nbformat 4 and a list of cells" }]);
  }
  const cells = value.cells.map((cell: Json, i): NotebookCell => {
    if (isJsonObject(cell) && typeof cell.cell_type === "string" && cell.source !== undefined) {
      const { cell_type, id = `cell-${i + 1}`, metadata = {}, ...rest } = cell;
      return { cell_type, id, metadata, ...rest } as unknown as NotebookCell;
    }
    throw new BadInputError([{ place: `${path}: cell ${i + 1}`, rule: "a cell needs cell_type and source" }]);
  });
  const metadata = isJsonObject(value.metadata) ? value.metadata : {};
  return { cells, metadata, nbformat: 4, nbformat_minor: 5 };
}

/** Writes a notebook, whole or not at all. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeFileAtomic(path, formatNotebook(notebook));
}

/** A notebook's text as Jupyter itself saves it: sorted keys, one-space indent. */
export function formatNotebook(notebook: Notebook): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(notebook)), null, 1)}\n`;
}

/** The notebook with the metadata that names the kernel, and no other. */
export function withKernelspec(notebook: Notebook): Notebook {
  return { ...notebook, metadata: { kernelspec: KERNELSPEC, language_info: LANGUAGE_INFO } };
}

/**
 * Without outputs, counts and what editors leave behind, so that changes in git are changes of content.
 * Kept of a cell's metadata: `tags`.
 */
export function stripNotebook(notebook: Notebook): Notebook {
  const cells = notebook.cells.map(({ cell_type, id, metadata, source }): NotebookCell => {
    const kept: JsonObject = metadata.tags === undefined ? {} : { tags: metadata.tags };
    const lines = splitLines(joinLines(source));
    if (cell_type !== "code") return { cell_type, id, metadata: kept, source: lines };
    return { cell_type, id, metadata: kept, execution_count: null, outputs: [], source: lines };
  });
  return withKernelspec({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
