import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { readCountTable } from "../../../lib/ppm/index.js";
import { temporaryFolder } from "../../base/temporary-folder.js";

const inFolder = temporaryFolder();
const write = (name: string, text: string): string => {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
};
const join = (left: string, right: string, featureColumns = ["a"]) =>
  readCountTable(write("left.csv", left), {
    target: "y",
    featureColumns,
    join: { path: write("right.csv", right), on: "k" },
  });
const failure = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
};

describe("joining two tables", () => {
  test("brings columns in by key, in the order of the first table, whatever that of the second", () => {
    const table = join("k,a\nx,1\ny,2\nz,3\n", "y,k\n30, z\n10,x\n20,y\n");
    expect([...table.targets!]).toEqual([10, 20, 30]);
    expect([...table.counts.data]).toEqual([1, 2, 3]);
    expect(table.csv.columns).toEqual(["k", "a", "y"]);
    expect(table.notes).toEqual([]);
    expect(table.paths).toEqual([inFolder("left.csv"), inFolder("right.csv")]);
  });

  test("rows of the second that the first does not have are left out, with a note", () => {
    const table = join("k,a\nx,1\ny,5\n", "k,y\nx,10\nw,5\ny,7\nv,6\n");
    expect([...table.targets!]).toEqual([10, 7]);
    expect(table.notes.join()).toContain("2 rows of");
  });

  test("missing, empty and repeated keys on either side are listed at once, each by its line", () => {
    const message = failure(() => join("k,a\nx,1\nx,2\nq,3\n,4\n", "k,y\nx,1\nz,2\nz,3\n,4\n"));
    for (const part of [
      'left.csv:3, column "k": a key may occur once, and line 2 has it already (found "x")',
      'left.csv:4, column "k":',
      "has no row with this key",
      'left.csv:5, column "k": a key must not be empty',
      'right.csv:4, column "k": a key may occur once, and line 3 has it already (found "z")',
      'right.csv:5, column "k": a key must not be empty',
      "5 problems",
    ])
      expect(message).toContain(part);
  });

  test("a key column that is missing and columns that both have are named", () => {
    expect(failure(() => join("i,a\n1,1\n", "k,y\n1,1\n"))).toContain(
      "left.csv:1: the table has no such key",
    );
    const clash = failure(() => join("k,a,y,b\n1,1,2,3\n", "k,y,b\n1,1,2\n"));
    expect(clash).toContain("2 problems");
    expect(clash).toContain("right.csv:1: ");
    expect(clash).toContain('(found "b")');
  });

  test("a bad cell that was brought in is named by its own file and line", () => {
    const message = failure(() => join("k,a\nx,1\ny,2\n", "k,y\ny,0.5\nx,inf\n"));
    expect(message).toContain('right.csv:3, column "y": must be a finite number (found "inf")');
  });
});
