/** A small table as HTML and as aligned plain text. */
import { escapeControls } from "../base/index.js";

/** A cell's value. */
export type TableValue = string | number | boolean | null | undefined;
export type TableRow = Readonly<Record<string, TableValue>>;

export interface TableOptions {
  /** Shown over the table. */
  readonly caption?: string;
  /** Which columns, in which order; default: all, in order of first appearance. */
  readonly columns?: readonly string[];
  /** Digits after the point in columns where a number is not whole; default 3. */
  readonly digits?: number;
  /** How to write a column's numbers; `percent` multiplies by 100. Others: `digits`. */
  readonly formats?: Readonly<Record<string, "percent" | "integer" | ((value: number) => string)>>;
  /** Rows shown; the rest is counted below. Default 50. */
  readonly maxRows?: number;
}

/** A table as text for both kinds of viewers. */
export interface RenderedTable {
  /** Every text from the rows is escaped. */
  readonly html: string;
  readonly text: string;
}

/** Columns of rows, in order of first appearance. */
export function tableColumns(rows: readonly TableRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

export function renderTable(rows: readonly TableRow[], options: TableOptions = {}): RenderedTable {
  const columns = options.columns ?? tableColumns(rows);
  const shown = rows.slice(0, options.maxRows ?? 50);
  // One number that is not whole gives all of its column the same digits, so that points stand below points.
  const whole = columns.map((column) => !shown.some((row) => isBroken(row[column])));
  const cells = shown.map((row) =>
    columns.map((column, c) => formatValue(row[column], column, whole[c]!, options)),
  );
  // Numbers stand to the right, as long as a column holds nothing else.
  const right = columns.map((column) =>
    shown.every(
      (row) => row[column] === null || row[column] === undefined || typeof row[column] === "number",
    ),
  );
  const left = rows.length - shown.length;
  const rest = left > 0 ? `… and ${left} more rows` : "";
  return {
    html: htmlTable(columns, cells, right, options.caption ?? "", rest),
    text: textTable(columns, cells, right, options.caption ?? "", rest),
  };
}

function isBroken(value: TableValue): boolean {
  return typeof value === "number" && Number.isFinite(value) && !Number.isInteger(value);
}

function formatValue(
  value: TableValue,
  column: string,
  whole: boolean,
  { digits = 3, formats = {} }: TableOptions,
): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : String(value);
  const format = formats[column];
  if (typeof format === "function") return format(value);
  if (format === "percent") return `${(100 * value).toFixed(1)}%`;
  if (format === "integer" || whole) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(digits);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML that shows exactly that text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

type Cells = readonly (readonly string[])[];

function htmlTable(
  columns: readonly string[],
  cells: Cells,
  right: readonly boolean[],
  caption: string,
  rest: string,
): string {
  const cell = (tag: "th" | "td", text: string, c: number): string =>
    `<${tag} style="text-align:${right[c] ? "right" : "left"}">${escapeHtml(text)}</${tag}>`;
  const line = (tag: "th" | "td", texts: readonly string[]): string =>
    `<tr>${texts.map((text, c) => cell(tag, text, c)).join("")}</tr>`;
  return [
    "<table>",
    ...(caption ? [`<caption>${escapeHtml(caption)}</caption>`] : []),
    `<thead>${line("th", columns)}</thead>`,
    `<tbody>${cells.map((row) => line("td", row)).join("\n")}</tbody>`,
    "</table>",
    ...(rest ? [`<p>${escapeHtml(rest)}</p>`] : []),
  ].join("\n");
}

function textTable(
  columns: readonly string[],
  cells: Cells,
  right: readonly boolean[],
  caption: string,
  rest: string,
): string {
  // A line break inside a cell would tear the table.
  const flat = [columns, ...cells].map((row) => row.map((text) => escapeControls(text.replace(/\s+/g, " "))));
  const widths = columns.map((_, c) => Math.max(...flat.map((row) => [...row[c]!].length)));
  const pad = (text: string, c: number): string => {
    const space = " ".repeat(widths[c]! - [...text].length);
    return right[c] ? space + text : text + space;
  };
  const lines = flat.map((row) => row.map(pad).join("  ").trimEnd());
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [...(caption ? [caption] : []), lines[0], rule, ...lines.slice(1), ...(rest ? [rest] : [])].join(
    "\n",
  );
}
