/** What went wrong in a cell, read from what tslab writes to standard error: it sends no error message. */
import { stripVTControlCharacters } from "node:util";

export interface CellError {
  /** `TypeError`, `CompileError` … */
  readonly name: string;
  readonly message: string;
}

/** A thrown error's first line, possibly after a path; and a compile error, `line:column - text`. */
const THROWN = /^(?:Uncaught )?(\w*Error)(?: \[\w+\])?:\s*(.*)$/;
const COMPILE = /^(?:\S+ )?(\d+:\d+ - .+)$/;

export function cellErrorFrom(standardError: string): CellError {
  const lines = stripVTControlCharacters(standardError).trim().split("\n");
  for (const line of lines) {
    const thrown = THROWN.exec(line);
    if (thrown) return { name: thrown[1]!, message: thrown[2]! };
    const compile = COMPILE.exec(line);
    if (compile) return { name: "CompileError", message: compile[1]! };
  }
  return { name: "Error", message: lines[0] || "the cell failed and said nothing" };
}
