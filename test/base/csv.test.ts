import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BadInputError, readCsv, writeCsv } from "../../lib/base/index.js";
import { temporaryFolder } from "./temporary-folder.js";

const inFolder = temporaryFolder();

function read(text: string) {
  writeFileSync(inFolder("table.csv"), text);
  return readCsv(inFolder("table.csv"));
}

test("quotes, commas, line breaks, a BOM and CRLF are read as RFC 4180 has them", () => {
  const table = read('\ufeffid,note\r\n1,"a ""b"", c"\r\n2,"two\nlines"\r\n3,\r\n');
  expect(table.columns).toEqual(["id", "note"]);
  expect(table.rows).toEqual([
    { id: "1", note: 'a "b", c' },
    { id: "2", note: "two\nlines" },
    { id: "3", note: "" },
  ]);
});

test("each row knows the line on which it ends", () => {
  expect(read('a,b\n1,2\n3,"x\ny"\n5,6').lines).toEqual([2, 4, 5]);
});

test("what is written reads back, numbers in full precision", () => {
  const values = [0.1, 1 / 3, 1e-300, 1.2345678901234567e19, -0.5];
  writeCsv(
    inFolder("out.csv"),
    ["x", "text"],
    values.map((x, i) => ({ x, text: i === 0 ? 'a "quoted", text' : null })),
  );
  const { rows } = readCsv(inFolder("out.csv"));
  expect(rows.map((row) => Number(row.x))).toEqual(values);
  expect(rows[0]!.text).toBe('a "quoted", text');
  expect(rows[1]!.text).toBe("");
  expect(readFileSync(inFolder("out.csv"), "utf8").endsWith("\n")).toBe(true);
});

test.each([
  ["a row with too many cells", "a,b\n1,2\n1,2,3\n", ":3"],
  ["a row with too few cells", "a,b\n1\n", ":2"],
  ["a quote that does not end", 'a,b\n1,"2\n', "table.csv"],
  ["a column name that occurs twice", "a,b,a\n1,2,3\n", '"a"'],
  ["an empty file", "", "header"],
])("%s is refused, with its place", (_, text, named) => {
  expect(() => read(text)).toThrow(BadInputError);
  expect(() => read(text)).toThrow(named);
});
