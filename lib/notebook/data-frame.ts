/** The one place that knows danfojs: small result tables as data frames, to sort, group and describe in a cell. */
import type { DataFrame } from "danfojs-node";
import { type TableRow, tableColumns } from "./table.js";

/** Loaded on first use: it takes seconds. */
let loading: Promise<typeof import("danfojs-node")> | undefined;

function loadDanfo(): Promise<typeof import("danfojs-node")> {
  loading ??= import("danfojs-node").then((danfo) => {
    // Else TensorFlow greets in the middle of a cell's output.
    danfo.tensorflow.enableProdMode();
    return danfo;
  });
  return loading;
}

/**
 * Rows as a danfojs data frame. Columns come in order of first appearance; a row without a column has null
 * there. Meant for results of up to some thousand rows; danfojs computes in 32-bit floats.
 */
export async function toDataFrame(rows: readonly TableRow[]): Promise<DataFrame> {
  const { DataFrame } = await loadDanfo();
  const columns = tableColumns(rows);
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  const dtypes = columns.map((_, c) => dtypeOf(values.map((row) => row[c])));
  return new DataFrame(values, { columns: [...columns], config: {}, ...(rows.length > 0 ? { dtypes } : {}) });
}

/** A data frame's rows. */
export function fromDataFrame(frame: DataFrame): TableRow[] {
  const columns = ownGetter(frame, "columns") as string[];
  return (ownGetter(frame, "values") as unknown[][]).map((values) =>
    Object.fromEntries(columns.map((column, i) => [column, values[i] as TableRow[string]])),
  );
}

/** danfojs lets a column named like one of its properties ("values") hide it; the class still has it. */
function ownGetter(frame: DataFrame, name: "columns" | "values"): unknown {
  for (let level: object | null = Object.getPrototypeOf(frame); level; level = Object.getPrototypeOf(level)) {
    const getter = Object.getOwnPropertyDescriptor(level, name)?.get;
    if (getter !== undefined) return getter.call(frame);
  }
  return frame[name];
}

/** Given rather than guessed: danfojs takes texts like "1" for numbers. */
function dtypeOf(values: readonly unknown[]): string {
  const present = values.filter((value) => value !== null);
  if (present.length > 0 && present.every((value) => typeof value === "number")) return "float32";
  if (present.length > 0 && present.every((value) => typeof value === "boolean")) return "boolean";
  return "string";
}
